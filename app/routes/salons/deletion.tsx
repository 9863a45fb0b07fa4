import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { type AskedByMember, members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { planDeletion } from '~/salons/commands/keeping';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { isTypedAgain } from '~/salons/rules/keeping';
import { DeletionPage } from '~/salons/views/deletion';
import { href } from '~/urls';

async function owned({ context, viewer, params }: AskedByMember) {
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  if (room.role !== 'owner') throw new AppError('forbidden', 'owner_only');
  return room;
}

export const loader = members(async (asked) => {
  const { id, name, memberCount, deleteAt } = await owned(asked);
  return { salon: { id, name, memberCount, deleteAt } };
});

export const action = membersPost(async ({ form, ...asked }) => {
  const { context, viewer } = asked;
  const { id: salon, name } = await owned(asked);
  if (form.annuler === 'on') {
    await planDeletion(context, viewer, salon, false);
    return seeOther(href('salon', { salon }, said('suppression-annulee')));
  }
  if (!isTypedAgain(form, name)) {
    const errors = { nom: 'Ce n’est pas le nom du salon. Recopiez-le tel qu’il est écrit ci-dessus.' };
    return page({ errors, typed: typed(form, 'nom').nom ?? '' }, 422);
  }
  await planDeletion(context, viewer, salon, true);
  return seeOther(href('salonDeletion', { salon }, said('suppression-demandee')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Supprimer ${salon.name}` } satisfies PageHandle<Data>;

export default function Deletion() {
  const refused = useActionData<typeof action>();
  return (
    <DeletionPage {...useLoaderData<typeof loader>()} typed={refused?.typed ?? ''} errors={refused?.errors ?? {}} />
  );
}
