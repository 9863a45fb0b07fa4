import { changePassword } from '~/auth/commands/change-password';
import { accountOf } from '~/auth/queries/accounts';
import { parsePasswordChange } from '~/auth/rules/proof';
import { PasswordPage } from '~/auth/views/settings/password';
import { toProof } from '~/http/admission';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async (asked) => {
  if (asked.viewer.proven) return { asksOld: false };
  return (await hasPassword(asked)) ? { asksOld: true } : toProof(asked.request);
});

/** With the old one, or within a quarter of an hour of a proof. */
export const action = membersPost(async ({ form, ...asked }) => {
  const { context, viewer } = asked;
  const asksOld = !viewer.proven;
  const account = await context.database.systemStatement((tx) => accountOf(tx, viewer.id));
  // Somebody without a password has proven nothing: she is led to the proof.
  if (asksOld && account?.passwordHash == null) return toProof(asked.request);
  const parsed = parsePasswordChange(form, asksOld, { name: viewer.name, email: account?.email ?? '' });
  if (!parsed.ok) return page({ errors: parsed.errors, asksOld }, 422);
  const changed = await changePassword(context, viewer, parsed.value);
  if (!changed) {
    const errors = { ancien: 'Ce n’est pas votre mot de passe actuel. Vérifiez les majuscules, puis réessayez.' };
    return page({ errors, asksOld }, 422);
  }
  const headers: HeadersInit = changed.cookie ? { 'Set-Cookie': changed.cookie } : {};
  return seeOther(href('settings', {}, said('mot-de-passe')), headers);
});

async function hasPassword({ context, viewer }: AskedByMember): Promise<boolean> {
  const account = await context.database.systemStatement((tx) => accountOf(tx, viewer.id));
  return account?.passwordHash != null;
}

export const handle = { title: () => 'Mon mot de passe' } satisfies PageHandle;

export default function Password() {
  const { asksOld } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return <PasswordPage asksOld={again?.asksOld ?? asksOld} errors={again?.errors ?? {}} />;
}
