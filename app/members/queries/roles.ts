/** Who of the team may what. Every statement runs as the system role, for admins alone. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Tx } from '~/db';

export type Role = Viewer['appRole'];
export type Colleague = { readonly id: string; readonly name: string; readonly role: Role };

/** Authors and admins, admins first; without addresses. */
export async function teamOf(tx: Tx): Promise<Colleague[]> {
  return tx<Colleague[]>`
    select id, coalesce(full_name, 'Membre') as name, app_role as role
    from profiles
    where app_role in ('author', 'admin')
    order by app_role, full_name, id`;
}

/** The author or admin of this id. */
export async function colleagueOf(tx: Tx, id: string): Promise<Colleague | null> {
  const [found] = await tx<Colleague[]>`
    select id, coalesce(full_name, 'Membre') as name, app_role as role
    from profiles
    where id = ${id} and app_role in ('author', 'admin')`;
  return found ?? null;
}

/** Two who change roles at once come one after the other: whoever has just lost hers changes nothing. */
export async function lockAdmins(tx: Tx): Promise<readonly string[]> {
  const rows = await tx<{ id: string }[]>`
    select id
    from profiles
    where app_role = 'admin'
    order by id
    for update`;
  return rows.map(({ id }) => id);
}

export type RoleAt = { readonly id: string; readonly role: Role; readonly confirmed: boolean };

/** Whose address this is, and what she may. */
export async function roleAt(tx: Tx, email: string): Promise<RoleAt | null> {
  const [found] = await tx<RoleAt[]>`
    select p.id, p.app_role as role, u.email_confirmed_at is not null as confirmed
    from auth.users u
    join profiles p on p.id = u.id
    where u.email = ${email}`;
  return found ?? null;
}

export async function giveRole(tx: Tx, id: string, role: Role): Promise<void> {
  await tx`
    update profiles
    set app_role = ${role}
    where id = ${id}`;
}

/** The first of them, for a command that is run beside the site. */
export async function firstAdminAddress(tx: Tx): Promise<string | null> {
  const [row] = await tx<{ email: string }[]>`
    select u.email
    from profiles p
    join auth.users u on u.id = p.id
    where p.app_role = 'admin' and u.email_confirmed_at is not null
    order by u.created_at
    limit 1`;
  return row?.email ?? null;
}

/** Whom the site writes to when something is out of order. */
export async function adminIds(tx: Tx): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select p.id
    from profiles p
    join auth.users u on u.id = p.id
    where p.app_role = 'admin' and u.email_confirmed_at is not null
    order by p.id`;
  return rows.map(({ id }) => id);
}
