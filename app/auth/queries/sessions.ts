/** Every statement on sessions. They run as the system role. */
import type { Tx } from '~/db';
import { NEWCOMER_DAYS } from '../rules/newcomers';
import {
  NOTED_EVERY_MINUTES,
  PROOF_MINUTES,
  RENAMED_GRACE_SECONDS,
  SESSION_MAX_DAYS,
  type SessionCard,
} from '../rules/session';
import type { Theme, Viewer } from '../rules/viewer';

export type SessionRow = Omit<Viewer, 'sessionId'> & {
  readonly stays: boolean;
  readonly expiresAt: Date;
  /** Its last use is old news, or its device has no name yet: to be written after the answer. */
  readonly unnoted: boolean;
  /** The member's last act is old news: so is this one, after the answer (D13). */
  readonly idle: boolean;
};

/**
 * The living sessions of these hashes with their viewers, by hash; expiry and proof are judged by the database's clock. A
 * migrated account may lack its profile still (W04).
 */
export async function sessionsByHash(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, SessionRow>> {
  const rows = await tx<
    {
      hash: string;
      userId: string;
      fullName: string | null;
      avatarUrl: string | null;
      appRole: Viewer['appRole'];
      confirmed: boolean;
      textSize: number;
      theme: Theme | null;
      stays: boolean;
      proven: boolean;
      unnoted: boolean;
      idle: boolean;
      chosenStatus: Viewer['chosenStatus'];
      chosenUntil: Date | null;
      suspended: boolean;
      isNew: boolean;
      lateUntil: Date | null;
      unreadNotices: number;
      expiresAt: Date;
    }[]
  >`
    select
      s.id as hash, s.user_id, s.stays, s.expires_at,
      coalesce(s.proven_at > now() - make_interval(mins => ${PROOF_MINUTES}), false) as proven,
      s.device is null or s.last_used_at < now() - make_interval(mins => ${NOTED_EVERY_MINUTES}) as unnoted,
      is_idle(s.active_at) or is_idle(p.last_activity) as idle,
      chosen_status(p.is_manual_status, p.presence_status, p.status_until) as chosen_status,
      p.status_until as chosen_until,
      (
        select max(b.access_until)
        from subscriptions b
        where b.user_id = s.user_id and b.status = 'past_due' and b.access_until > now()
      ) as late_until,
      (
        select count(*)
        from (
          select
          from notices_shown n
          where n.user_id = s.user_id and not n.is_read
          limit 100
        ) unread
      ) as unread_notices,
      u.email_confirmed_at is not null as confirmed,
      coalesce(u.created_at > now() - make_interval(days => ${NEWCOMER_DAYS}), false) as is_new,
      exists (
        select
        from auth.suspensions x
        where x.user_id = s.user_id and x.lifted_at is null and (x.ends_at is null or x.ends_at > now())
      ) as suspended,
      p.full_name, p.avatar_url, coalesce(p.app_role, 'member') as app_role, coalesce(p.text_size, 1) as text_size, p.theme
    from (
      select hash
      from unnest(${hashes as string[]}::text[]) asked (hash)
      -- All of them. A number that it learns later makes the planner reckon with few, and keep one plan for all lengths.
      limit ${hashes.length}
    ) asked
    join auth.sessions s on s.id = asked.hash
    join auth.users u on u.id = s.user_id
    left join profiles p on p.id = s.user_id
    where s.expires_at > now()
      and s.created_at > now() - make_interval(days => ${SESSION_MAX_DAYS})`;
  return new Map(
    rows.map(({ hash, userId, fullName, ...rest }) => [hash, { ...rest, id: userId, name: fullName ?? 'Membre' }]),
  );
}

/** The present hash of a session that had this one until a moment ago. */
export async function renamedHash(tx: Tx, past: string): Promise<string | null> {
  const [found] = await tx<{ id: string }[]>`
    select id
    from auth.sessions
    where past_ids @> array[${past}]
      and past_ids[1] = ${past}
      and renamed_at > now() - make_interval(secs => ${RENAMED_GRACE_SECONDS})`;
  return found?.id ?? null;
}

/**
 * A trigger of `members` ends what she chose to be seen as, when this is her only session (D11).
 * @param hours the session's sliding life
 * @param proven false for a sign-in method that asks for nothing of the member's own
 */
export async function insertSession(
  tx: Tx,
  hash: string,
  userId: string,
  stays: boolean,
  proven: boolean,
  hours: number,
): Promise<void> {
  await tx`
    select handle_user_signin(${userId}, ${hash}, ${stays}, ${proven}, ${hours})`;
}

/**
 * False when another proof came first: that one has the session's new key.
 * @param grace whether requests under way with the old key are still served for a moment
 */
export async function proveSession(tx: Tx, hash: string, newHash: string, grace: boolean): Promise<boolean> {
  const proved = await tx`
    update auth.sessions
    set
      id = ${newHash}, past_ids = (array_prepend(id, past_ids))[1:8], proven_at = now(),
      renamed_at = case when ${grace}::boolean then now() else '-infinity' end
    where id = ${hash}`;
  return proved.count === 1;
}

export async function sessionStays(tx: Tx, hash: string): Promise<boolean> {
  const [found] = await tx<{ stays: boolean }[]>`
    select stays
    from auth.sessions
    where id = ${hash}`;
  return found?.stays ?? false;
}

/** Says which device this is, once, and that it was in use. */
export async function noteSession(tx: Tx, hash: string, device: string): Promise<void> {
  await tx`
    update auth.sessions
    set device = coalesce(device, ${device}), last_used_at = now()
    where id = ${hash}`;
}

/** Slides the end forward, never past the absolute one (reliability 8). */
export async function extendSession(tx: Tx, hash: string, hours: number, maxDays: number): Promise<void> {
  await tx`
    update auth.sessions
    set expires_at = least(now() + make_interval(hours => ${hours}), created_at + make_interval(days => ${maxDays}))
    where id = ${hash}`;
}

export async function deleteSession(tx: Tx, hash: string): Promise<void> {
  await tx`
    delete from auth.sessions
    where id = ${hash} or past_ids @> array[${hash}]`;
}

/** F18: of the asker's sessions, this one. @param hash null: all of them */
export async function signOut(tx: Tx, hash: string | null): Promise<void> {
  await tx`
    select handle_user_signout(${hash})`;
}

/** Those of a member by their last use, the asking one first. */
export async function sessionsOf(tx: Tx, userId: string, hash: string): Promise<SessionCard[]> {
  return tx<SessionCard[]>`
    select
      handle, device, created_at as started_at, last_used_at, stays,
      id = ${hash} or past_ids @> array[${hash}] as current
    from auth.sessions
    where user_id = ${userId} and expires_at > now()
    order by current desc, last_used_at desc
    limit 50`;
}

/** The handle of the asking session. */
export async function handleOf(tx: Tx, hash: string): Promise<string | null> {
  const [found] = await tx<{ handle: string }[]>`
    select handle
    from auth.sessions
    where id = ${hash} or past_ids @> array[${hash}]`;
  return found?.handle ?? null;
}

/** False when it is not there, or another member's. */
export async function deleteSessionByHandle(tx: Tx, userId: string, handle: string): Promise<boolean> {
  const ended = await tx`
    delete from auth.sessions
    where handle = ${handle} and user_id = ${userId}`;
  return ended.count === 1;
}

/** All of a member's but the one that asks. */
export async function deleteOtherSessions(tx: Tx, userId: string, hash: string): Promise<number> {
  const ended = await tx`
    delete from auth.sessions
    where user_id = ${userId} and id <> ${hash} and not past_ids @> array[${hash}]`;
  return ended.count;
}

export async function deleteSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx`
    delete from auth.sessions
    where user_id = ${userId}`;
}

export async function deleteExpiredSessions(tx: Tx): Promise<void> {
  await tx`
    delete from auth.sessions
    where expires_at <= now()`;
}

export type KeyState = 'over' | 'renamed';

/**
 * Of these keys, those that open nothing any more: `over` when the session has ended, expired or lost its member, or its
 * member is suspended,
 * `renamed` when it goes on under another key and the grace is past. The keys that still open are not in the answer.
 */
export async function deadKeys(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, KeyState>> {
  const rows = await tx<{ hash: string; state: KeyState }[]>`
    select k.hash, case when p.id is null then 'over' else 'renamed' end as state
    from unnest(${hashes as string[]}::text[]) as k (hash)
    left join auth.sessions p on p.past_ids @> array[k.hash] and p.expires_at > now()
    where not exists (
        select from auth.sessions s
        where s.id = k.hash
          and s.expires_at > now()
          and s.created_at > now() - make_interval(days => ${SESSION_MAX_DAYS})
          and not exists (
            select
            from auth.suspensions x
            where x.user_id = s.user_id and x.lifted_at is null and (x.ends_at is null or x.ends_at > now())
          )
      )
      and not coalesce(
        p.past_ids[1] = k.hash and p.renamed_at > now() - make_interval(secs => ${RENAMED_GRACE_SECONDS}), false
      )`;
  return new Map(rows.map(({ hash, state }) => [hash, state]));
}
