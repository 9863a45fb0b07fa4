import { data, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { takeHandOver } from '~/auth/commands/hand-over';
import { nameBehindLink } from '~/auth/queries/hand-overs';
import { parseStays } from '~/auth/rules/card';
import { hashOf, isLinkSecret } from '~/auth/secrets';
import { OutcomePage } from '~/auth/views/address-links';
import { HandOverLinkPage } from '~/auth/views/hand-over';
import { FLASH } from '~/http/flash';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ context: { database }, params }) => {
  const token = isLinkSecret(params.jeton) ? params.jeton : '';
  const name = token ? await database.systemStatement((tx) => nameBehindLink(tx, hashOf(token))) : null;
  return { token, name };
});

export const action = anyonePosts(async ({ context, params, form, request }) => {
  const dead = data({ dead: true }, 422);
  if (!isLinkSecret(params.jeton)) return dead;
  const userAgent = request.headers.get('user-agent') ?? '';
  const arrival = { secret: params.jeton, stays: parseStays(form), userAgent, ip: context.ip };
  const session = await takeHandOver(context, arrival);
  if (!session) return dead;
  return redirect(href('home', {}, { [FLASH]: 'appareil' }), {
    status: 303,
    headers: { 'Set-Cookie': session.cookie },
  });
});

export const handle = { title: () => 'Ouvrir ma session par un lien', isPrivate: true } satisfies PageHandle;

export default function HandOverLink() {
  const { token, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (name && !refused) return <HandOverLinkPage token={token} name={name} />;
  return (
    <OutcomePage title="Ce code ne sert plus" next={{ label: 'Recopier un code', href: href('handOverCode') }}>
      <p>Il a déjà servi, ou ses cinq minutes sont passées.</p>
      <p>
        Sur l’autre appareil, dans « Mes réglages », puis « Passer sur un autre appareil », demandez-en un nouveau et
        visez-le encore une fois.
      </p>
    </OutcomePage>
  );
}
