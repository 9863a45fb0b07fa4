import { browserOf, openedHeaders } from '~/auth/browser';
import { confirmAddress, lookAtConfirmation } from '~/auth/commands/use-letter';
import { ConfirmPage, DeadLinkPage } from '~/auth/views/link';
import { page, seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';
import { arrive } from './arrive';

/** W02, C-01: shows a button and uses nothing. */
export const loader = anyone(async ({ context, url, viewer }) => {
  const link = url.searchParams.get('jeton') ?? '';
  const account = await lookAtConfirmation(context, link);
  return page({ account, link, isSignedIn: viewer !== null }, account ? null : 404);
});

/** In the browser that signed up it also opens the session; elsewhere it confirms, and that browser may go on. */
export const action = anyonePosts(async ({ context, request, form, url, viewer }) => {
  const browser = browserOf(context, request);
  const link = form.jeton ?? url.searchParams.get('jeton');
  const done = await confirmAddress(context, typeof link === 'string' ? link : '', browser);
  if (!done) return null;
  if (done.entered) {
    const headers = openedHeaders(context.config.origin, done.entered.opened, browser);
    return seeOther(await arrive(context, done.entered), headers);
  }
  if (viewer?.id === done.userId) return seeOther(href('home', {}, said('confirme')));
  if (viewer) return seeOther(href('home', {}, said('confirme-ailleurs')));
  const retour = done.back === '/' ? undefined : done.back;
  return seeOther(href('signIn', {}, { retour, ...said('confirme-ailleurs') }));
});

export const handle = { title: () => 'Confirmer votre adresse', isPrivate: true } satisfies PageHandle;

export default function ConfirmAddress() {
  const { account, link, isSignedIn } = useLoaderData<typeof loader>();
  if (!account) return <DeadLinkPage kind="confirmation" isSignedIn={isSignedIn} />;
  return <ConfirmPage link={link} email={account.email} name={account.name} />;
}
