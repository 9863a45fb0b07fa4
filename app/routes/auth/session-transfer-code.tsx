import { browserOf, openedHeaders } from '~/auth/browser';
import { takeSessionTransfer } from '~/auth/commands/session-transfer';
import { parseSessionTransferCode, SESSION_TRANSFER_MINUTES } from '~/auth/rules/card';
import { SessionTransferCodePage } from '~/auth/views/session-transfer';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = anyone(async () => null);

export const action = anyonePosts(async ({ context, form, request }) => {
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'code', 'rester') }, 422);
  const parsed = parseSessionTransferCode(form);
  if (!parsed.ok) return refused(parsed.errors);
  const { code, stays } = parsed.value;
  const browser = browserOf(context, request);
  const opened = await takeSessionTransfer(context, code, stays, browser);
  if (!opened) return refused({ code: DEAD });
  const headers = openedHeaders(context.config.origin, opened, browser);
  return seeOther(href('home', {}, said('appareil')), headers);
});

const DEAD = `Ce code n’est pas le bon, ou ses ${SESSION_TRANSFER_MINUTES} minutes sont passées. Demandez-en un autre sur l’autre appareil.`;

export const handle = {
  title: () => 'Ouvrir ma session ici',
  description: () => 'Passez de votre ordinateur à votre téléphone sans mot de passe, avec un code de huit signes.',
} satisfies PageHandle;

export default function SessionTransferCode() {
  const refused = useActionData<typeof action>();
  return (
    <SessionTransferCodePage
      errors={refused?.errors ?? {}}
      typed={refused?.typed.code ?? ''}
      stays={refused?.typed.rester === 'on'}
    />
  );
}
