import { browserOf, openedHeaders } from '~/auth/browser';
import { awaited, enterConfirmed } from '~/auth/commands/use-letter';
import { ownerById } from '~/auth/queries/accounts';
import { NotWaitingPage, WaitingPage } from '~/auth/views/waiting';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import type { PageHandle } from '~/root';
import { href } from '~/urls';
import { arrive } from './arrive';
import { waitingFor } from './landing';

/** « Ouvrez votre messagerie »: what this browser waits for, or the unconfirmed address of who is signed in. */
export const loader = anyone(async ({ context, request, url, viewer }) => {
  const wait = await awaited(context.database, browserOf(context, request));
  // A new password is asked for by who is in as well: she may have forgotten it on this device alone.
  if (viewer?.confirmed && wait?.purpose !== 'reset') return seeOther(href('home'));
  const asked = { notYet: url.searchParams.has('pas-encore'), justAsked: url.searchParams.has('suite') };
  if (wait) return { waiting: { ...waitingFor(context, wait), ...asked, code: '', errors: {} }, justAsked: false };
  if (!viewer) return { waiting: null, justAsked: asked.justAsked };
  const owner = await context.database.systemStatement((tx) => ownerById(tx, viewer.id));
  const hers = {
    purpose: 'confirmation',
    email: owner?.email ?? '',
    back: '/',
    stays: false,
    createdAt: null,
  } as const;
  return { waiting: { ...waitingFor(context, hers), ...asked, code: '', errors: {} }, justAsked: false };
});

/** « J’ai suivi le lien »: the browser that opened the account goes on by itself. */
export const action = anyonePosts(async ({ context, request, viewer }) => {
  if (viewer?.confirmed) return seeOther(href('home'));
  const browser = browserOf(context, request);
  const entered = await enterConfirmed(context, browser);
  if (!entered) return seeOther(href('waiting', {}, { 'pas-encore': 1 }));
  return seeOther(await arrive(context, entered), openedHeaders(context.config.origin, entered.opened, browser));
});

export const handle = { title: () => 'Ouvrez votre messagerie', isPrivate: true } satisfies PageHandle;

export default function Waiting() {
  const { waiting, justAsked } = useLoaderData<typeof loader>();
  return waiting ? <WaitingPage {...waiting} /> : <NotWaitingPage justAsked={justAsked} />;
}
