/** Pages of salons with the small data of the bench, and with the sizes that a member may meet one day. */
import type postgres from 'postgres';
import { href } from '~/urls';
import { median } from '../rounds';
import { statementsOf } from '../statements';
import { ms, type Row, ratio } from '../table';
import type { Bench } from './bench';

const READINGS = 15;
/** Salons, members of one, messages in it. */
const LARGE = { salons: 10_000, members: 5_000, messages: 1_000_000 };
const QUICK = { salons: 1_000, members: 500, messages: 20_000 };

export async function sizes({ site, server, quick }: Bench): Promise<Row[]> {
  const [guest] = site.members;
  if (!guest) throw new Error('nobody reads');
  const { salonId: salon } = guest;
  let turn = 0;
  const pages: Readonly<Record<string, string>> = {
    'list of salons': href('salons'),
    'members of a salon': href('salonMembers', { salon }),
    room: href('salon', { salon }),
    'search, a rare word': href('searchSalon', { salon }, { q: 'géranium' }),
    'search, a common word': href('searchSalon', { salon }, { q: 'tomates' }),
  };
  const read = async (path: string) => {
    // By turns: one member may search sixty times a minute (K04).
    const { cookie = '' } = site.members[(turn += 1) % site.members.length] ?? {};
    const answer = await fetch(server.origin + path, { headers: { Cookie: cookie } });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    await answer.arrayBuffer();
  };
  const times = async (path: string) => {
    await read(path);
    const taken: number[] = [];
    for (let n = 0; n < READINGS; n += 1) {
      const began = performance.now();
      await read(path);
      taken.push(performance.now() - began);
    }
    return median(taken);
  };
  const all = async () =>
    Object.fromEntries(
      await inTurn(Object.entries(pages), ([name, path]) => times(path).then((time) => [name, time] as const)),
    );
  const small = await all();
  await grow(site.owner, salon, quick ? QUICK : LARGE);
  const large = await all();
  return inTurn(Object.entries(pages), async ([name, path]) => {
    const statements = await statementsOf(site.url, () => read(path));
    const own = statements.filter((statement) => !/^(begin|commit)/i.test(statement)).length;
    return {
      ...{ what: `${name}, large; beside it small; ${own} statements`, ours: ms(large[name] ?? 0) },
      ...{
        floor: ms(small[name] ?? 0),
        ratio: ratio(large[name] ?? 0, small[name] ?? 1),
        goal: '≤ 2×, ≤ 5 statements',
      },
    };
  });
}

async function inTurn<T, R>(list: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const each of list) made.push(await work(each));
  return made;
}

/** Rows alone, without what follows from each: no trigger runs, and counters are written by hand. */
async function grow(owner: postgres.Sql, salon: string, { salons, members, messages }: typeof LARGE): Promise<void> {
  await owner`set session_replication_role = replica`;
  await owner`
    with people as (
      insert into auth.users (email, email_confirmed_at)
      select 'taille' || n || '@exemple.fr', now() from generate_series(1, ${members}) n
      returning id
    ),
    named as (insert into profiles (id, full_name) select id, 'Personne ' || left(id::text, 8) from people)
    insert into salon_members (salon_id, user_id) select ${salon}, id from people`;
  await owner`
    insert into salons (name, owner_id, share_code, visibility, message_count, city)
    select 'Salon numéro ' || n, s.owner_id,
      (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + (n / (31 ^ place)::int) % 31, 1), '')
        from generate_series(0, 5) place),
      'public', n % 500, 'Nantes'
    from salons s, generate_series(1, ${salons}) n
    where s.id = ${salon}`;
  await owner`
    insert into chat_messages (id, salon_id, user_id, content, seq, changed_seq, created_at)
    select 10000000 + n, s.id, s.owner_id,
      'Ce matin, ' || case when n % 50000 = 7 then 'un géranium' else 'les tomates' end || ' du balcon, numéro ' || n,
      s.last_seq + n, s.last_seq + n, now() - make_interval(secs => ${messages}::int - n)
    from salons s, generate_series(1, ${messages}::int) n
    where s.id = ${salon}`;
  await owner`
    update salons s
    set last_seq = last_seq + ${messages}, message_count = message_count + ${messages},
      member_count = member_count + ${members}, last_message_at = now()
    where id = ${salon}`;
  await owner`update salon_members set last_seen_seq = (select last_seq from salons where id = ${salon}) where salon_id = ${salon}`;
  await owner`set session_replication_role = origin`;
  await owner`vacuum analyze chat_messages, salons, salon_members, profiles`;
}
