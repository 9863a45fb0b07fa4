/** Every statement on sessions. They run as the system role. */
import type { Tx } from '~/db';
import type { Theme, Viewer } from '../rules/viewer';

export type SessionRow = Omit<Viewer, 'sessionId'> & { readonly stays: boolean; readonly expiresAt: Date };

/** The living session of this hash with its viewer; expiry is judged by the database's clock. */
export async function sessionByHash(tx: Tx, hash: string): Promise<SessionRow | null> {
  const [found] = await tx<
    {
      userId: string;
      fullName: string | null;
      appRole: Viewer['appRole'];
      confirmed: boolean;
      textSize: number;
      theme: Theme | null;
      stays: boolean;
      expiresAt: Date;
    }[]
  >`
    select
      s.user_id, s.stays, s.expires_at,
      u.email_confirmed_at is not null as confirmed,
      p.full_name, p.app_role, p.text_size, p.theme
    from auth.sessions s
    join auth.users u on u.id = s.user_id
    join profiles p on p.id = s.user_id
    where s.id = ${hash}
      and s.expires_at > now()`;
  if (!found) return null;
  const { userId, fullName, ...rest } = found;
  return { ...rest, id: userId, name: fullName ?? 'Membre' };
}

/** @param hours the session's sliding life */
export async function insertSession(
  tx: Tx,
  hash: string,
  userId: string,
  stays: boolean,
  hours: number,
): Promise<void> {
  await tx`
    insert into auth.sessions (id, user_id, stays, expires_at)
    values (${hash}, ${userId}, ${stays}, now() + make_interval(hours => ${hours}))`;
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
    where id = ${hash}`;
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

/** The hashes among these whose session is over: ended, expired or its member gone. */
export async function endedSessions(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx<{ hash: string }[]>`
    select hash
    from unnest(${hashes}::text[]) hash
    where not exists (
      select from auth.sessions s where s.id = hash and s.expires_at > now()
    )`;
  return rows.map((row) => row.hash);
}
