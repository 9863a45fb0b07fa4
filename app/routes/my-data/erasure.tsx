import { isRightProof } from '~/auth/commands/proof';
import { accountOf } from '~/auth/queries/accounts';
import { parseProof } from '~/auth/rules/proof';
import { type Form, typed } from '~/forms';
import { toProof } from '~/http/admission';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import { askErasure, isLastAdmin } from '~/privacy/commands/ask';
import { erasureOf } from '~/privacy/queries/erasures';
import { leavingOf, leftSalonsOf } from '~/privacy/queries/leaving';
import { BACKUPS_KEPT_DAYS, CHANGE_OF_MIND_DAYS, daysAfter, parseLeft } from '~/privacy/rules/erasure';
import { ErasurePage } from '~/privacy/views/erasure';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

/** Whoever has no password proves who she is by a mailed code, before the page or in its form (G06). */
export const loader = members(async (asked) => {
  const { viewer, context } = asked;
  const { database } = context;
  const { hasPassword } = await accountFor(asked);
  const found = await database.asSystem(async (tx) => ({
    asked: await erasureOf(tx, viewer.id),
    leaving: await leavingOf(tx, viewer.id),
    salons: await leftSalonsOf(tx, viewer.id),
    isLastAdmin: viewer.appRole === 'admin' && (await isLastAdmin(tx, viewer.id)),
  }));
  const dueAt = daysAfter(new Date(), CHANGE_OF_MIND_DAYS);
  return {
    ...found,
    dueAt,
    backupsUntil: daysAfter(dueAt, BACKUPS_KEPT_DAYS),
    proof: proofAsked(hasPassword, viewer.proven),
  };
});

export const action = membersPost(async ({ form, ...asked }) => {
  const { context, viewer, request } = asked;
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'messages', 'attestations', 'code') }, 422);
  const { hasPassword } = await accountFor(asked);
  const proofFault = await faultOfProof(asked, form, hasPassword);
  if (proofFault === 'unproven') return toProof(request);
  const left = parseLeft(form);
  if (!left.ok || proofFault) return refused({ ...(left.ok ? {} : left.errors), ...proofFault });
  const erasure = await askErasure(context, viewer, left.value, new Date());
  if (erasure === 'last_admin') return refused({});
  return seeOther(href('erasure', {}, said('effacement-demande')));
});

/** What the form asks for. */
function proofAsked(hasPassword: boolean, proven: boolean): 'password' | 'code' | null {
  if (hasPassword) return 'password';
  return proven ? null : 'code';
}

async function accountFor({ context, viewer }: AskedByMember) {
  const account = await context.database.systemStatement((tx) => accountOf(tx, viewer.id));
  return { hasPassword: account?.passwordHash != null };
}

/** By the form's own field, or by the proof of a moment ago where there is no password to type. */
async function faultOfProof({ context, viewer }: AskedByMember, form: Form, hasPassword: boolean) {
  if (!hasPassword && !('code' in form)) return viewer.proven ? null : 'unproven';
  const proof = parseProof(form);
  if (!proof.ok) return proof.errors;
  if (await isRightProof(context, viewer, proof.value)) return null;
  return 'code' in proof.value
    ? { code: 'Ce code n’est pas le bon, ou il n’est plus valable. Demandez-en un nouveau.' }
    : { mot_de_passe: 'Ce n’est pas votre mot de passe. Vérifiez les majuscules, puis réessayez.' };
}

export const handle = { title: () => 'Effacer mon compte' } satisfies PageHandle;

export default function Erasure() {
  const again = useActionData<typeof action>();
  return <ErasurePage {...useLoaderData<typeof loader>()} typed={again?.typed ?? {}} errors={again?.errors ?? {}} />;
}
