/**
 * What loaders and actions have in common: who asks, and how a refusal becomes an answer.
 * The one place that turns an AppError into an answer of the contract.
 */
import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Viewer } from '~/auth/rules/viewer';
import { AppError, notFound } from '~/errors';
import { type Form, readForm } from '~/forms';
import { href } from '~/urls';
import { htmlAnswer } from './html-answer';
import { methodsOf } from './methods';
import { unsent } from './page';
import { keepPendingPost, sentAfterAll } from './pending-post';

export type Asked = {
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
};
export type AskedByMember = Asked & { readonly viewer: Viewer };

/** A page anybody may open. */
export function anyone<T>(work: (asked: Asked & { viewer: Viewer | null }) => Promise<T>) {
  return ({ request, context, params }: LoaderFunctionArgs) =>
    answered(context, request, async () =>
      unsent(await work({ context, params, request, url: new URL(request.url), viewer: context.viewer })),
    );
}

/** A page for members: others are led to sign-in and back (K02). */
export function members<T>(work: (asked: AskedByMember) => Promise<T>) {
  return ({ request, context, params }: LoaderFunctionArgs) =>
    answered(context, request, async () =>
      unsent(await work({ context, params, request, url: new URL(request.url), viewer: viewerOf(context) })),
    );
}

/** A form anybody may send. */
export function anyonePosts<T>(work: (asked: Asked & { viewer: Viewer | null; form: Form }) => Promise<T>) {
  return ({ request, context, params }: ActionFunctionArgs) =>
    answered(context, request, async () => {
      const form = await readForm(request);
      const url = new URL(request.url);
      return noted(context, await work({ context, params, request, url, viewer: context.viewer, form }));
    });
}

/**
 * A form for members. What others have written is put aside while they sign in (C-08).
 * @param most bytes that its body may have, where it carries more than a form usually does
 */
export function membersPost<T>(work: (asked: AskedByMember & { form: Form }) => Promise<T>, most?: number) {
  return ({ request, context, params }: ActionFunctionArgs) =>
    answered(context, request, async () => {
      if (!context.viewer) throw (await keepPendingPost(context, request)) ?? new AppError('unauthenticated');
      const form = await readForm(request, most);
      const url = new URL(request.url);
      const answer = await work({ context, params, request, url, viewer: context.viewer, form });
      sentAfterAll(context, request, form, answer);
      return noted(context, answer);
    });
}

/** A form that comes back with its faults: the frame, which is drawn after it, puts that into the page's title. */
function noted<T>(context: AppLoadContext, answer: T): T {
  const { init } = (answer ?? {}) as { readonly init?: ResponseInit | null };
  if (init?.status === 422) context.faulty = true;
  return answer;
}

/**
 * G06: only for whoever gave a password or a mailed code in the last quarter of an hour; others are asked for it and
 * come back. Around the work of `members` and `membersPost`: `members(freshlyProven(async ({ viewer }) => …))`.
 */
export function freshlyProven<A extends AskedByMember, T>(work: (asked: A) => Promise<T>) {
  return (asked: A): Promise<T> => {
    if (!asked.viewer.proven) throw redirect(href('proof', {}, { retour: pageBehind(asked.request) }), 303);
    return work(asked);
  };
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
  return ({ request, context, params }: ActionFunctionArgs) =>
    answered(context, request, () => work({ context, params, request, url: new URL(request.url) }));
}

function viewerOf(context: AppLoadContext): Viewer {
  if (!context.viewer) throw new AppError('unauthenticated');
  return context.viewer;
}

async function answered<T>(context: AppLoadContext, request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.status >= 500) context.log(error.detail, error);
    if (error.code === 'unauthenticated') throw toSignIn(request);
    context.refusal = refusal(error);
    throw context.refusal;
  }
}

function toSignIn(request: Request): Response {
  return redirect(href('signIn', {}, { retour: pageBehind(request) }), 303);
}

/** Where to come back to: a POST to the page it was sent from, the address itself if it is one. */
function pageBehind(request: Request): string {
  const { pathname, search } = new URL(request.url);
  if (methodsOf(pathname)?.includes('GET')) return pathname + search;
  const referer = request.headers.get('referer') ?? '';
  const from = request.method === 'POST' && URL.canParse(referer) ? new URL(referer) : null;
  return from ? from.pathname + from.search : href('salons');
}

function refusal(error: AppError): Response {
  const headers = error.retryAfter === undefined ? undefined : { 'Retry-After': String(error.retryAfter) };
  return new Response(null, { status: error.status, headers });
}

/** Stored: 303 to a page, or 204 for the script, which hears of it by the stream. */
export function done(context: AppLoadContext, location: string, headers?: HeadersInit): Response {
  if (context.fragment) context.reply = new Response(null, { status: 204, headers });
  return redirect(location, { status: 303, headers });
}

/** The script's answer when the page it has must change: these elements, each put in the place of its id. */
export function fragment(context: AppLoadContext, view: ReactElement, status: number): void {
  if (!context.fragment) return;
  context.reply = htmlAnswer(renderToStaticMarkup(view), context.acceptEncoding, status);
}
