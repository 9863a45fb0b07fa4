import { allowanceFor } from '~/billing/queries/plans';
import type { Tx } from '~/db';
import { AppError } from '~/errors';
import { type PageIn, page } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { dueOffer } from '~/routes/billing/due-offer';
import { joined } from '~/routes/salons/refusals';
import { joinByCode, salonBehindLink } from '~/salons/commands';
import { salonsOf } from '~/salons/queries/lists';
import { isFull } from '~/salons/rules';
import { accentsOf } from '~/salons/views/mark';
import { DeadInvitation, SharePage } from '~/salons/views/share';

/** Works signed out (contract 2). Wrong codes count as guesses, right ones cost nothing. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const found = await salonBehindLink(context, viewer?.id ?? null, params.code, context.ip).catch(deadLink);
  if (!found) return page(null, 404);
  const full = viewer && !found.salon.isMember ? await context.database.asViewer(viewer.id, fullOf(viewer.id)) : null;
  const offer = viewer !== null && full !== null && (await dueOffer(context, viewer, 'salons_joined'));
  return { ...found, full: full && { ...full, offer }, isSignedIn: viewer !== null };
});

/** A code that opens nothing is told in words of its own; too many of them are refused as everywhere. */
function deadLink(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}

/** The viewer's salons, if she is in as many as she may be. */
const fullOf = (viewerId: string) => async (tx: Tx) => {
  const places = await allowanceFor(tx, 'salons_joined');
  return isFull(places) ? { places, salons: await salonsOf(tx, viewerId) } : null;
};

/** Signed out, the way leads through sign-in and back to this page. */
export const action = membersPost(async ({ context, viewer, params }) => {
  return joined(() => joinByCode(context, viewer, params.code, context.ip));
});

type Data = PageIn<Awaited<ReturnType<typeof loader>>>;

export const handle = {
  title: (data) => (data ? `${data.salon.name} · Invitation` : 'Cette invitation ne marche plus'),
  description: (data) => (data ? data.salon.description || `Rejoignez le salon ${data.salon.name} sur Aurora50.` : ''),
  css: (data) => (data ? accentsOf([data.salon]) : ''),
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function ShareLink() {
  const data = useLoaderData<typeof loader>();
  return data ? <SharePage {...data} /> : <DeadInvitation />;
}
