/** A connection that is handed to a process in the moment of its death. */
import type { Worker } from 'node:cluster';

type Handed = { readonly close: () => void };
type Internal = { readonly cmd?: string; readonly act?: string; readonly seq?: number; readonly ack?: number };

/**
 * `node:cluster` keeps a connection open until the process it was handed to says that it has taken it. One that dies before
 * says nothing, and whoever is at the other end would wait until they give up. Their line is closed instead, and they ask
 * again. This reads the module's own words (`newconn`, `ack`), which are the same in Node 20 to 26; if they changed, nothing
 * would be noted, and all would be as without it (`tests/faults/processes.test.ts` would fail).
 */
export function closeUntaken({ process: child }: Worker): void {
  const untaken = new Map<number, Handed>();
  const send = child.send.bind(child) as (message: Internal, handle?: Handed, ...rest: unknown[]) => boolean;
  child.send = ((message: Internal, handle?: Handed, ...rest: unknown[]) => {
    if (message.cmd === 'NODE_CLUSTER' && message.act === 'newconn' && message.seq !== undefined && handle)
      untaken.set(message.seq, handle);
    return send(message, handle, ...rest);
  }) as typeof child.send;
  child.on('internalMessage', ({ ack }: Internal) => ack !== undefined && untaken.delete(ack));
  child.once('exit', () => {
    for (const handle of untaken.values()) handle.close();
  });
}
