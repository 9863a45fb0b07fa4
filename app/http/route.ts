/**
 * What loaders and actions have in common: who asks, and how an AppError becomes an answer of the contract.
 */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { AppError, notFound } from '~/errors';
import { type Form, readForm } from '~/forms';
import { href, methodsOf } from '~/urls';
import { type Refused, refused, type SeeOther, seeOther } from './answer';
import { keepPendingPost, sentAfterAll } from './pending-post';
import { handler } from './remix';

export type Asked = {
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
};
export type AskedByMember = Asked & { readonly viewer: Viewer };

/** A page anybody may open. */
export function anyone<T>(work: (asked: Asked & { viewer: Viewer | null }) => Promise<T>) {
  return answering((asked) => work({ ...asked, viewer: asked.context.viewer }));
}

/** A page for members: others are led to sign-in and back (K02). */
export function members<T>(work: (asked: AskedByMember) => Promise<T>) {
  return answering((asked) => work({ ...asked, viewer: viewerOf(asked.context) }));
}

/** A form anybody may send. */
export function anyonePosts<T>(work: (asked: Asked & { viewer: Viewer | null; form: Form }) => Promise<T>) {
  return answering(async (asked) =>
    work({ ...asked, viewer: asked.context.viewer, form: await readForm(asked.request) }),
  );
}

/**
 * A form for members. What others have written is put aside while they sign in (C-08).
 * @param most bytes that its body may have, where it carries more than a form usually does
 */
export function membersPost<T>(work: (asked: AskedByMember & { form: Form }) => Promise<T>, most?: number) {
  return answering(async (asked): Promise<T | SeeOther> => {
    const { context, request } = asked;
    if (!context.viewer) return (await keepPendingPost(context, request)) ?? toSignIn(request);
    const form = await readForm(request, most);
    const answer = await work({ ...asked, viewer: context.viewer, form });
    return sentAfterAll(context, request, form, answer);
  });
}

/**
 * G06: only for whoever gave a password or a mailed code in the last quarter of an hour; others are asked for it and
 * come back. Around the work of `members` and `membersPost`: `members(freshlyProven(async ({ viewer }) => …))`.
 */
export function freshlyProven<A extends AskedByMember, T>(work: (asked: A) => Promise<T>) {
  return async (asked: A): Promise<T | SeeOther> =>
    asked.viewer.proven ? work(asked) : seeOther(href('proof', {}, { retour: pageBehind(asked.request) }));
}

/** A page for admins: for everybody else it is not there. */
export function admins<T>(work: (asked: AskedByMember) => Promise<T>) {
  return members<T>((asked) => {
    if (asked.viewer.appRole !== 'admin') throw notFound();
    return work(asked);
  });
}

/** A form for admins. */
export function adminsPost<T>(work: (asked: AskedByMember & { form: Form }) => Promise<T>) {
  return membersPost<T>((asked) => {
    if (asked.viewer.appRole !== 'admin') throw notFound();
    return work(asked);
  });
}

/** What is sent by another machine and is no form; the body is read once the sender is known. */
export function anyoneSends<T>(work: (asked: Asked) => Promise<T>) {
  return answering(work);
}

function viewerOf(context: AppLoadContext): Viewer {
  if (!context.viewer) throw new AppError('unauthenticated');
  return context.viewer;
}

function answering<T>(work: (asked: Asked) => Promise<T>) {
  return handler<T | SeeOther | Refused>(async ({ context, params, request }) => {
    try {
      return await work({ context, params, request, url: new URL(request.url) });
    } catch (error) {
      if (error instanceof AppError) return inAnswer(error, context, request);
      throw error;
    }
  });
}

function inAnswer(error: AppError, context: AppLoadContext, request: Request): SeeOther | Refused {
  if (error.status >= 500) context.log(error.detail, error);
  if (error.code === 'unauthenticated') return toSignIn(request);
  return refused(error.status, error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) });
}

function toSignIn(request: Request): SeeOther {
  return seeOther(href('signIn', {}, { retour: pageBehind(request) }));
}

/** Where to come back to: a POST to the page it was sent from, the address itself if it is one. */
function pageBehind(request: Request): string {
  const { pathname, search } = new URL(request.url);
  if (methodsOf(pathname)?.includes('GET')) return pathname + search;
  const referer = request.headers.get('referer') ?? '';
  const from = request.method === 'POST' && URL.canParse(referer) ? new URL(referer) : null;
  return from ? from.pathname + from.search : href('salons');
}
