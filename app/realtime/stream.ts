/** One open reader: a raw response that is written to until one side has had enough. Knows nothing of salons. */
import type { ServerResponse } from 'node:http';

/** A reader that lets this much pile up is cut, and resumes (contract 3). */
const UNSENT_MAX = 256 * 1024; // bytes
const STALLED_MAX = 30_000; // ms
/** A stream ends after this time; the browser comes back and its rights are looked at anew. */
export const STREAM_LIFE = 30 * 60_000; // ms

export type Stream = {
  /** False when the reader is gone or was just cut. */
  write: (chunk: string | Uint8Array) => boolean;
  /** Says goodbye and ends. */
  end: (last?: string) => void;
  /** Called once, however it ended. */
  onClose: (listener: () => void) => void;
  /** Cuts a reader who takes nothing, or who has stayed its time. */
  check: (now: number) => void;
  readonly open: boolean;
};

export function openStream(response: ServerResponse, headers: Readonly<Record<string, string>>, now: number): Stream {
  const endsAt = now + STREAM_LIFE;
  const listeners: (() => void)[] = [];
  let open = true;
  let stalledSince: number | null = null;

  function closed(): void {
    if (!open) return;
    open = false;
    for (const listener of listeners) listener();
  }

  response.on('close', closed);
  response.on('error', closed);
  // A reader who went while her rights were looked up said so before anybody listened.
  if (response.destroyed) closed();
  response.on('drain', () => {
    stalledSince = null;
  });
  response.socket?.setNoDelay(true);
  // Not in chunks: each would be three writes to the socket instead of one. The end of the stream is the end of the
  // connection, and an event is whole or was never heard.
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200, { ...headers, Connection: 'close' });
  response.flushHeaders();
  // The head of a stream is all that HEAD asks for: it takes no seat and shows nobody as here.
  if (response.req.method === 'HEAD') {
    response.end();
    closed();
  }

  function cut(): void {
    response.destroy();
    closed();
  }

  return {
    write(chunk) {
      if (!open) return false;
      // What waited before this chunk counts, not the chunk: a replay is often larger than what may pile up.
      if (response.writableLength > UNSENT_MAX) {
        cut();
        return false;
      }
      if (!response.write(chunk)) stalledSince ??= Date.now();
      return true;
    },
    end(last) {
      if (!open) return;
      response.end(last);
      // Nobody looks after it any more: a reader who takes nothing does not keep the socket for ever.
      setTimeout(() => response.writableFinished || response.destroy(), STALLED_MAX).unref();
      closed();
    },
    onClose(listener) {
      if (open) listeners.push(listener);
      else listener();
    },
    check(time) {
      if (!open) return;
      if (stalledSince !== null && time - stalledSince > STALLED_MAX) cut();
      else if (time > endsAt) this.end();
    },
    get open() {
      return open;
    },
  };
}
