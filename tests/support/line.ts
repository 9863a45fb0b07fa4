/** A line between a server and its PostgreSQL that a test can cut or freeze, one kind of connection at a time. */
import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  /** The database's address through this line. */
  readonly url: string;
  /** Connections that were begun so far. */
  readonly attempts: () => number;
  /** New connections are dropped at once. */
  readonly refuse: (refused: boolean) => void;
  /** What now listens for notifications stays open and carries nothing; later connections are well. @returns how many */
  readonly freezeListeners: () => number;
  /** The same for the connections of the queue. */
  readonly freezeJobs: () => number;
  /** The same for every connection that stands. */
  readonly freeze: () => number;
};

/** What a listening connection calls itself in its first packet. */
const LISTENER = 'aurora50 notifications';
/** And one of the queue. */
const JOBS = 'aurora50 jobs';

type Pair = readonly [here: Socket, there: Socket];

function freeze(pairs: Set<Pair>): number {
  for (const [here, there] of pairs) {
    there.unpipe(here);
    here.unpipe(there);
    there.pause();
    here.pause();
  }
  const frozen = pairs.size;
  pairs.clear();
  return frozen;
}

/** @param atEnd is given what closes the line */
export async function lineTo(url: string, atEnd: (close: () => void) => void): Promise<Line> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const listeners = new Set<Pair>();
  const jobs = new Set<Pair>();
  const pairs = new Set<Pair>();
  let attempts = 0;
  let refused = false;
  const server = createServer((here) => {
    attempts += 1;
    if (refused) return here.destroy();
    const there = connect(Number(port), hostname);
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
    pairs.add([here, there]);
    here.once('data', (first) => {
      if (first.includes(LISTENER)) listeners.add([here, there]);
      if (first.includes(JOBS)) jobs.add([here, there]);
    });
    here.pipe(there);
    there.pipe(here);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as { port: number }).port);
  return {
    url: through.href,
    attempts: () => attempts,
    refuse: (yes) => {
      refused = yes;
    },
    freezeListeners: () => freeze(listeners),
    freezeJobs: () => freeze(jobs),
    freeze: () => freeze(pairs),
  };
}

/** Ends these connections from the side of the database; run as its owner. `aurora50%` is all of ours. */
export const ENDED = (name: 'aurora50%' | 'aurora50 notifications') => `
  select pg_terminate_backend(pid)
  from pg_stat_activity
  where datname = current_database() and application_name like '${name}' and pid <> pg_backend_pid()`;
