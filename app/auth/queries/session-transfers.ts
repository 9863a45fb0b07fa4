/** One session opens another, on the device beside it (U12). */

import type { Tx } from '~/db';
import type { SessionTransfers } from '../../../db/schema';
import { SESSION_TRANSFER_MINUTES } from '../rules/card';

/** The offer before this one ends. Null when the session has ended meanwhile. */
export async function offer(tx: Tx, sessionHash: string, linkHash: string, codeHash: string): Promise<Date | null> {
  const [made] = await tx<{ expiresAt: Date }[]>`
    insert into auth.session_transfers (session, user_id, link_hash, code_hash, expires_at)
    select handle, user_id, ${linkHash}, ${codeHash}, now() + make_interval(mins => ${SESSION_TRANSFER_MINUTES})
    from auth.sessions
    where id = ${sessionHash}
    on conflict (session) do update
    set
      link_hash = excluded.link_hash, code_hash = excluded.code_hash, expires_at = excluded.expires_at,
      used_at = null, used_by = null
    returning expires_at`;
  return made?.expiresAt ?? null;
}

export type Offer = Readonly<Pick<SessionTransfers, 'linkHash' | 'expiresAt' | 'usedBy'>> & {
  readonly isOpen: boolean;
};

/** What has become of the asking session's offer. */
export async function offerOf(tx: Tx, sessionHash: string): Promise<Offer | null> {
  const [found] = await tx<Offer[]>`
    select o.link_hash, o.expires_at, o.used_at is null and o.expires_at > now() as is_open, o.used_by
    from auth.session_transfers o
    join auth.sessions s on s.handle = o.session
    where s.id = ${sessionHash} or s.past_ids @> array[${sessionHash}]`;
  return found ?? null;
}

/** Whose session an open link hands over: the page names her before the button is pressed. */
export async function nameBehindLink(tx: Tx, linkHash: string): Promise<string | null> {
  const [found] = await tx<{ name: string }[]>`
    select coalesce(p.full_name, 'Membre') as name
    from auth.session_transfers o
    join auth.sessions s on s.handle = o.session
    join profiles p on p.id = o.user_id
    where o.link_hash = ${linkHash} and o.used_at is null and o.expires_at > now() and s.expires_at > now()`;
  return found?.name ?? null;
}

/** By link or by code; the first of fifty gets it. @param device what the first device is told */
export async function takeOffer(tx: Tx, hash: string, device: string): Promise<string | null> {
  const [taken] = await tx<{ userId: string }[]>`
    update auth.session_transfers o
    set used_at = now(), used_by = ${device}
    from auth.sessions s
    where (o.link_hash = ${hash} or o.code_hash = ${hash})
      and o.used_at is null
      and o.expires_at > now()
      and s.handle = o.session
      and s.expires_at > now()
    returning o.user_id`;
  return taken?.userId ?? null;
}
