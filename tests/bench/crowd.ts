/** A hundred thousand members with what they did, made in the database: for every measure that asks about size. */
import type postgres from 'postgres';
import { THRESHOLDS } from '~/play/rules/points';

const ACTS_EACH = 5;
const MESSAGES_EACH = 2;

type CrowdOptions = {
  /** As the owner of the tables. */
  readonly owner: postgres.Sql;
  readonly count: number;
  /** Where their messages stand, all in one member's name. */
  readonly salonId: string;
  readonly authorId: string;
};

/**
 * Members named, placed and interested like those of the demonstration, with acts of twelve weeks and messages. Without
 * the triggers of a sign-up, of a change and of a post, whose work no measured page reads; indexes are built at the end.
 * Asked for twice, it is there once.
 */
export async function gatherCrowd({ owner, count, salonId, authorId }: CrowdOptions): Promise<void> {
  const [there] = await owner`select from auth.users where email = 'foule1@exemple.fr'`;
  if (there) return;
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '256MB'`;
    const indexes = await dropIndexes(tx);
    await addMembers(tx, count);
    await addActs(tx);
    await addMessages(tx, { salonId, authorId, messages: count * MESSAGES_EACH });
    for (const index of indexes) await tx.unsafe(index);
  });
  await owner`vacuum analyze`;
}

/** Those that no constraint needs. @returns the statements that make them again */
async function dropIndexes(tx: postgres.TransactionSql): Promise<readonly string[]> {
  const indexes = await tx<{ name: string; definition: string }[]>`
    select format('%I.%I', i.schemaname, i.indexname) as name, i.indexdef as definition
    from pg_indexes i
    where i.tablename in ('profiles', 'user_activities', 'chat_messages') and i.schemaname = 'public'
      and not exists (select from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)`;
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

async function addMembers(tx: postgres.TransactionSql, count: number): Promise<void> {
  await tx`
    insert into auth.users (email, email_confirmed_at, created_at)
    select 'foule' || n || '@exemple.fr', now(), now() - make_interval(hours => n % 2000)
    from generate_series(1, ${count}) n`;
  await tx`analyze auth.users`;
  // First names, family names and places of others: as many people share each as in the demonstration.
  await tx`
    with shown as (
      select
        row_number() over (order by p.id) - 1 as n,
        split_part(p.full_name, ' ', 1) as first, substr(p.full_name, strpos(p.full_name, ' ') + 1) as last,
        p.city, p.departement, p.interests, p.bio
      from profiles p
      where p.full_name like '% %' and p.city is not null and p.email not like 'mesure%'
    ), numbered as (
      select id, email, created_at, ltrim(split_part(email, '@', 1), 'foule')::int as n, (select count(*) from shown) as many
      from auth.users
      where email like 'foule%'
    ), crowd as materialized (
      select id, email, created_at, n % many as one, n / many % many as other, (n * 7 + n / many) % many as third
      from numbered
    )
    insert into profiles (
      id, email, created_at, onboarding_completed, full_name, city, departement, interests, bio
    )
    select
      c.id, c.email, c.created_at, true, one.first || ' ' || other.last, third.city, third.departement, other.interests,
      one.bio
    from crowd c
    join shown one on one.n = c.one
    join shown other on other.n = c.other
    join shown third on third.n = c.third`;
}

async function addActs(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into user_activities (user_id, type, points, title, created_at)
    select u.id, 'message', 2, 'Un message', now() - make_interval(hours => (a * 397 + abs(hashtext(u.id::text)) % 1900))
    from auth.users u
    cross join generate_series(0, ${ACTS_EACH - 1}) a
    where u.email like 'foule%'
    order by u.id`;
  await tx`
    insert into user_stats (user_id, points, level)
    select user_id, sum(points), greatest(1, width_bucket(sum(points)::int, ${THRESHOLDS as number[]}::int[]))
    from user_activities
    group by user_id
    on conflict (user_id) do nothing`;
  await tx`
    insert into play_choices (user_id, is_ranked)
    select user_id, true from user_stats where abs(hashtext(user_id::text)) % 3 = 0
    on conflict (user_id) do nothing`;
}

type Messages = Pick<CrowdOptions, 'salonId' | 'authorId'> & { readonly messages: number };

async function addMessages(tx: postgres.TransactionSql, { salonId, authorId, messages }: Messages): Promise<void> {
  await tx`
    insert into chat_messages (salon_id, user_id, content, seq, changed_seq, created_at)
    select s.id, ${authorId}, 'Bonjour', s.last_seq + n, s.last_seq + n, now() - make_interval(mins => n % 120000)
    from salons s
    cross join generate_series(1, ${messages}) n
    where s.id = ${salonId}`;
  await tx`
    update salons s
    set last_seq = (select max(m.seq) from chat_messages m where m.salon_id = s.id)
    where s.id = ${salonId}`;
}
