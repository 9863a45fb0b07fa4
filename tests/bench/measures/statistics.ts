/** Q05: the pages of statistics with the demonstration's members and with 100,000 more; what an act that earns costs a post. */
import { computeFigures } from '~/admin/queries/computed-figures';
import { openDatabase, type Tx } from '~/db';
import { computeRankings } from '~/play/queries/ranking';
import { href } from '~/urls';
import { processorSeconds } from '../machine';
import { timesWithCrowd } from '../page-times';
import { median, pause } from '../rounds';
import type { Guest } from '../site';
import { statementsOf } from '../statements';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

export async function statistics(bench: Bench): Promise<Row[]> {
  const { members, sql } = bench.site;
  const [reader, , admin] = members;
  await sql`update profiles set app_role = 'admin' where id = ${admin?.id ?? ''}`;
  const page = (name: string, path: string, cookie = reader?.cookie) => ({
    name,
    path,
    cookie: cookie ?? '',
    goal: '< 300 ms',
  });
  await sql`
    insert into play_choices (user_id, is_ranked)
    select id, true from unnest(${members.map(({ id }) => id)}::uuid[]) id
    on conflict (user_id) do update set is_ranked = true`;
  let jobs: Jobs = { ranked: 0, ranking: 0, figures: 0 };
  const rows = await timesWithCrowd(
    bench,
    [
      page('ranking', href('ranking')),
      page('ranking of this week', href('ranking', {}, { vue: 'semaine' })),
      page('ranking of my salon', href('ranking', {}, { salon: reader?.salonId })),
      page('« Mon parcours »', href('myCourses')),
      page('badges', href('badges')),
      page('journal', href('journal')),
      page('figures of the team', href('figures'), admin?.cookie),
      page('offers and what they led to', href('adminOffers'), admin?.cookie),
    ],
    async () => {
      jobs = await runJobs(bench);
    },
  );
  return [
    ...rows,
    { what: `ranking of ${whole(jobs.ranked)} members, computed at night`, ours: ms(jobs.ranking) },
    { what: 'figures of the team, computed every hour', ours: ms(jobs.figures) },
    ...(await earning(bench)),
  ];
}

type Jobs = { readonly ranked: number; readonly ranking: number; readonly figures: number };

/** The jobs of statistics, with the time that each takes (ms). */
async function runJobs({ site }: Bench): Promise<Jobs> {
  const database = openDatabase(site.url, { viewers: 1, systems: 1 });
  const timed = async (job: (tx: Tx) => Promise<unknown>) => {
    const began = performance.now();
    await database.inJob(job);
    return performance.now() - began;
  };
  try {
    const [ranking, figures] = [await timed(computeRankings), await timed(computeFigures)];
    const [row] = await site.sql<{ ranked: number }[]>`select count(*)::int as ranked from rankings`;
    return { ranked: row?.ranked ?? 0, ranking, figures };
  } finally {
    await database.close();
  }
}

/** Posts of a day that earn; those after them do not. */
const EARNING = 4;

/** What an act that earns costs a post: the difference to a post that does not. */
async function earning(bench: Bench): Promise<Row[]> {
  const { site } = bench;
  const people = site.quiet.slice(0, 60);
  await site.sql`delete from user_activities where user_id = any(${people.map(({ id }) => id)}::uuid[])`;
  // A first message also gives a badge, behind its answer or before it.
  await postsOf(bench, people, 1);
  await pause(500);
  const [one] = site.quiet.slice(60);
  if (!one) throw new Error('nobody posts');
  await postsOf(bench, [one], 1);
  const paid = await statementsOf(site.url, () => postsOf(bench, [one], 1).then(() => {}));
  await postsOf(bench, [one], EARNING);
  const unpaid = await statementsOf(site.url, () => postsOf(bench, [one], 1).then(() => {}));
  const [earns, beyond] = [await postsOf(bench, people, EARNING), await postsOf(bench, people, EARNING)];
  const own = (statements: readonly string[]) => statements.filter((each) => !/^(begin|commit)/i.test(each)).length;
  const cost = (processor: number) => `${processor.toFixed(2)} ms`;
  return [
    {
      what: `a post that earns, ${own(paid)} statements; floor: one beyond those that earn, ${own(unpaid)}`,
      ...{ ours: ms(median(earns.times)), floor: ms(median(beyond.times)) },
      ratio: ratio(median(earns.times), median(beyond.times)),
    },
    {
      what: '… processor time of the server',
      ...{
        ours: cost(earns.processor),
        floor: cost(beyond.processor),
        ratio: ratio(earns.processor, beyond.processor),
      },
    },
  ];
}

/** Each says so many things, one after the other. @returns ms of each answer, and of the server's processor for one */
async function postsOf({ server }: Bench, people: readonly Guest[], each: number) {
  const times: number[] = [];
  const before = processorSeconds(server.pid);
  for (const { cookie, salonId } of people) {
    for (let n = 0; n < each; n += 1) {
      const began = performance.now();
      const answer = await fetch(server.origin + href('messages', { salon: salonId }), {
        method: 'POST',
        headers: { Cookie: cookie, Origin: server.origin, 'X-Aurora': 'fragment' },
        body: new URLSearchParams({ texte: 'Bonjour à tous.' }),
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`a post is answered ${answer.status}`);
      times.push(performance.now() - began);
    }
  }
  return { times, processor: ((processorSeconds(server.pid) - before) * 1_000) / times.length };
}
