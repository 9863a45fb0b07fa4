/** Posting: at a steady rate whatever the answers do, or as fast as they come. */
import { type Connection, openConnection } from './connection';
import { refuseOther } from './load';
import { pause } from './rounds';

export type Posting = {
  readonly port: number;
  /** The n-th message, from 1. */
  readonly request: (n: number) => Buffer;
};

export type Posted = {
  /** When each message was sent (ms), by its number. */
  readonly sentAt: Float64Array;
  /** How many the server had no room for (503); they are in no salon. */
  readonly refused: number;
};

/** Resolves once all are answered. */
export async function postSteadily({ port, request }: Posting, perSecond: number, seconds: number): Promise<Posted> {
  const total = perSecond * seconds;
  const sentAt = new Float64Array(total + 1);
  // Opened when needed: a server hangs up on whoever calls and says nothing for twenty seconds.
  const free: Connection[] = [];
  const all: Connection[] = [];
  const answers: Promise<void>[] = [];
  let fault: unknown = null;
  let refused = 0;
  const began = performance.now();
  let n = 0;
  while (n < total && !fault) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond) + 1);
    while (n < due) {
      n += 1;
      answers.push(
        post(n).catch((error) => {
          fault ??= error;
        }),
      );
    }
    await pause(1);
  }
  await Promise.all(answers);
  for (const connection of all) connection.close();
  if (fault) throw fault;
  return { sentAt, refused };

  async function post(number: number): Promise<void> {
    sentAt[number] = performance.now();
    const connection = idle() ?? (await another());
    const answer = await connection.ask(request(number));
    if (answer.status === 503) refused += 1;
    else refuseOther(answer, 204);
    free.push(connection);
  }

  function idle(): Connection | undefined {
    for (let connection = free.pop(); connection; connection = free.pop()) if (connection.isOpen()) return connection;
    return undefined;
  }

  async function another(): Promise<Connection> {
    const connection = await openConnection(port);
    all.push(connection);
    return connection;
  }
}
