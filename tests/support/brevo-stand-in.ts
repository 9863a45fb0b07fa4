/**
 * Brevo, as its public pages describe it, on loopback: letters with their idempotency key, contacts and lists, the
 * refusals, the limits, and the ways not to answer at all. It keeps everything it was asked.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const BREVO_KEY = 'xkeysib-stand-in-0123456789';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  readonly at: number;
};
export type SentLetter = {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId: string;
};

/** What the next requests meet. `slow` answers after 200 ms, `hang` never, `deaf` does it and never says so, `rubbish` is a proxy's page. */
export type Mood =
  | 'well'
  | 'hang'
  | 'slow'
  | 'rubbish'
  | 'lost answer'
  | 'deaf'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

export type BrevoStandIn = {
  readonly base: string;
  readonly asked: Asked[];
  /** What left for a mailbox: a key that came twice left once. */
  readonly sent: SentLetter[];
  readonly lists: ReadonlyMap<number, ReadonlySet<string>>;
  /** Who is known there at all. */
  readonly contacts: ReadonlySet<string>;
  /** Whose letters stand in its journal. */
  readonly journal: ReadonlySet<string>;
  /** Addresses that Brevo itself has shut off. */
  readonly blocked: Set<string>;
  /** For all that follows, or for so many requests. */
  be: (mood: Mood, times?: number) => void;
  /** Nobody listens any more; `comeBack` opens the same port again. */
  leave: () => Promise<void>;
  comeBack: () => Promise<void>;
  close: () => Promise<void>;
};

export async function brevoStandIn(): Promise<BrevoStandIn> {
  const asked: Asked[] = [];
  const sent: SentLetter[] = [];
  const lists = new Map<number, Set<string>>();
  const contacts = new Set<string>();
  const blocked = new Set<string>();
  const journal = new Set<string>();
  const moods: { mood: Mood; left: number }[] = [];
  let server: Server;
  let port = 0;

  const mood = (): Mood => {
    const [first] = moods;
    if (!first) return 'well';
    first.left -= 1;
    if (first.left <= 0) moods.shift();
    return first.mood;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = new URL(request.url ?? '/', 'http://brevo').pathname;
    asked.push({ method: request.method ?? '', path, headers: request.headers, body, at: Date.now() });
    const now = mood();
    if (now === 'hang') return;
    if (now === 'slow') await new Promise((resolve) => setTimeout(resolve, 200));
    if (now === 'rubbish')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    if (typeof now === 'object') return json(response, now.status, now.body ?? codeFor(now.status), now.headers);
    if (request.headers['api-key'] !== BREVO_KEY) return json(response, 401, codeFor(401));
    const [status, reply] = handle(request.method ?? '', path, body);
    if (now === 'deaf') return;
    if (now === 'lost answer') return void request.socket.destroy();
    json(response, status, reply, { 'x-sib-ratelimit-limit': '1000', 'x-sib-ratelimit-remaining': '999' });
  }

  function handle(method: string, path: string, body: Record<string, unknown>): [number, unknown] {
    const [, listId] = /^\/contacts\/lists\/(\d+)\/contacts\/remove$/.exec(path) ?? [];
    if (method === 'POST' && path === '/smtp/email') return acceptLetter(body);
    if (method === 'POST' && path === '/contacts') return acceptContact(body);
    if (method === 'POST' && listId) return removeFrom(Number(listId), body.emails as string[]);
    const named = decodeURIComponent(path.split('/').at(-1) ?? '');
    if (method === 'DELETE' && path.startsWith('/smtp/blockedContacts/'))
      return blocked.delete(named) ? [204, undefined] : [404, codeFor(404)];
    if (method === 'DELETE' && path.startsWith('/smtp/log/'))
      return journal.delete(named) ? [204, undefined] : [404, codeFor(404)];
    if (method === 'DELETE' && path.startsWith('/contacts/')) {
      for (const members of lists.values()) members.delete(named);
      return contacts.delete(named) ? [204, undefined] : [404, codeFor(404)];
    }
    return [404, codeFor(404)];
  }

  function acceptLetter(body: Record<string, unknown>): [number, unknown] {
    const { to, subject, htmlContent, textContent, tags, headers } = body as unknown as LetterBody;
    const address = to?.[0]?.email ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(address) || !subject || !htmlContent) return [400, codeFor(400)];
    const key = headers.idempotencyKey ?? '';
    const before = sent.find((letter) => letter.key === key);
    if (before) return [201, { messageId: before.messageId }];
    const messageId = `<2026${String(sent.length).padStart(6, '0')}.${key.slice(0, 8)}@smtp-relay.mailin.fr>`;
    journal.add(address);
    if (!blocked.has(address)) {
      sent.push({ key, to: address, subject, html: htmlContent, text: textContent, tags, headers, messageId });
    }
    return [201, { messageId }];
  }

  function acceptContact(body: Record<string, unknown>): [number, unknown] {
    const email = String(body.email);
    const known = contacts.has(email);
    if (known && body.updateEnabled !== true)
      return [400, { code: 'duplicate_parameter', message: 'Contact already exist' }];
    contacts.add(email);
    for (const id of body.listIds as number[]) lists.set(id, (lists.get(id) ?? new Set()).add(email));
    return known ? [204, undefined] : [201, { id: contacts.size }];
  }

  function removeFrom(id: number, emails: readonly string[]): [number, unknown] {
    const gone = emails.filter((email) => lists.get(id)?.delete(email));
    if (gone.length > 0) return [201, { contacts: { success: gone, failure: [] } }];
    return [400, { code: 'invalid_parameter', message: 'Contact already removed from list and/or does not exist' }];
  }

  function open(): Promise<void> {
    server = createServer((request, response) => void answer(request, response));
    return new Promise((resolve) =>
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      }),
    );
  }
  const shut = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };

  await open();
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    sent,
    lists,
    contacts,
    journal,
    blocked,
    be: (next, times = Number.POSITIVE_INFINITY) => {
      moods.length = 0;
      if (next !== 'well') moods.push({ mood: next, left: times });
    },
    leave: shut,
    comeBack: open,
    close: shut,
  };
}

type LetterBody = {
  readonly to?: readonly { readonly email?: string }[];
  readonly subject: string;
  readonly htmlContent: string;
  readonly textContent: string;
  readonly tags: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function codeFor(status: number): { code: string; message: string } {
  const codes: Record<number, string> = {
    400: 'invalid_parameter',
    401: 'unauthorized',
    402: 'not_enough_credits',
    403: 'permission_denied',
    404: 'document_not_found',
    429: 'too_many_requests',
  };
  return { code: codes[status] ?? 'internal_error', message: 'said by the stand-in' };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined || status === 204 ? undefined : JSON.stringify(body));
}
