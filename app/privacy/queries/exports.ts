/** Every statement on the copies that members ask for. They run as the system role. */
import type { Tx } from '~/db';
import type { Exports } from '../../../db/schema';

export type Copy = Readonly<Pick<Exports, 'id' | 'askedAt' | 'readyAt' | 'expiresAt' | 'bytes'>>;

/** Null: none was asked for, or its days are over. */
export async function copyOf(tx: Tx, userId: string): Promise<Copy | null> {
  const [found] = await tx<Copy[]>`
    select id, asked_at, ready_at, expires_at, bytes
    from exports
    where user_id = ${userId}
      and (expires_at is null or expires_at > now())`;
  return found ?? null;
}

/** One that is being made stays; one that is ready is made anew, under a new name. */
export async function askCopy(tx: Tx, userId: string): Promise<void> {
  await tx`
    insert into exports as e (user_id)
    values (${userId})
    on conflict (user_id) do update
    set id = gen_random_uuid(), asked_at = now(), ready_at = null, expires_at = null, bytes = null
    where e.ready_at is not null`;
}

export type Wanted = { readonly id: string; readonly email: string; readonly name: string };

/** Asked for, and not made yet. */
export async function wantedCopy(tx: Tx, userId: string): Promise<Wanted | null> {
  const [found] = await tx<Wanted[]>`
    select e.id, u.email, coalesce(p.full_name, '') as name
    from exports e
    join auth.users u on u.id = e.user_id
    left join profiles p on p.id = e.user_id
    where e.user_id = ${userId}
      and e.ready_at is null`;
  return found ?? null;
}

/** @returns false when nobody waits for it any more: erased meanwhile, or asked for again */
export async function finishCopy(tx: Tx, id: string, bytes: number, until: Date): Promise<boolean> {
  const done = await tx`
    update exports
    set ready_at = now(), expires_at = ${until}, bytes = ${bytes}
    where id = ${id}
      and ready_at is null`;
  return done.count > 0;
}

/** Names of the files that may lie in the folder. */
export async function livingCopies(tx: Tx): Promise<readonly string[]> {
  const rows = await tx<{ id: string }[]>`
    select id
    from exports
    where expires_at is null or expires_at > now()`;
  return rows.map(({ id }) => id);
}

export async function deleteOldCopies(tx: Tx): Promise<void> {
  await tx`
    delete from exports
    where expires_at <= now()`;
}

/** Asked for before there was a worker, or given up by it. */
export async function adoptCopies(tx: Tx): Promise<void> {
  await tx`
    select queue_job('export', json_build_object('id', e.user_id), 'export:' || e.user_id, now(), 30)
    from exports e
    where e.ready_at is null
      and not exists (
        select from graphile_worker.jobs j where j.key = 'export:' || e.user_id and j.attempts < j.max_attempts
      )`;
}
