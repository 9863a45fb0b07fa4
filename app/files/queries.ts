/** Every statement on pictures. What a member sees of them she sees with her own rights; the rest is the system's. */
import type { Tx } from '~/db';
import type { Asked, Folder } from './rules/picture';

export type DraftRow = { readonly name: string; readonly width: number; readonly height: number };
type Named = Pick<Asked, 'folder' | 'name'>;

/** Hours in which a draft can be used: an hour less than it is kept, so that none is used while it is removed. */
const USABLE = 23;
const KEPT = 24;

/** The newest that the asker has sent and that can still be used. @param salonId null: for her profile */
export async function draftOf(
  tx: Tx,
  viewerId: string,
  folder: Folder,
  salonId: string | null,
): Promise<DraftRow | null> {
  const [found] = await tx<DraftRow[]>`
    select name, width, height
    from pictures
    where user_id = ${viewerId}
      and folder = ${folder}
      and salon_id is not distinct from ${salonId}
      and created_at > now() - make_interval(hours => ${USABLE})
      and not exists (
        select
        from my_profile() f
        where '/fichiers/' || folder || '/' || pictures.name in (f.avatar_url, f.cover_url)
      )
      and not exists (
        select
        from salons s
        where s.id = pictures.salon_id and s.avatar_url = '/fichiers/' || folder || '/' || pictures.name
      )
    order by created_at desc, name
    limit 1`;
  return found ?? null;
}

/** Whether the asker is who has sent it. */
export async function isMine(tx: Tx, viewerId: string, { folder, name }: Named): Promise<boolean> {
  const rows = await tx`
    select
    from pictures
    where name = ${name}
      and folder = ${folder}
      and user_id = ${viewerId}`;
  return rows.length > 0;
}

type NewPicture = DraftRow & { readonly userId: string; readonly folder: Folder; readonly salonId: string | null };

export async function insertPicture(
  tx: Tx,
  { name, folder, userId, salonId, width, height }: NewPicture,
): Promise<void> {
  await tx`
    insert into pictures (name, folder, user_id, salon_id, width, height)
    values (${name}, ${folder}, ${userId}, ${salonId}, ${width}, ${height})`;
}

/** Her drafts of this kind but for the newest. @returns what is to be removed from the store */
export async function deleteOlderDrafts(
  tx: Tx,
  { userId, folder, salonId, name }: NewPicture,
): Promise<readonly Named[]> {
  return tx<Named[]>`
    delete from pictures p
    where p.user_id = ${userId}
      and p.folder = ${folder}
      and p.salon_id is not distinct from ${salonId}
      and p.name <> ${name}
      and not exists (
        select
        from profiles f
        where f.id = p.user_id and '/fichiers/' || p.folder || '/' || p.name in (f.avatar_url, f.cover_url)
      )
      and not exists (
        select
        from salons s
        where s.id = p.salon_id and s.avatar_url = '/fichiers/' || p.folder || '/' || p.name
      )
    returning p.folder, p.name`;
}

export async function deletePicture(tx: Tx, name: string): Promise<void> {
  await tx`
    delete from pictures
    where name = ${name}`;
}

/** Drafts of yesterday, and what nobody shows any more. @returns what is to be removed from the store */
export async function deleteUnused(tx: Tx, most: number): Promise<readonly Named[]> {
  return tx<Named[]>`
    delete from pictures
    where name in (
      select p.name
      from pictures p
      left join profiles f
        on f.id = p.user_id and '/fichiers/' || p.folder || '/' || p.name in (f.avatar_url, f.cover_url)
      left join salons s on s.id = p.salon_id and s.avatar_url = '/fichiers/' || p.folder || '/' || p.name
      where f.id is null
        and s.id is null
        and (p.user_id is null or p.created_at < now() - make_interval(hours => ${KEPT}))
      limit ${most}
    )
    returning folder, name`;
}

/** Those of these names that have a row. */
export async function knownNames(tx: Tx, names: readonly string[]): Promise<readonly string[]> {
  const rows = await tx<{ name: string }[]>`
    select name
    from pictures
    where name = any(${names as string[]})`;
  return rows.map(({ name }) => name);
}

/** B02. With the asker's own rights. @returns the address of before. @throws AppError forbidden */
export async function setSalonPicture(tx: Tx, salonId: string, address: string | null): Promise<string | null> {
  const [row] = await tx<{ before: string | null }[]>`
    select set_salon_picture(${salonId}, ${address}) as before`;
  return row?.before ?? null;
}
