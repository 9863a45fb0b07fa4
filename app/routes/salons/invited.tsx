import { isLinkSecret } from '~/auth/secrets';
import { AppError } from '~/errors';
import { type PageIn, page } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { behindInvitation } from '~/routes/salons/behind-invitation';
import { fullOf } from '~/routes/salons/full-of';
import { joined } from '~/routes/salons/refusals';
import { joinByInvitation } from '~/salons/commands/invitations';
import { accentsOf } from '~/salons/views/mark';
import { DeadInvitation, SharePage } from '~/salons/views/share';
import { href } from '~/urls';

/** Works signed out (contract 2). */
export const loader = anyone(async ({ context, viewer, params }) => {
  const salon = await behindInvitation(context, viewer?.id ?? null, params.jeton);
  if (!salon) return page(null, 404);
  const full = await fullOf(context, viewer, salon.isMember);
  const address = href('invitation', { jeton: params.jeton ?? '' });
  return { salon, full, address, inviter: salon.inviterName, isSignedIn: viewer !== null };
});

/** Signed out, the way leads through sign-in and back to this page. One that opens nothing says so in its own words. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const { jeton } = params;
  if (!isLinkSecret(jeton)) return page(null, 404);
  return joined(() => joinByInvitation(context, viewer.id, jeton)).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return page(null, 404);
    throw error;
  });
});

type Data = PageIn<Awaited<ReturnType<typeof loader>>>;

export const handle = {
  title: (data) => (data ? `${data.salon.name} · Invitation` : 'Cette invitation ne marche plus'),
  description: (data) => (data ? data.salon.description || `Rejoignez le salon ${data.salon.name} sur Aurora50.` : ''),
  picture: (data) => (data ? `${data.address}/image.png` : undefined),
  css: (data) => (data ? accentsOf([data.salon]) : ''),
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function Invited() {
  const data = useLoaderData<typeof loader>();
  return data ? <SharePage {...data} /> : <DeadInvitation />;
}
