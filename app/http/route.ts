/**
 * What loaders and actions have in common: who asks, and how an AppError becomes an answer of the contract.
 */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/context';
import { AppError } from '~/errors';
import { type Form, readForm } from '~/forms';
import { type Obstacle, toSignIn } from './admission';
import { isAnswer, type PageIn, page, refused, type SeeOther } from './answer';
import { sentAfterAll } from './pending-post';

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

/** A handler as a loader or an action. The type it declares is the data that its page's view gets; it gives the answer. */
function answering<T>(work: (asked: Asked) => Promise<T>) {
  return async ({ context, params, request }: Omit<Asked, 'url'>): Promise<PageIn<T | Obstacle>> => {
    const given = await work({ context, params, request, url: new URL(request.url) }).catch((thrown) =>
      isAnswer(thrown) ? thrown : inAnswer(thrown, context, request),
    );
    return (isAnswer(given) ? given : page(given)) as unknown as PageIn<T | Obstacle>;
  };
}

/** @throws whatever is no AppError: nobody expected it */
function inAnswer(error: unknown, context: AppLoadContext, request: Request): Obstacle {
  if (!(error instanceof AppError)) throw error;
  if (error.status >= 500) context.log(error.detail, error);
  if (error.code === 'unauthenticated') return toSignIn(request);
  return refused(error.status, error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) });
}
