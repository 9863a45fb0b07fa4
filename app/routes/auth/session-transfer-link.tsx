import { browserOf, openedHeaders } from '~/auth/browser';
import { takeSessionTransfer } from '~/auth/commands/session-transfer';
import { nameBehindLink } from '~/auth/queries/session-transfers';
import { parseStays, SESSION_TRANSFER_MINUTES } from '~/auth/rules/card';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { OutcomePage } from '~/auth/views/address-links';
import { SessionTransferLinkPage } from '~/auth/views/session-transfer';
import { page, seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = anyone(async ({ context, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const hash = hashOf(token);
  const name = token ? await context.database.systemStatement((tx) => nameBehindLink(tx, hash)) : null;
  return page({ token, name }, name ? null : 404);
});

/** A link that opens nothing is the same page again, which then says so. */
export const action = anyonePosts(async ({ context, params, form, request }) => {
  if (!isLinkSecret(params.jeton)) return null;
  const browser = browserOf(context, request);
  const opened = await takeSessionTransfer(context, params.jeton, parseStays(form), browser);
  if (!opened) return null;
  const headers = openedHeaders(context.config.origin, opened, browser);
  return seeOther(href('home', {}, said('appareil')), headers);
});

export const handle = { title: () => 'Ouvrir ma session par un lien', isPrivate: true } satisfies PageHandle;

export default function SessionTransferLink() {
  const { token, name } = useLoaderData<typeof loader>();
  if (name) return <SessionTransferLinkPage token={token} name={name} />;
  return (
    <OutcomePage title="Ce code ne sert plus" next={{ label: 'Recopier un code', href: href('sessionTransferCode') }}>
      <p>Il a déjà servi, ou ses {SESSION_TRANSFER_MINUTES} minutes sont passées.</p>
      <p>
        Sur l’autre appareil, dans « Mes réglages », puis « Passer sur un autre appareil », demandez-en un nouveau et
        visez-le encore une fois.
      </p>
    </OutcomePage>
  );
}
