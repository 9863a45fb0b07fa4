import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { refusedByPlan } from '~/routes/salons/refusals';
import { invite } from '~/salons/commands/invitations';
import { invitationsOf } from '~/salons/queries/invitations';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { NEWCOMER_WORDS, parseInvitation } from '~/salons/rules/invitations';
import { InvitationsPage } from '~/salons/views/invitations';
import { href } from '~/urls';

/** Two statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const [room, sent] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), invitationsOf(tx, viewer.id, salonId)]),
  );
  if (!room) throw notFound();
  const { id, name, isActive } = room;
  return { salon: { id, name, isActive }, sent, isNew: viewer.isNew, key: crypto.randomUUID(), now: new Date() };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, typed: typed(form, 'courriel', 'personnes', 'cle') }, 422);
  const parsed = parseInvitation(form);
  if (!parsed.ok) {
    // What is no salon of hers is not there, whatever was typed.
    if (!(await context.database.asViewer(viewer.id, (tx) => roomFor(tx, viewer.id, salon)))) throw notFound();
    return refused(parsed.errors);
  }
  try {
    await invite(context, viewer, salon, parsed.value);
  } catch (error) {
    const reason = error instanceof AppError ? refusedInvitation(error, viewer.isNew) : null;
    if (!reason) throw error;
    return refused({ formulaire: reason });
  }
  return seeOther(href('salonInvitations', { salon }, said('invitation-partie')));
});

function refusedInvitation(error: AppError, isNew: boolean): string | null {
  if (error.detail === 'closed') return 'Ce salon est fermé : personne n’y entre.';
  if (error.code === 'too_many')
    return `${isNew ? `${NEWCOMER_WORDS} ` : ''}Vous avez envoyé beaucoup d’invitations aujourd’hui, ou cette adresse en a reçu plusieurs. Réessayez demain.`;
  return refusedByPlan(error);
}

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Inviter · ${salon.name}` } satisfies PageHandle<Data>;

export default function Invitations() {
  const { key, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { courriel = '', personnes = '', cle = key } = refused?.typed ?? {};
  return <InvitationsPage {...loaded} values={{ courriel, personnes, cle }} errors={refused?.errors ?? {}} />;
}
