/** When a process counts as one that serves, and when it has ended. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** What a process says when it has answered its own questions and listens. */
export const READY = 'aurora50 ready';
/** A new process that is not ready by then is none (ms). */
const READY_WITHIN = 120_000;

/** A process that could not be put to work; it has said itself why. */
export class ProcessFault extends Error {
  override readonly name = 'ProcessFault';
}

/** @throws ProcessFault when it ends, says something else, or says nothing in time; it is then killed */
export async function ready(child: ChildProcess, within = READY_WITHIN): Promise<void> {
  const late = new AbortController();
  const { signal } = late;
  const refuse = (reason: string) => {
    throw new ProcessFault(reason);
  };
  try {
    await Promise.race([
      once(child, 'message', { signal }).then(([said]) => said === READY || refuse('il ne se dit pas prêt')),
      once(child, 'exit', { signal }).then(([code, cause]) => refuse(`il s’est arrêté (${code ?? cause})`)),
      pause(within, undefined, { signal }).then(() => refuse('il n’a pas été prêt à temps')),
    ]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    late.abort();
  }
}

/** Asks it to finish what it has begun. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  await end;
}
