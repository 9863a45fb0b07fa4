/** How long a connection may take for what (reliability 17). */
import type { IncomingMessage, Server } from 'node:http';
import { placeOf, rowOf } from '~/urls';

/** For one whole request, ms. With a file 6 MB may come at 80 kbit/s; without, all of 64 KB come much sooner. */
const WITHIN = { form: 30_000, file: 10 * 60_000 };

/** For `createServer`; ms, and bytes of headers. */
export const HTTP_LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  requestTimeout: WITHIN.file,
  keepAliveTimeout: 75_000,
};
/** Above the 20 s between two comments of a stream. */
const STALLED = 30_000;

/**
 * Closes a connection on which nothing has moved for `ms`: a player that takes nothing of a film would keep its socket
 * and an open file for as long as it likes. Between two requests `keepAliveTimeout` counts instead.
 */
export function cutStalled(server: Server, ms: number = STALLED): void {
  server.timeout = ms;
}

/**
 * Answers 408 to a request whose body takes longer than its address allows. A file on a slow line has minutes, as long as
 * something comes (`cutStalled`).
 */
export function cutSlow(server: Server, within: typeof WITHIN = WITHIN): void {
  server.on('request', (request: IncomingMessage) => {
    if (request.method !== 'POST' || request.complete) return;
    const timer = setTimeout(() => refuse(request), takesFile(request.url ?? '') ? within.file : within.form).unref();
    request.once('close', () => clearTimeout(timer));
  });
}

function takesFile(url: string): boolean {
  const place = placeOf(url.split('?', 1)[0] ?? '');
  return place !== null && rowOf(place).takesFile === true;
}

function refuse(request: IncomingMessage): void {
  if (request.complete) return;
  request.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  request.destroy();
}
