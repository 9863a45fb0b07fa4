/**
 * The site as the demonstration leaves it, ten times and a thousand times as large: its hottest pages, and the plans of what
 * they ask. Made in SQL, without triggers. By name only (`-- --only growth`): the largest size takes some ten minutes to make.
 */
import type postgres from 'postgres';
import { href } from '~/urls';
import { getRequest, postRequest } from '../connection';
import { load } from '../load';
import { plansOf } from '../plans';
import { median, pause } from '../rounds';
import { serve } from '../server';
import { ms, type Row, ratio, whole } from '../table';
import type { Bench } from './bench';

type Size = { readonly name: string; readonly members: number; readonly salons: number; readonly messages: number };
const SIZES: readonly Size[] = [
  { name: '10×', members: 1_500, salons: 100, messages: 50_000 },
  { name: '1,000×', members: 150_000, salons: 10_000, messages: 5_000_000 },
];
const QUICK: readonly Size[] = [
  { name: '10×', members: 1_500, salons: 100, messages: 10_000 },
  { name: '100×', members: 5_000, salons: 1_000, messages: 50_000 },
];
/** Rows: a smaller table is read whole because that is the fastest way. */
const LARGE = 1_000;
const READINGS = 25;

type Asked = { readonly name: string; readonly request: Buffer; readonly status: number };

export async function growth({ site, build, quick }: Bench): Promise<Row[]> {
  const sizes = quick ? QUICK : SIZES;
  const made: { size: Size; times: ReadonlyMap<string, number> }[] = [];
  const first = await measured(site, build);
  let before = { members: 0, salons: 0, messages: 0 };
  for (const size of sizes) {
    await grow(site.owner, before, size);
    before = size;
    made.push({ size, times: await measured(site, build) });
  }
  const largest = sizes.at(-1)?.name ?? '';
  const rows = [...first].flatMap(([name, floor]) =>
    made.map(
      ({ size, times }): Row => ({
        what: `${name}, data ${size.name}; floor: as the demonstration leaves it`,
        ...{
          ours: ms(times.get(name) ?? 0),
          floor: ms(floor),
          ratio: ratio(times.get(name) ?? 0, floor),
          goal: '≤ 2×',
        },
      }),
    ),
  );
  return [...rows, ...(await plans(site, build, largest))];
}

function asked({ members, salonId }: Bench['site'], origin: string): readonly Asked[] {
  const [reader, other] = members;
  const cookie = reader?.cookie ?? '';
  const page = (name: string, path: string): Asked => ({
    name,
    request: getRequest(path, { Cookie: cookie }),
    status: 200,
  });
  const headers = { Cookie: cookie, Origin: origin, 'X-Aurora': 'fragment' };
  return [
    page('room', href('salon', { salon: salonId })),
    page('list of salons', href('salons')),
    page('directory', href('members')),
    page('card of a member', href('member', { membre: other?.id ?? '' })),
    page('members of a salon', href('salonMembers', { salon: salonId })),
    page('search in a salon', href('searchSalon', { salon: salonId }, { q: 'tomates' })),
    page('notices', href('notices')),
    page('ranking', href('ranking')),
    page('own profile', href('profile')),
    {
      name: 'message',
      request: postRequest(href('messages', { salon: salonId }), { texte: 'Bonjour à tous.' }, headers),
      status: 204,
    },
  ];
}

/** One after the other, in a process of its own: the median of each (ms). */
async function measured(site: Bench['site'], build: string): Promise<ReadonlyMap<string, number>> {
  const server = await serve(build, site.url);
  try {
    const times = new Map<string, number>();
    for (const { name, request, status } of asked(site, server.origin)) {
      const one = () => load({ port: server.port, connections: 1, seconds: 0.001, request: () => request, status });
      const list: number[] = [];
      for (let n = 0; n < READINGS + 5; n += 1) {
        const { p50 } = await one();
        if (n >= 5) list.push(p50);
      }
      times.set(name, median(list));
    }
    return times;
  } finally {
    await server.stop();
  }
}

/** What each of them asks of the database is planned once more, and written down by PostgreSQL itself. */
async function plans(site: Bench['site'], build: string, size: string): Promise<Row[]> {
  const rows: Row[] = [];
  const tables = await site.owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and reltuples > ${LARGE}`;
  const large = new Set(tables.map(({ name }) => name));
  const found = await plansOf(site.url, async (mark) => {
    const server = await serve(build, site.url);
    try {
      for (const { name, request, status } of asked(site, server.origin)) {
        await mark(name);
        await load({ port: server.port, connections: 1, seconds: 0.001, request: () => request, status });
        await pause(300);
      }
    } finally {
      await server.stop();
    }
  });
  for (const [name, plan] of found) {
    const whole = [...new Set([...plan.matchAll(/Seq Scan on (?:\w+\.)?(\w+)/g)].map(([, table = '']) => table))];
    const grown = whole.filter((table) => large.has(table));
    rows.push({
      what: `${name}, data ${size}: growing tables that are read whole`,
      ours: grown.length === 0 ? 'none' : grown.join(', '),
      goal: 'none',
    });
  }
  return rows;
}

type Counts = Pick<Size, 'members' | 'salons' | 'messages'>;

/** From one size to the next. Indexes that are no constraint's are made again at the end: row by row they take the most. */
async function grow(owner: postgres.Sql, from: Counts, to: Size): Promise<void> {
  process.stderr.write(`  ${whole(to.members)} members, ${whole(to.salons)} salons, ${whole(to.messages)} messages\n`);
  await owner`set session_replication_role = replica`;
  const again = await owner<{ drop: string; make: string }[]>`
    select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
    from pg_index i
    where i.indrelid = 'public.chat_messages'::regclass
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { drop } of again) await owner.unsafe(drop);
  const id = (kind: string) => owner`md5(${kind} || n)::uuid`;
  await owner`
    insert into auth.users (id, email, email_confirmed_at, created_at)
    select ${id('crue')}, 'crue' || n || '@exemple.fr', now(), now() - make_interval(mins => n)
    from generate_series(${from.members + 1}::int, ${to.members}::int) n`;
  await owner`
    insert into profiles (id, email, full_name, city, interests, onboarding_completed, created_at, bio)
    select ${id('crue')}, 'crue' || n || '@exemple.fr', 'Membre ' || n || ' ' || left(md5(n::text), 6),
      (array['Nantes', 'Besançon', 'Lille', 'Marseille', 'Brest', 'Lyon', 'Pau'])[1 + n % 7],
      (array['{jardinage,lecture}', '{marche}', '{cuisine}', '{}'])[1 + n % 4]::text[],
      true, now() - make_interval(mins => n), 'Bonjour à toutes et à tous.'
    from generate_series(${from.members + 1}::int, ${to.members}::int) n`;
  await owner`
    insert into salons (id, name, owner_id, share_code, visibility, message_count, member_count, city)
    select ${id('salle')}, 'Salon numéro ' || n, md5('crue' || (1 + n % ${to.members}::int))::uuid,
      (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + (n / (31 ^ place)::int) % 31, 1), '')
        from generate_series(0, 5) place),
      'public', ${Math.floor(to.messages / to.salons)}, 15, 'Nantes'
    from generate_series(${from.salons + 1}::int, ${to.salons}::int) n`;
  await owner`
    insert into salon_members (salon_id, user_id, role)
    select ${id('salle')}, md5('crue' || (1 + (n + k * 7919) % ${to.members}::int))::uuid,
      case when k = 0 then 'owner' else 'member' end
    from generate_series(${from.salons + 1}::int, ${to.salons}::int) n, generate_series(0, 14) k
    on conflict do nothing`;
  await owner`
    insert into chat_messages (salon_id, user_id, content, seq, changed_seq, created_at)
    select md5('salle' || (1 + n % ${to.salons}::int))::uuid, md5('crue' || (1 + n % ${to.members}::int))::uuid,
      'Ce matin, les tomates du balcon, numéro ' || n, n, n, now() - make_interval(secs => ${to.messages}::int - n)
    from generate_series(${from.messages + 1}::int, ${to.messages}::int) n`;
  await owner`
    update salons s
    set last_seq = c.last, last_message_at = now()
    from (select salon_id, max(changed_seq) as last from chat_messages group by salon_id) c
    where c.salon_id = s.id and s.last_seq < c.last`;
  for (const { make } of again) await owner.unsafe(make);
  await owner`set session_replication_role = origin`;
  await owner`vacuum analyze`;
}
