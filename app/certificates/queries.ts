/** Every statement of the certificates. */

import type { Certificate, CertificateLine, Credential, Facts, Reason } from '~/certificates/rules';
import type { Tx } from '~/db';
import type { AttestationKeys, CertificateRevocations } from '../../db/schema';

export type Awarded = { readonly id: string; readonly made: boolean };

/** For the asker: hers of this course, made now if she has finished it. Null: she has not. */
export async function awardCertificate(tx: Tx, courseId: string): Promise<Awarded | null> {
  const [awarded] = await tx<Awarded[]>`select id, made from award_certificate(${courseId})`;
  return awarded ?? null;
}

/** In the asker's present name. @returns the new one's id; null: there is nothing of hers to renew */
export async function renewCertificate(tx: Tx, id: string): Promise<string | null> {
  const [renewed] = await tx<{ id: string }[]>`select id from renew_certificate(${id})`;
  return renewed?.id ?? null;
}

export async function certificateBehind(tx: Tx, id: string): Promise<Certificate | null> {
  const [found] = await tx<Certificate[]>`
    select
      id, course_id, status_index, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count,
      minutes, started_at, completed_at, issued_at, credential, revoked_at, reason, is_mine, my_name, successor
    from certificate_behind(${id})`;
  return found ?? null;
}

/** The asker's own that stand, newest first. */
export function certificatesOf(tx: Tx, viewerId: string): Promise<readonly CertificateLine[]> {
  return tx<CertificateLine[]>`
    select c.id, c.course_title, c.completed_at, r.revoked_at
    from certificates c
    left join certificate_revocations r on r.status_index = c.status_index
    where c.user_id = ${viewerId}
      and c.replaced_by is null
    order by c.completed_at desc, c.id`;
}

/** As the system: what was signed first stays. */
export async function keepCredential(tx: Tx, { id }: Facts, credential: Credential): Promise<void> {
  await tx`
    update certificates
    set credential = ${JSON.stringify(credential)}::text::json
    where id = ${id}
      and credential is null`;
}

/** As the system. @returns false when it is taken back already or not there */
/** Hers that nobody has looked at yet. As the system. */
export function unsealedOf(tx: Tx, userId: string): Promise<Facts[]> {
  return tx<Facts[]>`
    select
      id, course_id, status_index, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count,
      minutes, started_at, completed_at, issued_at
    from certificates
    where user_id = ${userId}
      and credential is null
    order by issued_at`;
}

export async function revokeCertificate(tx: Tx, id: string, reason: Reason): Promise<boolean> {
  const rows = await tx`
    insert into certificate_revocations (status_index, reason)
    select status_index, ${reason}
    from certificates
    where id = ${id}
    on conflict do nothing
    returning status_index`;
  return rows.length > 0;
}

/** As the system, before the key signs anything that leaves the site. */
export async function listKey(tx: Tx, publicKey: string): Promise<void> {
  await tx`insert into attestation_keys (public_key) values (${publicKey}) on conflict do nothing`;
}

export type ListedKey = Readonly<AttestationKeys>;

export function listedKeys(tx: Tx): Promise<readonly ListedKey[]> {
  return tx<ListedKey[]>`select public_key, first_used_at from attestation_keys order by first_used_at, public_key`;
}

export async function isListedKey(tx: Tx, publicKey: string): Promise<boolean> {
  const rows = await tx`select from attestation_keys where public_key = ${publicKey}`;
  return rows.length > 0;
}

export type Revocations = { readonly indexes: readonly number[]; readonly lastAt: Date | null };

/** From this index on, this many. */
export async function revocationsIn(tx: Tx, from: number, count: number): Promise<Revocations> {
  const rows = await tx<Pick<CertificateRevocations, 'statusIndex' | 'revokedAt'>[]>`
    select status_index, revoked_at
    from certificate_revocations
    where status_index >= ${from}
      and status_index < ${from + count}
    order by revoked_at desc`;
  return { indexes: rows.map(({ statusIndex }) => statusIndex), lastAt: rows[0]?.revokedAt ?? null };
}
