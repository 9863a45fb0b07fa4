/** The rules of certificates (U04): what one says, where it stands, and how it is told. Pure and synchronous. */

import { parseUuid } from '~/forms';
import type { Limit } from '~/limits';
import { plural } from '~/ui/format';
import type { Certificates } from '../../db/schema';

/** What a certificate says; frozen when it was made. Its status index is its bit in the status lists; its pillar one of 1 to 7. */
export type Facts = Readonly<Omit<Certificates, 'userId' | 'credential' | 'replacedBy'>>;

/** A certificate as whoever holds its address may know it. */
export type Certificate = Facts & {
  readonly credential: Credential | null;
  readonly revokedAt: Date | null;
  readonly reason: Reason | null;
  readonly isMine: boolean;
  /** The asker's present name, if it is hers. */
  readonly myName: string | null;
  /** What took its place, if it is hers. */
  readonly successor: string | null;
};

/** JSON-LD with an embedded proof. */
export type Credential = { readonly [term: string]: unknown };

/** A certificate as its owner finds it among her own. */
export type CertificateLine = Pick<Facts, 'id' | 'courseTitle' | 'completedAt'> & {
  readonly revokedAt: Date | null;
};

/** Why one is taken back, as its page says it. */
export const REASONS = {
  replaced: 'Elle a été remplacée par une autre, à la demande de la personne à qui elle appartient.',
  error: 'Elle avait été délivrée par erreur.',
  fraud: 'Elle avait été obtenue en contournant les règles du cours.',
  erased: 'La personne à qui elle appartenait a quitté Aurora50 et l’a retirée.',
} as const;
export type Reason = keyof typeof REASONS;

/** What an admin may give as a reason. */
export const REVOCATIONS = { erreur: 'error', fraude: 'fraud' } as const satisfies Record<string, Reason>;

export function parseRevocation(form: Readonly<Record<string, unknown>>): Reason | null {
  const { motif } = form;
  return typeof motif === 'string' && Object.hasOwn(REVOCATIONS, motif)
    ? REVOCATIONS[motif as keyof typeof REVOCATIONS]
    : null;
}

/** An id from an address, or null: rubbish and « not there » are the same answer. */
export const parseCertificateId = parseUuid;

/** Bits in one list: the least that hides one member among others (Bitstring Status List 1.0, 6.1). */
export const LIST_SIZE = 131_072;

/** Lists count from 1. */
export const listOf = (statusIndex: number): number => Math.floor(statusIndex / LIST_SIZE) + 1;
export const placeIn = (statusIndex: number): number => statusIndex % LIST_SIZE;

export function parseListNumber(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}

/** « environ 2 h », « environ 2 h 30 », « 45 min »: to the half hour, as announced times are no measurements. */
export function studyTime(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const halves = Math.round(minutes / 30);
  return `environ ${Math.floor(halves / 2)}\u202fh${halves % 2 ? '\u202f30' : ''}`;
}

/** « 7 leçons, environ 2 h » */
export function extentOf({ lessonCount, minutes }: Pick<Facts, 'lessonCount' | 'minutes'>): string {
  return `${plural(lessonCount, 'leçon', 'leçons')}, ${studyTime(minutes)}`;
}

/** A member may have it again under her present name (her marriage, her first name spelt right). */
export function canRenew({ isMine, myName, memberName, revokedAt }: Certificate): boolean {
  return isMine && revokedAt === null && myName !== null && myName.trim() !== memberName;
}

/** U04: certificates made again in another name, of one member. */
export const RENEWALS: Limit = { name: 'renewCertificate', points: 10, seconds: 24 * 3600 };
