/** Brevo, in one module: the only importer of its client, which is loaded with the first letter. */
import { domainToASCII } from 'node:url';
import type { BrevoClient } from '@getbrevo/brevo';
import type { MailConfig } from '~/config/mail';
import type { Outcome, Parcel, Post, Shut } from './rules';

/** Seconds. Brevo answers within one; whoever hangs is asked again with the same key. */
const TIMEOUT = 10;
/** Seconds that an answer may ask us to wait at most: a clock of theirs that is wrong must not stop us for a day. */
const LONGEST_WAIT = 3_600;

export type BrevoLists = {
  readonly join: (email: string, listId: number, signal?: AbortSignal) => Promise<Outcome>;
  readonly leave: (email: string, listId: number, signal?: AbortSignal) => Promise<Outcome>;
  /** Takes the whole entry away, and the journal of what was sent there. */
  readonly forget: (email: string, signal?: AbortSignal) => Promise<Outcome>;
};

type Options = {
  readonly brevo: NonNullable<MailConfig['brevo']>;
  readonly from: MailConfig['from'];
  /** Where answers are read; null: where the letter came from. */
  readonly replyTo: string | null;
};

export function brevoPost(options: Options): Post & BrevoLists {
  const ask = asking(options.brevo);
  return {
    send: (parcel, signal) => ask(sending(parcel, options), signal),
    join: (email, listId, signal) =>
      ask(async ({ contacts }, request) => {
        await contacts.createContact({ email: asciiAddress(email), listIds: [listId], updateEnabled: true }, request);
        return null;
      }, signal),
    leave: (email, listId, signal) =>
      ask(async ({ contacts }, request) => {
        // 400: is not on it; 404: is not known. Both are what was wanted.
        await contacts
          .removeContactFromList({ listId, body: { emails: [asciiAddress(email)] } }, request)
          .catch(unless(400, 404));
        return null;
      }, signal),
    forget: (email, signal) =>
      ask(async ({ contacts, transactionalEmails }, request) => {
        const identifier = asciiAddress(email);
        await contacts.deleteContact({ identifier }, request).catch(unless(404));
        await transactionalEmails.deleteAnSmtpTransactionalLog({ identifier }, request).catch(unless(400, 404));
        return null;
      }, signal),
  };
}

/** Runs one request with the client, which is opened once, and says what its answer means. */
function asking(brevo: Options['brevo']) {
  let opened: Promise<BrevoClient> | undefined;
  return async (work: Work, signal?: AbortSignal): Promise<Outcome> => {
    try {
      opened ??= openClient(brevo);
      const request = { maxRetries: 0, timeoutInSeconds: TIMEOUT, ...(signal && { abortSignal: signal }) } as const;
      return { is: 'sent', messageId: await work(await opened, request) };
    } catch (error) {
      // Stopped by ourselves: the next process asks again with the same key.
      if (signal?.aborted) return { is: 'later', reason: 'arrêt', seconds: 1, shut: null };
      return refusalOf(error as Answered);
    }
  };
}

function sending(parcel: Parcel, { from, replyTo }: Options): Work {
  return async ({ transactionalEmails }, request) => {
    const to = asciiAddress(parcel.to);
    if (parcel.reopen) {
      await transactionalEmails.unblockOrResubscribeATransactionalContact({ email: to }, request).catch(unless(404));
    }
    const answer = await transactionalEmails.sendTransacEmail(
      {
        sender: { email: asciiAddress(from.email), ...(from.name && { name: from.name }) },
        to: [{ email: to }],
        ...(replyTo && { replyTo: { email: replyTo } }),
        subject: parcel.subject,
        htmlContent: parcel.html,
        textContent: parcel.text,
        tags: [parcel.template],
        headers: headersOf(parcel),
      },
      request,
    );
    return answer.messageId ?? null;
  };
}

type Work = (client: BrevoClient, request: Request) => Promise<string | null>;
type Request = { readonly maxRetries: 0; readonly timeoutInSeconds: number; readonly abortSignal?: AbortSignal };

async function openClient({ apiKey, base }: Options['brevo']): Promise<BrevoClient> {
  const { BrevoClient } = await import('@getbrevo/brevo');
  return new BrevoClient({ apiKey, ...(base && { baseUrl: base }) });
}

/** The key is spelt in two ways in Brevo's own pages; an unknown header of the body harms nothing. */
function headersOf({ id, unsubscribeUrl }: Parcel): Record<string, string> {
  return {
    idempotencyKey: id,
    'Idempotency-Key': id,
    ...(unsubscribeUrl && {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/** Domains in other letters travel as their ASCII form (IDN). */
export function asciiAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1)) || email.slice(at + 1)}`;
}

type Answered = {
  readonly statusCode?: number;
  readonly rawResponse?: { readonly headers?: Headers };
  readonly body?: unknown;
};

function unless(...statuses: readonly number[]) {
  return (error: unknown): void => {
    if (!statuses.includes((error as Answered).statusCode ?? 0)) throw error;
  };
}

const KEY_REFUSED: readonly number[] = [401, 402, 403, 404, 405, 407];

/** What each answer means for this letter, and for all of them. */
function refusalOf({ statusCode, rawResponse, body }: Answered): Outcome {
  if (statusCode === undefined) return { is: 'later', reason: 'pas de réponse', seconds: null, shut: 'away' };
  const reason = `réponse ${statusCode}`;
  const later = (shut: Shut | null, seconds: number | null = null): Outcome => ({ is: 'later', reason, seconds, shut });
  if (KEY_REFUSED.includes(statusCode)) return later('key');
  if (statusCode === 429) return later('rate', secondsToWait(rawResponse?.headers));
  // Below 400 it was no answer of Brevo's: a portal or a proxy stands in between.
  if (statusCode === 408 || statusCode === 425 || statusCode >= 500 || statusCode < 400) return later(null);
  // The same key again: the letter is on its way already.
  if (/idempoten/i.test(JSON.stringify(body ?? ''))) return { is: 'sent', messageId: null };
  return { is: 'refused', reason: reason + codeOf(body) };
}

/** Brevo's own word for the refusal; its message may name the address and stays out. */
function codeOf(body: unknown): string {
  const code = (body as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? ` ${code}` : '';
}

function secondsToWait(headers: Headers | undefined): number {
  const given = headers?.get('x-sib-ratelimit-reset') ?? headers?.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_WAIT) : 60;
}
