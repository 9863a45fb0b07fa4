import { AppError, notFound } from '~/errors';
import { typed } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { banMember, liftBan } from '~/salons/commands/keeping';
import { bannedFrom, keptMember } from '~/salons/queries/keeping';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { KEPT_OF_BAN, keeps, parseBan } from '~/salons/rules/keeping';
import { BansPage, KeepMemberPage } from '~/salons/views/keeping';
import { href } from '~/urls';

/** Two statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const [room, banned] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), bannedFrom(tx, salonId)]),
  );
  if (!room) throw notFound();
  if (!keeps(room.role)) throw new AppError('forbidden', 'keepers_only');
  return { salon: { id: room.id, name: room.name }, role: room.role, banned };
});

/** A ban, or one that is lifted. Refused, the form comes back on the page of the member. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  const lifted = parseSalonId(form.lever);
  if (lifted) {
    await liftBan(context, viewer, salon, lifted);
    return seeOther(href('salonBans', { salon }, said('exclusion-levee')));
  }
  const parsed = parseBan(form);
  if (!parsed.ok) {
    const memberId = parseSalonId(form.membre);
    const member = memberId && (await context.database.asViewer(viewer.id, (tx) => keptMember(tx, salon, memberId)));
    if (!member) throw notFound();
    return page({ member, reason: typed(form, 'motif').motif ?? '', errors: parsed.errors }, 422);
  }
  await banMember(context, viewer, salon, parsed.value);
  return seeOther(href('salonBans', { salon }, said('membre-exclu')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Personnes exclues · ${salon.name}`,
  keeps: KEPT_OF_BAN,
} satisfies PageHandle<Data>;

export default function Bans() {
  const { salon, role, banned } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return refused ? <KeepMemberPage salon={salon} role={role} {...refused} /> : <BansPage {...{ salon, banned }} />;
}
