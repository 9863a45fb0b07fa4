/** Salons, who belongs to them and who is invited. */
import type { Plan } from '../types';
import { inParts, type Tx } from './parts';

export async function writeSalons(tx: Tx, { salons, members, invitations, pictures }: Plan): Promise<void> {
  await inParts(
    tx,
    [...salons.values()],
    (rows) => tx`
      insert into public.salons (
        id, name, description, category, city, color_theme, owner_id, share_code, visibility, is_active, avatar_url,
        created_at
      )
      select id, name, description, category, city, color, "ownerId", coalesce(code, public.random_share_code()), 'prive',
        "isActive", "avatarUrl", at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, name text, description text, category text, city text, color text, "ownerId" uuid, code text,
        "isActive" boolean, "avatarUrl" text, at timestamptz
      )`,
  );
  await inParts(
    tx,
    [...members.values()].filter(({ salonId }) => salons.has(salonId)),
    (rows) => tx`
      insert into public.salon_members
        (salon_id, user_id, role, joined_at, last_seen_at, last_seen_seq, notifications_enabled)
      select "salonId", "userId", role, "joinedAt", "seenAt", "seenSeq", bell
      from jsonb_to_recordset(${rows}) as r (
        "salonId" uuid, "userId" uuid, role text, "joinedAt" timestamptz, "seenAt" timestamptz, "seenSeq" bigint,
        bell boolean
      )`,
  );
  await inParts(
    tx,
    invitations,
    (rows) => tx`
      insert into public.salon_invitations
        (id, salon_id, invited_by, email, user_id, token_hash, uses, created_at, sent_at, expires_at, accepted_at, revoked_at)
      select id, "salonId", "invitedBy", email, "userId", "tokenHash", uses, at, at, "expiresAt", "acceptedAt", "revokedAt"
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "salonId" uuid, "invitedBy" uuid, email text, "userId" uuid, "tokenHash" text, uses smallint,
        at timestamptz, "expiresAt" timestamptz, "acceptedAt" timestamptz, "revokedAt" timestamptz
      )`,
  );
  await inParts(
    tx,
    pictures.filter(({ salonId }) => salonId),
    (rows) => tx`
      insert into public.pictures (name, folder, user_id, salon_id, width, height)
      select name, folder, "userId", "salonId", width, height
      from jsonb_to_recordset(${rows}) as r (
        name text, folder text, "userId" uuid, "salonId" uuid, width integer, height integer
      )`,
  );
}

/** Counters are written once, and not by triggers row by row. */
export async function countSalons(tx: Tx, { salons }: Plan): Promise<void> {
  const ids = [...salons.keys()];
  await tx`
    update public.salons s
    set last_seq = coalesce(c.last, 0), message_count = coalesce(c.standing, 0), last_message_at = c.at,
      member_count = (select count(*) from public.salon_members m where m.salon_id = s.id)
    from unnest(${ids}::uuid[]) as wanted (id)
    left join (
      select salon_id, max(changed_seq) as last, count(*) filter (where not is_deleted) as standing, max(created_at) as at
      from public.chat_messages
      where salon_id = any(${ids}::uuid[])
      group by salon_id
    ) c on c.salon_id = wanted.id
    where s.id = wanted.id`;
}
