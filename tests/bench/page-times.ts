/** Pages opened one after the other, before and after the site has grown. */
import { gatherCrowd } from './crowd';
import type { Bench } from './measures/bench';
import { median } from './rounds';
import { ms, type Row, ratio, whole } from './table';

const TIMES = 25;
/** The first ones fill what is kept. */
const WARMING = 5;
const CROWD = 100_000;

export type TimedPage = {
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
  readonly goal: string;
};

/**
 * Each page with the demonstration's members, and with a hundred thousand more. Fills the site.
 * @param nightly what the site's jobs do with so many before anybody reads
 */
export async function timesWithCrowd(
  bench: Bench,
  pages: readonly TimedPage[],
  nightly: () => Promise<void> = async () => {},
): Promise<Row[]> {
  const { site, quick } = bench;
  const few = await membersOf(bench);
  await nightly();
  const before = await timesOf(bench, pages);
  const count = quick ? CROWD / 20 : CROWD;
  // Where nobody is whose pages are timed: what a salon of many messages costs is measured by its own pages.
  const elsewhere = site.quiet.at(-1);
  await gatherCrowd({ owner: site.owner, count, salonId: elsewhere?.salonId ?? '', authorId: elsewhere?.id ?? '' });
  await nightly();
  const many = await membersOf(bench);
  const after = await timesOf(bench, pages);
  return pages.map(({ name, goal }): Row => {
    const [ours = 0, floor = 0] = [after.get(name), before.get(name)];
    return {
      what: `${name}: ${whole(many)} members; floor: ${whole(few)}`,
      ...{ ours: ms(ours), floor: ms(floor), ratio: ratio(ours, floor), goal },
    };
  });
}

async function membersOf({ site }: Bench): Promise<number> {
  const [count] = await site.sql<{ members: number }[]>`select count(*)::int as members from profiles`;
  return count?.members ?? 0;
}

/** The median of some answers (ms). */
async function timesOf({ server }: Bench, pages: readonly TimedPage[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { name, path, cookie } of pages) {
    const list: number[] = [];
    for (let n = 0; n < TIMES + WARMING; n += 1) {
      const began = performance.now();
      const answer = await fetch(server.origin + path, { headers: { Cookie: cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      if (n >= WARMING) list.push(performance.now() - began);
    }
    times.set(name, median(list));
  }
  return times;
}
