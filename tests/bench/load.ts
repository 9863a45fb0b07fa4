/** As many requests as a number of connections can make in a while. */
import { type Answer, openConnection } from './connection';
import { quantile } from './rounds';

export type Load = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly request: (n: number) => Buffer;
  /** Awaited before each request, outside of its time. */
  readonly before?: () => Promise<unknown>;
  /** What every answer must be, or there is no figure. */
  readonly status?: number;
};

export type Loaded = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  /** Of one answer's body. */
  readonly bytes: number;
};

export async function load({ port, connections, seconds, request, before, status = 200 }: Load): Promise<Loaded> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const times: number[] = [];
  const began = performance.now();
  const ends = began + seconds * 1_000;
  let n = 0;
  let bytes = 0;
  async function work(connection: (typeof open)[number]): Promise<void> {
    while (performance.now() < ends) {
      await before?.();
      const sent = performance.now();
      const answer = await connection.ask(request(n++));
      times.push(performance.now() - sent);
      refuseOther(answer, status);
      bytes = answer.bytes;
    }
  }
  try {
    await Promise.all(open.map(work));
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (performance.now() - began) / 1_000;
  times.sort((one, other) => one - other);
  return {
    perSecond: times.length / took,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    requests: times.length,
    bytes,
  };
}

export function refuseOther(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`an answer under load was ${answer.status} instead of ${status}`);
}
