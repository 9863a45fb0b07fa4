/**
 * A form that is posted after the session has ended: its words wait while one signs in (C-04, C-08), with scripts and
 * without. Only the fields that the route's `handle` names are kept: no password, no code, no file.
 */
import type { RequestContext } from '~/context';
import { type Form, type KeptFields, readForm, typed } from '~/forms';
import { type ShortCookie, shortCookie, shortCookieIn } from '~/short-cookie';
import { href, type KeepingPlace, placeOf, rowOf } from '~/urls';
import { isAnswer, type SeeOther, seeOther } from './answer';
import { FLASH } from './flash';

const COOKIE: ShortCookie = { name: 'aurora_garde', path: '/', life: 3600, sameSite: 'Lax' };
/** The hidden field by which the page of the kept text says that it is the one that posts. */
export const SENT_FROM_PENDING = 'garde';

/** Bytes as they are stored: control characters grow sixfold in JSON. */
const FIELDS_MAX = 100_000;
/** Characters; what the table holds (`pending_posts_path_length`). */
const PATH_MAX = 200;

/** The way to sign-in with the words put aside, or null where there is nothing to keep. */
export async function keepPendingPost(
  context: RequestContext,
  request: Request,
  kept: KeptFields,
): Promise<SeeOther | null> {
  const path = new URL(request.url).pathname;
  const form = await readForm(request).catch(() => null);
  if (!form || !keepingPlace(path)) return null;
  const fields = wellFormed(typed(form, ...kept.words, ...kept.rest));
  if (path.length > PATH_MAX || Buffer.byteLength(JSON.stringify(fields)) > FIELDS_MAX) return null;
  if (kept.words.every((name) => !fields[name]?.trim())) return null;
  // Sent twice it is one message: the key that a form without scripts may lack is made here (C-07).
  const whole = kept.rest.includes('cle') ? { ...fields, cle: fields.cle || crypto.randomUUID() } : fields;
  const secret = await context.pendingPosts.store({ path, fields: whole }, context.ip);
  if (!secret) return null;
  const next = href('signIn', {}, { retour: href('pendingPost'), [FLASH]: 'garde' });
  return seeOther(next, { 'Set-Cookie': shortCookie(COOKIE, secret, context.config.origin) });
}

/** What this browser has put aside, and for which of our forms. */
export async function pendingPost(context: RequestContext, request: Request) {
  const post = await context.pendingPosts.find(shortCookieIn(COOKIE, request));
  const place = post && keepingPlace(post.path);
  return place ? { ...post, place } : null;
}

/** Forgets it; gives the Set-Cookie value that lets the browser forget it too. */
export async function forgetPendingPost(context: RequestContext, request: Request): Promise<string> {
  await context.pendingPosts.delete(shortCookieIn(COOKIE, request));
  return shortCookie(COOKIE, '', context.config.origin);
}

/** The answer to a form; where it was that of the kept text, and was accepted, nothing is left to keep. */
export function sentAfterAll<T>(context: RequestContext, request: Request, form: Form, answer: T): T | SeeOther {
  if (form[SENT_FROM_PENDING] === undefined || !isAnswer(answer) || answer.kind !== 'seeOther') return answer;
  context.afterAnswer(() => context.pendingPosts.delete(shortCookieIn(COOKIE, request)));
  const headers = new Headers(answer.headers);
  headers.append('Set-Cookie', shortCookie(COOKIE, '', context.config.origin));
  return { ...answer, headers };
}

function keepingPlace(path: string): KeepingPlace | null {
  const place = placeOf(path);
  // The type says the same of the rows: those that keep are a `KeepingPlace`.
  return place && rowOf(place).keeps ? (place as KeepingPlace) : null;
}

/** Half a pair of UTF-16 is no text for `jsonb`. */
function wellFormed(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Buffer.from(value).toString()]));
}
