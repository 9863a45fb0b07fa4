/** What the daily letter tells, to whom and when (U08). As the system role. */
import type { Tx } from '~/db';
import type { MailRhythms } from '../../../db/schema';

export type SalonNews = {
  readonly id: string;
  readonly name: string;
  /** What is told from here on is new. */
  readonly lastSeq: number;
  readonly count: number;
  readonly excerpts: readonly { readonly author: string; readonly text: string }[];
};
export type Due = {
  readonly id: string;
  readonly name: string;
  /** In her own time. */
  readonly day: string;
  readonly salons: readonly SalonNews[];
};

/** Hours after the chosen one in which a letter that could not leave still does; later it waits for the next day. */
const WINDOW_HOURS = 2;

/**
 * Members whose hour it is, who have had no daily letter today and fewer letters this week than they allow, each with
 * what she has neither read nor been told: of salons whose bell rings, by nobody whom she does not see (C-22). Who has no
 * news is not due: no letter is empty (C-15).
 */
export async function dueLetters(tx: Tx, most: number): Promise<readonly Due[]> {
  return tx<Due[]>`
    with due as (
      select
        u.id, coalesce(p.full_name, 'Membre') as name,
        (now() at time zone coalesce(r.zone, 'Europe/Paris'))::date as day
      from auth.users u
      join profiles p on p.id = u.id
      join mail_preferences w on w.user_id = u.id and w.kind = 'dailyLetter' and w.wanted
      left join mail_rhythms r on r.user_id = u.id
      where u.email_confirmed_at is not null
        and extract(hour from now() at time zone coalesce(r.zone, 'Europe/Paris')) - coalesce(r.hour, 18)
          between 0 and ${WINDOW_HOURS - 1}
        and coalesce(r.last_day < (now() at time zone coalesce(r.zone, 'Europe/Paris'))::date, true)
        and not exists (
          select
          from auth.suspensions x
          where x.user_id = u.id and x.lifted_at is null and (x.ends_at is null or x.ends_at > now())
        )
        and exists (
          select
          from salon_members m
          join salons s on s.id = m.salon_id
          left join mail_marks k on k.user_id = m.user_id and k.salon_id = m.salon_id
          where m.user_id = u.id
            and m.notifications_enabled
            and coalesce(m.bell_paused_until <= now(), true)
            and s.last_seq > greatest(m.last_seen_seq, coalesce(k.seq, 0))
        )
        and letters_this_week(u.id) < coalesce(r.per_week, 7)
    )
    select d.id, d.name, d.day::text as day, n.salons
    from due d
    cross join lateral (
      select
        json_agg(
          json_build_object('id', t.id, 'name', t.name, 'lastSeq', t.last_seq, 'count', t.count, 'excerpts', t.excerpts)
          order by t.count desc, t.name
        ) as salons
      from (
        select s.id, s.name, s.last_seq, f.count, f.excerpts
        from salon_members m
        join salons s on s.id = m.salon_id
        left join mail_marks k on k.user_id = m.user_id and k.salon_id = m.salon_id
        cross join lateral (
          select
            count(*) as count,
            json_agg(json_build_object('author', c.author, 'text', c.words) order by c.seq) filter (where c.place <= 3)
              as excerpts
          from (
            select
              c.seq, coalesce(a.full_name, 'Ancien membre') as author, left(c.content, 220) as words,
              row_number() over (order by c.seq desc) as place
            from chat_messages c
            left join profiles a on a.id = c.user_id
            where c.salon_id = s.id
              and c.seq > greatest(m.last_seen_seq, coalesce(k.seq, 0))
              and not c.is_deleted
              and c.user_id is distinct from d.id
              and (c.user_id is null or not are_apart(c.user_id, d.id))
            order by c.seq desc
            limit 200
          ) c
        ) f
        where m.user_id = d.id
          and m.notifications_enabled
          and coalesce(m.bell_paused_until <= now(), true)
          and s.last_seq > greatest(m.last_seen_seq, coalesce(k.seq, 0))
          and f.count > 0
        order by f.count desc
        limit 40
      ) t
    ) n
    where n.salons is not null
    order by d.id
    limit ${most}`;
}

/** In the transaction of the letter: what it tells is told, and today is done. */
export async function noteTold(tx: Tx, { id, day, salons }: Due): Promise<void> {
  await tx`
    insert into mail_rhythms as r (user_id, last_day)
    values (${id}, ${day}::date)
    on conflict (user_id) do update
    set last_day = excluded.last_day`;
  await tx`
    insert into mail_marks as k (user_id, salon_id, seq)
    select ${id}, n.salon, n.seq
    from unnest(${salons.map((salon) => salon.id)}::uuid[], ${salons.map(({ lastSeq }) => lastSeq)}::bigint[]) n (salon, seq)
    on conflict (user_id, salon_id) do update
    set seq = greatest(k.seq, excluded.seq)`;
}

export type Rhythm = Readonly<Pick<MailRhythms, 'hour' | 'zone' | 'quietFrom' | 'quietUntil' | 'perWeek'>>;

/** In the viewer's transaction. Null: she has changed nothing yet. */
export async function rhythmOf(tx: Tx, viewerId: string): Promise<Rhythm | null> {
  const [found] = await tx<Rhythm[]>`
    select hour, zone, quiet_from, quiet_until, per_week
    from mail_rhythms
    where user_id = ${viewerId}`;
  return found ?? null;
}

/** In the viewer's transaction. */
export async function keepRhythm(tx: Tx, viewerId: string, rhythm: Rhythm): Promise<void> {
  const { hour, zone, quietFrom, quietUntil, perWeek } = rhythm;
  await tx`
    insert into mail_rhythms (user_id, hour, zone, quiet_from, quiet_until, per_week)
    values (${viewerId}, ${hour}, ${zone}, ${quietFrom}, ${quietUntil}, ${perWeek})
    on conflict (user_id) do update
    set
      hour = excluded.hour, zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      per_week = excluded.per_week`;
}

/** In the viewer's transaction. */
export async function lettersThisWeek(tx: Tx): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select my_letters_this_week() as count`;
  return found?.count ?? 0;
}

/** « Moins souvent », from a letter: one step down. Gives how many a week it is from now on. */
export async function writeLess(tx: Tx, userId: string): Promise<number> {
  const [kept] = await tx<{ perWeek: number }[]>`
    insert into mail_rhythms as r (user_id, per_week)
    values (${userId}, 3)
    on conflict (user_id) do update
    set per_week = case when r.per_week > 3 then 3 else 1 end
    returning per_week`;
  return kept?.perWeek ?? 3;
}

/** How many a week a member allows, for the page behind a letter's link. */
export async function perWeekOf(tx: Tx, userId: string): Promise<number> {
  const [found] = await tx<{ perWeek: number }[]>`
    select coalesce((select per_week from mail_rhythms where user_id = ${userId}), 7) as per_week`;
  return found?.perWeek ?? 7;
}
