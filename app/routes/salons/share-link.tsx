import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { joinByCode, salonBehindLink } from '~/salons/commands';
import { accentsOf } from '~/salons/views/mark';
import { SharePage } from '~/salons/views/share';
import { href } from '~/urls';

/** Works signed out (contract 2). Wrong codes count as guesses, right ones cost nothing. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const found = await salonBehindLink(context, viewer?.id ?? null, params.code, context.ip);
  return { ...found, isSignedIn: viewer !== null };
});

/** Signed out, the way leads through sign-in and back to this page. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salon = await joinByCode(context, viewer, params.code, context.ip);
  return seeOther(href('salon', { salon }, said('rejoint')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `${salon.name} · Invitation`,
  description: ({ salon }) => salon.description || `Rejoignez le salon ${salon.name} sur Aurora50.`,
  css: ({ salon }) => accentsOf([salon]),
  isPrivate: true,
} satisfies PageHandle<Data>;

export default function ShareLink() {
  return <SharePage {...useLoaderData<typeof loader>()} />;
}
