/** One open stream that never gives up (C-05, C-06). */
import { readEvents, type ServerEvent } from './events';

/** The server speaks every 20 s (contract 3): twice that and a bit is a dead line. */
const SILENCE = 45_000;
/** On waking up less patience is due: one missed comment and the line is taken for dead. */
const DOUBT = 25_000;
const LONGEST = 30_000;

export type Reader = {
  heard(kind: string, html: string, change: number): void;
  connected(): void;
  lost(): void;
  /** The server will not have us: shut out of the salon, or only signed out. */
  ended(signedOut: boolean): void;
};

let line: AbortController | undefined;
let address = '';
let reader: Reader;
let cursor = '';
let base = 3000;
let failures = 0;
let lastByte = 0;
let timer = 0;
let over = false;

/** @param url the stream, with the `depuis` of the page; Last-Event-ID wins over it later */
export function follow(url: string, to: Reader): void {
  address = url;
  reader = to;
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', connect);
  addEventListener('pageshow', (event) => event.persisted && connect());
  // An open request keeps a page out of the back/forward cache.
  addEventListener('pagehide', hangUp);
  void connect();
}

/** For good. */
export function stop(): void {
  over = true;
  hangUp();
}

function wake(): void {
  if (!document.hidden && (!line || Date.now() - lastByte > DOUBT)) void connect();
}

function hangUp(): void {
  clearTimeout(timer);
  line?.abort();
  line = undefined;
}

async function connect(): Promise<void> {
  hangUp();
  if (over) return;
  reader.lost();
  const mine = new AbortController();
  line = mine;
  alive();
  try {
    await listen(mine);
  } catch {
    // Cut, refused, or no network: all the same to us.
  }
  if (mine === line) retry();
}

function alive(): void {
  lastByte = Date.now();
  clearTimeout(timer);
  timer = window.setTimeout(connect, SILENCE);
}

async function listen(mine: AbortController): Promise<void> {
  const headers = cursor ? { 'Last-Event-ID': cursor } : undefined;
  // With a cache in between, Chromium makes a second tab wait for the first one's answer, which never ends.
  const answer = await fetch(address, { headers, signal: mine.signal, cache: 'no-store' });
  if (mine !== line) return;
  // Led to another page means signed out. Some hotel's portal in place of the stream passes, and is tried again.
  const signedOut = answer.redirected || answer.status === 401;
  if (signedOut || /40[34]/.test(`${answer.status}`)) return reader.ended(signedOut);
  if (!answer.ok || !/event-stream/.test(answer.headers.get('Content-Type') ?? '')) return;
  failures = 0;
  reader.connected();
  await readEvents(answer, alive, (event) => mine === line && hear(event));
}

function hear({ event = 'message', data, id, retry: pause }: ServerEvent): void {
  if (pause) base = Number(pause);
  if (data === undefined) return;
  if (id) cursor = id;
  reader.heard(event, data, Number(id));
}

/** Full jitter: a thousand readers cut at once must not come back at once. */
function retry(): void {
  hangUp();
  reader.lost();
  timer = window.setTimeout(connect, Math.random() * Math.min(LONGEST, base * 2 ** failures++));
}
