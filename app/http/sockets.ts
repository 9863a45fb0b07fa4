/** How long a connection may take for what (reliability 17). */
import type { Server } from 'node:http';

/** For `createServer`; ms, and bytes of headers. */
export const HTTP_LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  requestTimeout: 30_000,
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
