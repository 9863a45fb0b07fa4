/** The rules of keeping a salon: what its owner changes, what keepers may do to whom, and what is said of it. */
import { z } from 'zod';
import { type Form, fieldErrors, hasVisibleSign, type KeptFields, oneLine, type Parsed, text } from '~/forms';
import {
  type Category,
  KEPT_OF_NEW_SALON,
  type NewSalon,
  parseNewSalon,
  type Role,
  type Visibility,
} from '~/salons/rules';
import { type BellPost, parseBell } from '~/salons/rules/bell';
import { type Order, parseOrder } from '~/salons/rules/order';
import type { Flash } from '~/ui/notice';

/** D39, R04: `retirer` takes a member out, `silence` and `parole` take her word for a time and give it back; the others give her this role. Names of the form's field `action`. */
export const ACTS = ['retirer', 'moderateur', 'membre', 'proprietaire', 'silence', 'parole'] as const;
export type Act = (typeof ACTS)[number];

export const parseAct = (value: unknown): Act | null => ACTS.find((act) => act === value) ?? null;

/** Owners remove everybody but themselves, moderators plain members; the same rule stands in SQL (`may_remove`). */
export const mayRemove = (mine: Role, theirs: Role): boolean =>
  (mine === 'owner' && theirs !== 'owner') || (mine === 'moderator' && theirs === 'member');

export const keeps = (role: Role): boolean => role !== 'member';

export type SalonChanges = {
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly city: string | null;
  readonly colorTheme: string;
  readonly visibility: Visibility;
} & Order;

/** What a post to the settings asks for: the words of the salon (R06), that it be archived or opened again (D35), her bell. */
export type SettingsPost = {
  readonly changes: SalonChanges | null;
  readonly isActive: boolean | null;
  readonly bell: BellPost | null;
};

export function parseSettings(form: Form): Parsed<SettingsPost> {
  const isActive = parseActive(form.actif);
  const bell = parseBell(form);
  const isWordless = form.nom === undefined && (isActive !== null || form.notifications !== undefined);
  const words = isWordless ? null : parseNewSalon(form);
  const order = parseOrder(form);
  const errors = Object.assign({}, ...[words, order, bell].map((part) => (part && !part.ok ? part.errors : {})));
  if (!bell.ok || !order.ok || words?.ok === false) return { ok: false, errors };
  return { ok: true, value: { changes: words && changesOf(words.value, order.value), isActive, bell: bell.value } };
}

function changesOf({ key: _, showsLastWords: __, ...words }: NewSalon, order: Order): SalonChanges {
  return { ...words, ...order };
}

export const KEPT_OF_SETTINGS: KeptFields = {
  words: [...KEPT_OF_NEW_SALON.words, 'regles', 'accueil'],
  rest: [...KEPT_OF_NEW_SALON.rest, 'lenteur'],
};

function parseActive(value: unknown): boolean | null {
  if (value === 'on' || value === 'oui') return true;
  return value === 'off' || value === 'non' ? false : null;
}

/** Characters of a reason; what `salon_bans_reason_length` holds. */
export const BAN_REASON_MAX = 500;

const banForm = z.object({
  membre: z.uuid('Choisissez un membre.'),
  motif: text(BAN_REASON_MAX)
    .transform((words) => words.trim())
    .refine((words) => words.length >= 3 && hasVisibleSign(words), 'Dites en quelques mots pourquoi.'),
});

export type Ban = { readonly member: string; readonly reason: string };

export function parseBan(form: unknown): Parsed<Ban> {
  const parsed = banForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { member: parsed.data.membre, reason: parsed.data.motif } };
}

export const KEPT_OF_BAN: KeptFields = { words: ['motif'], rest: ['membre'] };

/** To who was banned and comes again, whichever way. */
export const BANNED_WORDS = 'La personne qui tient ce salon ne souhaite plus que vous y entriez.';

/** Somebody who may not come back. */
export type BannedMember = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly bannedAt: Date;
};

/** Whom a keeper has before her; her role is null once she has left. */
export type KeptMember = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly role: Role | null;
  readonly joinedAt: Date | null;
  /** She writes nothing until then. */
  readonly silencedUntil: Date | null;
};

/** R07: from the asking to the deletion; `plan_salon_deletion` counts the same. */
export const DELETION_DAYS = 30;

const salonName = z.object({ nom: oneLine(80) });

/** R07: the salon's name typed again, as it stands but for capitals and spaces around. */
export function isTypedAgain(form: unknown, name: string): boolean {
  const parsed = salonName.safeParse(form);
  const plain = (words: string) => words.normalize('NFC').toLocaleLowerCase('fr').replace(/\s+/gu, ' ').trim();
  return parsed.success && plain(parsed.data.nom) === plain(name);
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'salon-change': { tone: 'succes', text: 'Les réglages du salon sont enregistrés.' },
  'salon-archive': { tone: 'info', text: 'Le salon est archivé. Ses membres peuvent le relire.' },
  'salon-rouvert': { tone: 'succes', text: 'Le salon est rouvert. On peut de nouveau y écrire.' },
  'code-change': {
    tone: 'succes',
    text: 'Voici le nouveau code. L’ancien n’ouvre plus rien ; les membres du salon y restent.',
  },
  'membre-retire': { tone: 'info', text: 'Cette personne ne fait plus partie du salon.' },
  'role-donne': { tone: 'succes', text: 'Son rôle dans le salon a changé.' },
  'salon-confie': { tone: 'succes', text: 'Vous avez confié ce salon. Vous en gardez la modération.' },
  'confie-refuse': {
    tone: 'alerte',
    text: 'Cette personne ne peut pas tenir un salon de plus : sa formule ou son adresse de courriel ne le permet pas encore.',
  },
  'membre-exclu': { tone: 'info', text: 'Cette personne ne peut plus entrer dans le salon.' },
  exclu: { tone: 'alerte', text: BANNED_WORDS },
  'exclusion-levee': { tone: 'succes', text: 'L’exclusion est levée. Cette personne peut revenir.' },
  'suppression-demandee': {
    tone: 'info',
    text: `Le salon est fermé et sera supprimé dans ${DELETION_DAYS} jours. D’ici là, vous pouvez tout annuler.`,
  },
  'suppression-annulee': { tone: 'succes', text: 'Rien ne sera supprimé : le salon est rouvert.' },
} as const satisfies Record<string, Flash>;
