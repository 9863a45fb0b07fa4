/** One open stream that never gives up (C-05, C-06). `sse.js` reads it; its faults are guarded here (decision 034). */
import { SSE, type SSEvent } from 'sse.js';
import { type EventKind, events } from './protocol';

/** The server speaks every 20 s (contract 3): twice that and a bit is a dead line. */
const SILENCE = 45_000;
/** On waking up less patience is due: one missed comment and the line is taken for dead. */
const DOUBT = 25_000;
const LONGEST = 15_000;
/** Characters. The browser keeps all the text of an answer until it ends. */
const MOST = 1e6;

export type Reader = {
  heard(kind: EventKind, html: string, change: number): void;
  connected(): void;
  lost(): void;
  /** The server will not have us: shut out of the salon, or only signed out. */
  ended(signedOut: boolean): void;
};

let line: SSE | undefined;
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
  address = new URL(url, location.href).href;
  reader = to;
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', connect);
  addEventListener('pageshow', (event) => event.persisted && connect());
  // An open request keeps a page out of the back/forward cache.
  addEventListener('pagehide', hangUp);
  connect();
}

/** For good. */
export function stop(): void {
  over = true;
  hangUp();
}

function wake(): void {
  if (!document.hidden && (!line || Date.now() - lastByte > DOUBT)) connect();
}

/** First no line of ours, then closed: what a closing one still says is not heard. */
function hangUp(): void {
  const last = line;
  line = undefined;
  clearTimeout(timer);
  last?.close();
}

function connect(): void {
  hangUp();
  if (over) return;
  reader.lost();
  // With a condition the request passes the browser's cache by (Fetch, cache mode): nothing of a salon is written to
  // the disk, and a second tab does not wait for the first one's answer, which never ends.
  const headers = { 'If-Match': '*', ...(cursor && { 'Last-Event-ID': cursor }) };
  const mine = new SSE(address, { headers, reconnectDelay: base });
  line = mine;
  alive();
  for (const kind of events) mine.addEventListener(kind, (event: SSEvent) => mine === line && hear(kind, event));
  watch(mine, mine.xhr as XMLHttpRequest);
}

function watch(mine: SSE, request: XMLHttpRequest): void {
  // Readers who came together do not come back together.
  const most = MOST * (1 + Math.random());
  request.addEventListener('progress', () => {
    if (mine !== line) return;
    // Comments too, which `sse.js` does not report.
    alive();
    base = mine.reconnectDelay;
    if (mine.progress > most) connect();
  });
  request.addEventListener('readystatechange', () => {
    if (mine !== line) return;
    if (request.readyState === 2) answered(request);
    // Before `load`, at which `sse.js` would give out what is left as if it were a whole event.
    if (request.readyState === 4) retry();
  });
}

function alive(): void {
  lastByte = Date.now();
  clearTimeout(timer);
  timer = window.setTimeout(connect, SILENCE);
}

function answered(request: XMLHttpRequest): void {
  const { status } = request;
  // Led to another page means signed out. Some hotel's portal in place of the stream passes, and is tried again.
  const signedOut = status === 401 || request.responseURL !== address;
  if (signedOut || status === 403 || status === 404) return reader.ended(signedOut);
  if (status !== 200 || !/event-stream/.test(request.getResponseHeader('Content-Type') ?? '')) return retry();
  failures = 0;
  reader.connected();
}

function hear(kind: EventKind, { id, data }: SSEvent): void {
  reader.heard(kind, data, Number(id));
  if (id) cursor = id;
}

/** Full jitter: a thousand readers cut at once must not come back at once. */
function retry(): void {
  hangUp();
  reader.lost();
  timer = window.setTimeout(connect, Math.random() * Math.min(LONGEST, base * 2 ** failures++));
}
