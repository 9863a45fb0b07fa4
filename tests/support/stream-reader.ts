/** Followers of a salon over raw HTTP: the event stream, which comes back by itself, and the page that never ends. */
import http from 'node:http';
import { expect, onTestFinished } from 'vitest';

export type ServerEvent = { readonly id: number | null; readonly event: string; readonly data: string };

export type StreamOptions = {
  readonly cookie: string;
  readonly depuis?: string | number;
  readonly lastEventId?: string | number;
  /** Comes back after every end but `fin` and `reset`, after its last event, as the page's script does. */
  readonly returns?: boolean;
};

export type StreamReader = {
  /** Everything heard, over all connections. */
  readonly events: ServerEvent[];
  /** Change numbers of the messages heard, in the order of arrival. */
  readonly ids: () => number[];
  readonly named: (event: string) => ServerEvent[];
  /** Of the newest connection. */
  readonly status: () => number | null;
  readonly headers: () => http.IncomingHttpHeaders;
  readonly text: () => string;
  readonly connections: () => number;
  readonly isOpen: () => boolean;
  /** The network goes. */
  readonly cut: () => void;
  /** Takes nothing from the socket, and keeps it open. */
  readonly stall: () => void;
  readonly flow: () => void;
  /** The next connection goes to another process. */
  readonly moveTo: (origin: string) => void;
  /** For good. */
  readonly close: () => void;
};

/** Milliseconds until a cut reader comes back: the browser's own pause, made short. */
const PAUSE = 40;

/** Resolves when the answer's head is there. */
export async function readStream(origin: string, salonId: string, options: StreamOptions): Promise<StreamReader> {
  const reader = followStream(origin, salonId, options);
  await eventually(reader.status, 'an answer').not.toBeNull();
  return reader;
}

export function followStream(origin: string, salonId: string, options: StreamOptions): StreamReader {
  const events: ServerEvent[] = [];
  let base = origin;
  let cursor = options.lastEventId === undefined ? null : String(options.lastEventId);
  let request: http.ClientRequest | null = null;
  let answer: http.IncomingMessage | null = null;
  let text = '';
  let rest = '';
  let connections = 0;
  let open = false;
  let over = false;

  function connect(): void {
    if (over) return;
    rest = '';
    text = '';
    answer = null;
    const query = options.depuis === undefined ? '' : `?depuis=${encodeURIComponent(options.depuis)}`;
    const mine = http.get(new URL(`/salons/${salonId}/flux${query}`, local(base)), {
      agent: false,
      headers: { Cookie: options.cookie, ...(cursor === null ? {} : { 'Last-Event-ID': cursor }) },
    });
    request = mine;
    mine.on('error', lost);
    mine.on('response', (response) => {
      answer = response;
      connections += 1;
      open = response.statusCode === 200;
      response.setEncoding('utf8');
      response.on('data', hear);
      response.on('error', () => {});
      response.on('close', lost);
    });

    function lost(): void {
      if (request !== mine) return;
      request = null;
      open = false;
      if (options.returns) setTimeout(connect, PAUSE);
    }
  }

  function hear(chunk: string): void {
    text += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(parseEvent(block));
  }

  function take(event: ServerEvent | null): void {
    if (!event) return;
    events.push(event);
    if (event.id !== null) cursor = String(event.id);
    if (event.event === 'fin' || event.event === 'reset') over = true;
  }

  function close(): void {
    over = true;
    request?.destroy();
  }

  connect();
  onTestFinished(close);
  return {
    events,
    ids: () => events.flatMap((each) => (each.event === 'message' ? [each.id ?? Number.NaN] : [])),
    named: (name) => events.filter((each) => each.event === name),
    status: () => answer?.statusCode ?? null,
    headers: () => answer?.headers ?? {},
    text: () => text,
    connections: () => connections,
    isOpen: () => open,
    cut: () => request?.destroy(),
    stall: () => answer?.pause(),
    flow: () => answer?.resume(),
    moveTo: (next) => {
      base = next;
    },
    close,
  };
}

/** One block between empty lines; a comment or a lone `retry:` is no event. */
export function parseEvent(block: string): ServerEvent | null {
  const fields = new Map<string, string[]>();
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at), [...(fields.get(line.slice(0, at)) ?? []), line.slice(at + 2)]);
  }
  const data = fields.get('data');
  if (!data) return null;
  const id = fields.get('id')?.[0];
  return { id: id === undefined ? null : Number(id), event: fields.get('event')?.[0] ?? '', data: data.join('\n') };
}

export type LivePage = {
  readonly status: () => number | null;
  readonly headers: () => http.IncomingHttpHeaders;
  /** All that has arrived. */
  readonly html: () => string;
  readonly isOver: () => boolean;
  readonly close: () => void;
};

/** `/salons/:salon/direct`, as a browser without scripts holds it. */
export async function readLivePage(origin: string, salonId: string, cookie: string, query = ''): Promise<LivePage> {
  let answer: http.IncomingMessage | null = null;
  let html = '';
  let over = false;
  const request = http.get(new URL(`/salons/${salonId}/direct${query}`, local(origin)), {
    agent: false,
    headers: { Cookie: cookie },
  });
  request.on('error', () => {});
  request.on('response', (response) => {
    answer = response;
    response.setEncoding('utf8');
    response.on('data', (chunk) => {
      html += chunk;
    });
    response.on('error', () => {});
    response.on('close', () => {
      over = true;
    });
  });
  const page: LivePage = {
    status: () => answer?.statusCode ?? null,
    headers: () => answer?.headers ?? {},
    html: () => html,
    isOver: () => over,
    close: () => request.destroy(),
  };
  onTestFinished(page.close);
  await eventually(page.status, 'an answer').not.toBeNull();
  return page;
}

/** Posts a form as the page's script does. Resolves with the status; a connection that fails is status 0. */
export function send(origin: string, path: string, cookie: string, form: Readonly<Record<string, string>>) {
  return new Promise<number>((resolve) => {
    const request = http.request(new URL(path, local(origin)), {
      method: 'POST',
      agent: false,
      headers: {
        Cookie: cookie,
        Origin: origin,
        'X-Aurora': 'fragment',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    });
    request.on('error', () => resolve(0));
    request.on('response', (response) => {
      response.on('error', () => resolve(0));
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.end(new URLSearchParams(form).toString());
  });
}

/** Says it until it is acknowledged, under one key (C-07): said once, however often it was sent. */
export async function say(origin: string, salonId: string, cookie: string, texte: string, withinMs = 30_000) {
  const cle = crypto.randomUUID();
  const deadline = Date.now() + withinMs;
  for (;;) {
    const status = await send(origin, `/salons/${salonId}/messages`, cookie, { texte, cle });
    if (status === 204 || status === 303) return;
    if (status > 0 && status < 500) throw new Error(`refused with ${status}: ${texte}`);
    if (Date.now() > deadline) throw new Error(`not acknowledged: ${texte}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Waits for a condition, for as long as a busy machine may need. */
export const eventually = <T>(read: () => T, what = 'it', timeout = 20_000) =>
  expect.poll(read, { timeout, interval: 15, message: what });

/** The words of the messages that were said with `word`, as they stand in what arrived. */
export const wordsIn = (events: readonly ServerEvent[], word: RegExp): string[] =>
  events.flatMap((each) => (each.event === 'message' ? (each.data.match(word) ?? []) : []));

/** The server listens on 127.0.0.1 alone; `localhost` may be tried as ::1 first. */
const local = (origin: string): string => origin.replace('//localhost', '//127.0.0.1');
