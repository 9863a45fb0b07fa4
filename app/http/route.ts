/**
 * What loaders and actions have in common: who asks, and how an AppError becomes an answer of the contract.
 */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/context';
import { AppError } from '~/errors';
import { type Form, readForm } from '~/forms';
import { type Obstacle, toSignIn } from './admission';
import { refused, type SeeOther } from './answer';
import { sentAfterAll } from './pending-post';
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

/** A page whose row lets nobody in who is not signed in (`admission.ts`). */
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
 * A form whose row lets nobody send it who is not signed in.
 * @param most bytes that its body may have, where it carries more than a form usually does
 */
export function membersPost<T>(work: (asked: AskedByMember & { form: Form }) => Promise<T>, most?: number) {
  return answering(async (asked): Promise<T | SeeOther> => {
    const { context, request } = asked;
    const viewer = viewerOf(context);
    const form = await readForm(request, most);
    const answer = await work({ ...asked, viewer, form });
    return sentAfterAll(context, request, form, answer);
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
  return handler<T | Obstacle>(async ({ context, params, request }) => {
    try {
      return await work({ context, params, request, url: new URL(request.url) });
    } catch (error) {
      if (error instanceof AppError) return inAnswer(error, context, request);
      throw error;
    }
  });
}

function inAnswer(error: AppError, context: AppLoadContext, request: Request): Obstacle {
  if (error.status >= 500) context.log(error.detail, error);
  if (error.code === 'unauthenticated') return toSignIn(request);
  return refused(error.status, error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) });
}
