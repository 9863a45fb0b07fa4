import { prove } from '~/auth/commands/proof';
import { accountOf } from '~/auth/queries/accounts';
import { parseProof } from '~/auth/rules/proof';
import { safeReturn } from '~/auth/rules/return';
import { ProofPage } from '~/auth/views/proof';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer, url }) => {
  const back = safeReturn(url.searchParams.get('retour'));
  if (viewer.proven) return seeOther(back);
  const account = await context.database.systemStatement((tx) => accountOf(tx, viewer.id));
  return {
    email: account?.email ?? '',
    hasPassword: account?.passwordHash != null,
    sent: url.searchParams.get('envoi') === '1',
    back,
  };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const back = safeReturn(form.retour);
  const refused = (errors: Readonly<Record<string, string>>) => page({ errors, back, typed: typed(form, 'code') }, 422);
  const parsed = parseProof(form);
  if (!parsed.ok) return refused(parsed.errors);
  const proved = await prove(context, viewer, parsed.value);
  if (!proved) return refused('code' in parsed.value ? WRONG_CODE : WRONG_PASSWORD);
  const headers: HeadersInit = proved.cookie ? { 'Set-Cookie': proved.cookie } : {};
  return seeOther(back, headers);
});

const WRONG_CODE = {
  code: 'Ce code n’est pas le bon, ou il n’est plus valable. Vérifiez dans le courriel le plus récent, ou demandez un nouveau code.',
};
const WRONG_PASSWORD = {
  mot_de_passe: 'Ce n’est pas votre mot de passe. Vérifiez les majuscules, puis réessayez.',
};

export const handle = { title: () => 'Est-ce bien vous ?' } satisfies PageHandle;

export default function ProofRoute() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <ProofPage {...page} code={again?.typed.code ?? ''} back={again?.back ?? page.back} errors={again?.errors ?? {}} />
  );
}
