/** What one page costs the server and the database, whoever else is on the machine. */
import { type Loaded, load } from './load';
import { processorSeconds } from './machine';
import type { Bench } from './measures/bench';
import { pause } from './rounds';
import { statementsOf } from './statements';
import type { Row } from './table';

/** Milliseconds of a process's processor time for one answer: what it costs, whoever else is on the machine. */
export async function processorTime(pid: number, round: () => Promise<Loaded>): Promise<number> {
  const began = processorSeconds(pid);
  const { requests } = await round();
  return ((processorSeconds(pid) - began) * 1_000) / requests;
}

export type Costed = Loaded & { readonly processor: number };

/** A round with the server's processor time (ms) for one answer. */
export async function costed(pid: number, round: () => Promise<Loaded>): Promise<Costed> {
  const began = processorSeconds(pid);
  const loaded = await round();
  return { ...loaded, processor: ((processorSeconds(pid) - began) * 1_000) / loaded.requests };
}

/** How many statements one page is, and which. */
export async function statementRows(
  page: string,
  { site, server, quick }: Bench,
  request: (n: number) => Buffer,
  most = 4,
): Promise<Row[]> {
  const seconds = quick ? 0.2 : 0.5;
  let pages = 0;
  const all = await statementsOf(site.url, async () => {
    pages = (await load({ port: server.port, connections: 1, seconds, request })).requests;
    await pause(200);
  });
  const own = all.filter((statement) => !/^(begin|commit)$/i.test(statement));
  const each = [...groups(own)].map(
    ([start, list]) => `${(list.length / pages).toFixed(1)} ${start.split(' ').slice(0, 2).join(' ')}`,
  );
  return [
    {
      what: `${page}, statements beside begin and commit`,
      ours: (own.length / pages).toFixed(1),
      goal: `≤ ${most}`,
    },
    { what: '… which are', ours: each.join(', ') },
  ];
}

function groups(statements: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const statement of statements) {
    const start = statement.slice(0, 40);
    found.set(start, [...(found.get(start) ?? []), statement]);
  }
  return found;
}
