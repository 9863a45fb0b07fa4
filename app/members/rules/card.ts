/** A member as others see her, the directory, blocking and reporting. Pure and synchronous. */
import { z } from 'zod';
import { NEWCOMER_DAYS } from '~/auth/rules/newcomers';
import type { Status, Viewer } from '~/auth/rules/viewer';
import { characters, type Form, fieldErrors, type KeptFields, type Parsed, parseUuid, text, typed } from '~/forms';
import type { Limit } from '~/limits';
import { topicKind } from '~/realtime/topic';

/** What the asker may see; a field that is not for her is empty. */
export type MemberCard = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly coverUrl: string | null;
  readonly appRole: Viewer['appRole'];
  /** UTC; shown in the time of Paris. */
  readonly createdAt: Date;
  readonly bio: string | null;
  readonly city: string | null;
  /** Its code. */
  readonly departement: string | null;
  readonly interests: readonly string[];
  /** By the asker. Who has blocked the asker has no card for her. */
  readonly isBlocked: boolean;
  readonly status: Status;
  readonly lastSeenAt: Date | null;
};

/** One line of the directory. */
export type ListedMember = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly bio: string | null;
  readonly city: string | null;
  readonly interests: readonly string[];
  readonly createdAt: Date;
  /** The folded name: with the id, where the next page begins. */
  readonly sortKey: string;
  /** Of those near the asker: 1 in her town, 2 elsewhere in her département. */
  readonly ring: number;
};

/** How many people one may still look at today; null: without limit. */
export type Looks = { readonly used: number; readonly allowed: number };

export const parseMemberId = parseUuid;

/** Whom this member sees has changed: she has blocked somebody, or somebody her. */
export const blocksTopic = topicKind('blocks');

/** An account's links in a presentation can be followed once it is no newcomer's any more (D05). */
export function mayLink(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= NEWCOMER_DAYS * 86_400_000;
}

/** Lines of the directory on one page. */
export const PAGE_SIZE = 24;
/** A search is counted up to here; more are « au moins 500 ». */
export const COUNTED_MAX = 500;

/** A search as typed; what makes no sense is left out rather than refused. */
export type MemberSearch = {
  readonly q: string;
  readonly city: string;
  readonly interest: string;
  /** D06: of the asker's own town and then of her département, instead of `city`. */
  readonly near: boolean;
};
export type Cursor = { readonly ring: number; readonly key: string; readonly id: string };

export function parseMemberSearch(query: URLSearchParams): MemberSearch {
  const clean = (name: string, most: number) =>
    (query.get(name) ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, most);
  const near = query.get('pres') === 'on';
  return { q: clean('q', 80), city: near ? '' : clean('ville', 80), interest: clean('interet', 40), near };
}

/** Where a page of the directory begins: « 1:nom:identifiant », after that line. */
export function parseCursor(query: URLSearchParams): Cursor | null {
  const [, ring, key = '', last] = /^([12]):([\s\S]{0,200}):([^:]*)$/.exec(query.get('apres') ?? '') ?? [];
  const id = parseUuid(last);
  return id ? { ring: Number(ring), key: key.replaceAll('\0', ''), id } : null;
}

export const cursorAfter = ({ ring, sortKey, id }: Pick<ListedMember, 'ring' | 'sortKey' | 'id'>): string =>
  `${ring}:${sortKey}:${id}`;

/** What a report is of, for whoever reads it first; the table knows the same. */
export const NATURES = {
  insulte: 'Des mots blessants ou des menaces',
  argent: 'Une demande d’argent ou une vente',
  tromperie: 'Quelqu’un se fait passer pour un autre, ou cherche à tromper',
  choquant: 'Une image ou des propos choquants',
  autre: 'Autre chose',
} as const;
type Nature = keyof typeof NATURES;

/** Characters; what the table holds. */
export const REPORT_MAX = 1_000;

const reportForm = z.object({
  // Not chosen is no fault: what counts is what she writes.
  nature: z.enum(Object.keys(NATURES) as Nature[]).catch('autre'),
  motif: text(REPORT_MAX)
    .transform((value) => value.trim())
    .refine((value) => characters(value) >= 3, 'Dites en quelques mots ce qui s’est passé.'),
});
export const KEPT_OF_REPORT: KeptFields = { words: ['motif'], rest: ['nature'] };

export function parseReport(form: unknown): Parsed<{ readonly nature: Nature; readonly reason: string }> {
  const parsed = reportForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { nature: parsed.data.nature, reason: parsed.data.motif } };
}

export function reportTyped(form: Form): { readonly nature: string; readonly reason: string } {
  const { motif = '', nature = '' } = typed(form, 'motif', 'nature');
  return { nature, reason: motif };
}

/** Reports of one member: the team reads each of them. */
export const REPORTS: Limit = { name: 'report', points: 10, seconds: 24 * 3600 };
