/** One server-sent event as text (WHATWG HTML, 9.2). Pure. */

import type { EventKind } from '~/client/protocol';

export type ServerEvent = {
  /** The salon's change number; left out for what is never replayed. */
  readonly id?: number;
  readonly event: EventKind;
  readonly data: string;
};

/**
 * Each line of `data` gets its own field, so that no CR or LF in a message can begin a field of its own;
 * NUL, which some readers treat as an end, is dropped.
 */
export function encodeEvent({ id, event, data }: ServerEvent): string {
  const lines = data.replaceAll('\0', '').split(/\r\n|\r|\n/);
  const head = id === undefined ? `event: ${event}` : `id: ${id}\nevent: ${event}`;
  return `${head}\n${lines.map((line) => `data: ${line}`).join('\n')}\n\n`;
}

/** Keeps proxies from closing a quiet stream, and shows both ends that it lives. */
export const HEARTBEAT = ':\n\n';

/** @param milliseconds how long the browser waits before it comes back (contract 3: 1000 to 5000) */
export function retryAfter(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}
