/** One open reader: a raw response that is written to until one side has had enough. Knows nothing of salons. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';

/** A reader that lets this much pile up is cut, and resumes (contract 3). */
const UNSENT_MAX = 256 * 1024; // bytes
const STALLED_MAX = 30_000; // ms
/** A sign of life goes to whoever has been sent nothing for so long: proxies, and our own server, hang up on silence. */
export const SILENCE_MAX = 20_000; // ms
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
  /** When something was last sent, ms. */
  lastSent: () => number;
  readonly open: boolean;
};

export function openStream(response: ServerResponse, headers: Readonly<Record<string, string>>, now: number): Stream {
  const closing = closingOf(response);
  const times: { stalledSince: number | null; sent: number } = { stalledSince: null, sent: now };
  sendHead(response, headers);
  const line = lineOf(response, () => {
    times.stalledSince = null;
  });
  // The head of a stream is all that HEAD asks for: it takes no seat and shows nobody as here.
  if (response.req.method === 'HEAD') end();

  function cut(): false {
    response.destroy();
    closing.close();
    return false;
  }

  function end(last?: string): void {
    if (!closing.isOpen()) return;
    if (last) line.write(last);
    finish(response);
    closing.close();
  }

  return {
    write(chunk) {
      if (!closing.isOpen()) return false;
      // What waited before this chunk counts, not the chunk: a replay is often larger than what may pile up.
      if (line.writableLength > UNSENT_MAX) return cut();
      times.sent = Date.now();
      if (!line.write(chunk)) times.stalledSince ??= times.sent;
      return true;
    },
    lastSent: () => times.sent,
    end,
    onClose: closing.onClose,
    check(time) {
      if (!closing.isOpen()) return;
      if (times.stalledSince !== null && time - times.stalledSince > STALLED_MAX) cut();
      else if (time > now + STREAM_LIFE) end();
    },
    get open() {
      return closing.isOpen();
    },
  };
}

/** Nobody looks after it any more: a reader who takes nothing does not keep the socket for ever. */
function finish(response: ServerResponse): void {
  response.end();
  setTimeout(() => response.writableFinished || response.destroy(), STALLED_MAX).unref();
}

/**
 * The socket itself, once the head is on it: `ServerResponse.write` corks the socket, uncorks it in the next tick and turns
 * each event into a list of buffers (docs/decisions/042). A response that still waits behind another one on its
 * connection has no socket yet, and is written to in the ordinary way.
 */
function lineOf(response: ServerResponse, onDrain: () => void): Writable {
  const line = response.socket ?? response;
  return line.on('drain', onDrain);
}

/** Open until the response ends, whichever side ended it; listeners are told once. */
function closingOf(response: ServerResponse) {
  const listeners: (() => void)[] = [];
  let open = true;

  function close(): void {
    if (!open) return;
    open = false;
    for (const listener of listeners) listener();
  }

  response.on('close', close);
  response.on('error', close);
  // A reader who went while her rights were looked up said so before anybody listened.
  if (response.destroyed) close();
  return {
    isOpen: () => open,
    close,
    onClose(listener: () => void): void {
      if (open) listeners.push(listener);
      else listener();
    },
  };
}

/** What is written in this turn, the head and what is said at once, leaves as one. */
function togetherNow(socket: Socket | null): void {
  socket?.cork();
  process.nextTick(() => socket?.uncork());
}

function sendHead(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  togetherNow(response.socket);
  response.socket?.setNoDelay(true);
  // Not in chunks: each would be three writes to the socket instead of one. The end of the stream is the end of the
  // connection, and an event is whole or was never heard.
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200, { ...headers, Connection: 'close' });
  response.flushHeaders();
}
