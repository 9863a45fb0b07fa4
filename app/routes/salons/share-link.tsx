import { AppError } from '~/errors';
import { type PageIn, page } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { fullOf } from '~/routes/salons/full-of';
import { joined } from '~/routes/salons/refusals';
import { joinByCode, salonBehindLink } from '~/salons/commands';
import { accentsOf } from '~/salons/views/mark';
import { DeadInvitation, SharePage } from '~/salons/views/share';
import { href } from '~/urls';

/** Works signed out (contract 2). Wrong codes count as guesses, right ones cost nothing. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const found = await salonBehindLink(context, viewer?.id ?? null, params.code, context.ip).catch(deadLink);
  if (!found) return page(null, 404);
  const { salon, code } = found;
  const full = await fullOf(context, viewer, salon.isMember);
  return { salon, full, address: href('shareLink', { code }), inviter: null, isSignedIn: viewer !== null };
});

/** A code that opens nothing is told in words of its own; too many of them are refused as everywhere. */
function deadLink(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}

/** Signed out, the way leads through sign-in and back to this page. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const answer = await joined(() => joinByCode(context, viewer.id, params.code, context.ip)).catch(deadLink);
  return answer ?? page(null, 404);
});

type Data = PageIn<Awaited<ReturnType<typeof loader>>>;

export const handle = {
  title: (data) => (data ? `${data.salon.name} · Invitation` : 'Cette invitation ne marche plus'),
  description: (data) => (data ? data.salon.description || `Rejoignez le salon ${data.salon.name} sur Aurora50.` : ''),
  picture: (data) => (data ? `${data.address}/image.png` : undefined),
  css: (data) => (data ? accentsOf([data.salon]) : ''),
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function ShareLink() {
  const data = useLoaderData<typeof loader>();
  return data ? <SharePage {...data} /> : <DeadInvitation />;
}
