import { changeRole, liftMember, openAccount, suspendMember } from '~/admin/members';
import { parseColleagueId, parseRole, ROLE_REFUSALS } from '~/admin/rules';
import { StaffMemberPage } from '~/admin/views/member';
import { sessionTopic } from '~/auth/rules/session';
import { parseSuspension } from '~/auth/rules/suspension';
import { AppError, notFound } from '~/errors';
import { type Form, typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { type FlashName, said } from '~/routes/flashes';
import { href } from '~/urls';
import { LETTERS } from '../../../emails/write';

const TITLES = Object.fromEntries(Object.entries(LETTERS).map(([template, { title }]) => [template, title]));

/** Opening it leaves a line that the member reads (U17). */
export const loader = members(async ({ context, viewer, params }) => {
  const id = idOf(params);
  return {
    ...(await openAccount(context.database, viewer, id)),
    isMe: id === viewer.id,
    titles: TITLES,
    now: new Date(),
  };
});

export const action = membersPost(async (asked) => {
  const { form } = asked;
  if (form.action === 'suspendre') return suspended(asked);
  if (form.action === 'lever') {
    await liftMember(asked.context.database, asked.viewer, idOf(asked.params));
    return back(asked, 'compte-rouvert');
  }
  if (form.action === 'role') return empowered(asked);
  throw new AppError('invalid', 'action');
});

type Asked = AskedByMember & { readonly form: Form };

async function suspended(asked: Asked) {
  const { context, viewer, form } = asked;
  const id = idOf(asked.params);
  const parsed = parseSuspension(form);
  if (!parsed.ok) return again(form, parsed.errors);
  try {
    await suspendMember(context.database, viewer, id, parsed.value, new Date());
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return again(form, { motif: ROLE_REFUSALS.team });
    throw error;
  }
  context.hub.wakeTopic(sessionTopic.of(id));
  return back(asked, 'compte-suspendu');
}

async function empowered(asked: Asked) {
  const { context, viewer, form } = asked;
  const role = parseRole(form.role);
  if (!role) return again(form, { role: 'Choisissez un rôle dans la liste.' });
  try {
    await changeRole(context.database, viewer, idOf(asked.params), role);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    return again(form, { role: ROLE_REFUSALS[error.detail ?? ''] ?? ROLE_REFUSALS.own ?? '' });
  }
  return back(asked, 'role-change');
}

const again = (form: Form, errors: Readonly<Record<string, string>>) =>
  page({ errors, typed: { motif: '', jours: '7', ...typed(form, 'motif', 'jours') } }, 422);

const back = ({ params }: Asked, flash: FlashName) =>
  seeOther(href('staffMember', { membre: idOf(params) }, said(flash)));

function idOf(params: AskedByMember['params']): string {
  const id = parseColleagueId(params.membre);
  if (!id) throw notFound();
  return id;
}

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ account }) => `${account.name} · Équipe`,
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function StaffMember() {
  const refused = useActionData<typeof action>();
  return (
    <StaffMemberPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? { motif: '', jours: '7' }}
      errors={refused?.errors ?? {}}
    />
  );
}
