/** The same hundred messages a second to a few readers, to many, and spread over many salons. */
import { href } from '~/urls';
import { postRequest } from '../connection';
import { type Posting, postSteadily } from '../posters';
import { openReaders, type ReaderPlace, type Readers } from '../readers';
import { pause } from '../rounds';
import { ms, type Row, whole } from '../table';
import type { Bench } from './bench';
import { numbersOf, posting, type Stored, sentByNumber, steadily } from './delivery';

const SALONS = 25;
/** Streams of one member. */
const EACH = 10;

export async function deliverySizes(bench: Bench): Promise<Row[]> {
  const seconds = bench.quick ? 4 : 15;
  const rows: Row[] = [];
  for (const count of bench.quick ? [10, 200] : [10, 2_000]) rows.push(...(await inOne(bench, count, seconds)));
  return [...rows, ...(await inMany(bench, seconds))];
}

async function inOne(bench: Bench, count: number, seconds: number): Promise<Row[]> {
  const { site, server } = bench;
  await seat(bench, Math.ceil(count / EACH));
  const people = [...site.members, ...site.quiet];
  const path = href('salonStream', { salon: site.salonId });
  const readers = await openReaders(
    server.port,
    Array.from({ length: count }, (_, n) => ({ path, cookie: people[Math.floor(n / EACH)]?.cookie ?? '' })),
  );
  const before = await numbersOf(bench);
  const stored = () => site.sql<Stored[]>`
    select seq as id, substring(content from '^banc ([0-9]+) ') as n
    from chat_messages
    where salon_id = ${site.salonId} and seq > ${before}`;
  const found = await steadily(server, posting(bench), readers, before, seconds, async (sentAt) =>
    sentByNumber(sentAt, await stored()),
  );
  readers.close();
  const name = `${whole(count)} readers of one salon, 100 messages/s`;
  return [
    {
      what: `${name}: p50; p99; server's core`,
      ours: `${ms(found.p50)}; ${ms(found.p99)}; ${whole(found.processor * 100)} %`,
    },
    { what: `${name}: lost / double / out of order`, ours: found.faults, goal: '0 / 0 / 0' },
  ];
}

/** As many members of the busy salon as there are readers for: those of the quiet ones come over. */
async function seat({ site }: Bench, members: number): Promise<void> {
  const more = site.quiet.slice(0, Math.max(0, members - site.members.length)).map(({ id }) => id);
  await site.sql`
    insert into salon_members (salon_id, user_id)
    select ${site.salonId}, id from unnest(${more}::uuid[]) id
    on conflict do nothing`;
}

/** Four messages a second in each of 25 salons of twenty readers. */
async function inMany({ site, server }: Bench, seconds: number): Promise<Row[]> {
  const salons = [...new Set(site.quiet.map(({ salonId }) => salonId))].slice(0, SALONS);
  const ofSalon = salons.map((salonId) => site.quiet.filter((guest) => guest.salonId === salonId).slice(0, 20));
  const groups: Readers[] = [];
  for (const guests of ofSalon) {
    const places: ReaderPlace[] = guests.map(({ cookie, salonId }) => ({
      path: href('salonStream', { salon: salonId }),
      cookie,
    }));
    groups.push(await openReaders(server.port, places));
  }
  const numbers = async () => {
    const rows = await site.sql<{ id: string; seq: string }[]>`select id, last_seq as seq from salons`;
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  };
  const before = await numbers();
  for (const [n, group] of groups.entries()) group.expectAfter(before.get(salons[n] ?? '') ?? 0);
  const posts: Posting = {
    port: server.port,
    request(n) {
      const { cookie = '', salonId = '' } = ofSalon[n % salons.length]?.[0] ?? {};
      const headers = { Cookie: cookie, Origin: server.origin, 'X-Aurora': 'fragment' };
      return postRequest(href('messages', { salon: salonId }), { texte: `banc ${n} Bonjour à tous.` }, headers);
    },
  };
  await postSteadily(posts, 100, seconds);
  await pause(2_000);
  const after = await numbers();
  const faults = { lost: 0, double: 0, disordered: 0 };
  for (const [n, group] of groups.entries()) {
    const verdict = group.verdict(after.get(salons[n] ?? '') ?? 0);
    faults.lost += verdict.lost;
    faults.double += verdict.double;
    faults.disordered += verdict.disordered;
    group.close();
  }
  return [
    {
      what: `${salons.length} salons of 20 readers, 100 messages/s: lost / double / out of order`,
      ours: `${faults.lost} / ${faults.double} / ${faults.disordered}`,
      goal: '0 / 0 / 0',
    },
  ];
}
