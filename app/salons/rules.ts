/** The rules of salons: categories, limits, parsers, and what a card and a room are. Pure and synchronous. */

import { z } from 'zod';
import { type Allowance, limitInWords } from '~/billing/rules/plans';
import {
  characters,
  fieldErrors,
  hasVisibleSign,
  type KeptFields,
  oneLine,
  type Parsed,
  parseUuid,
  text,
} from '~/forms';
import type { Limit } from '~/limits';
import { earnedInWords } from '~/play/rules/points';
import type { Status } from '~/presence/rules';
import { topicKind } from '~/realtime/topic';
import type { Bell } from '~/salons/rules/bell';
import type { Pinned } from '~/salons/rules/order';
import type { OwnRequest } from '~/salons/rules/requests';
import { plural } from '~/ui/format';
import type { Flash } from '~/ui/notice';
import type { Salons } from '../../db/schema';

/** D31. Keys are stored; labels are shown. */
export const CATEGORIES = {
  jardin: 'Jardin',
  cuisine: 'Cuisine',
  voyages: 'Voyages',
  lecture: 'Lecture',
  sante: 'Bien-être',
  numerique: 'Numérique',
  famille: 'Famille',
  musique: 'Musique',
  marche: 'Marche et nature',
  bricolage: 'Bricolage',
  jeux: 'Jeux',
  histoire: 'Histoire',
  autres: 'Autres',
} as const;
export type Category = keyof typeof CATEGORIES;
/** R04: open to all, on request, or by code and invitation alone. */
export type Visibility = 'public' | 'demande' | 'prive';

/** Said of one that is not open to all. */
export const DOORS: Readonly<Record<Visibility, string | null>> = {
  public: null,
  demande: 'Sur demande',
  prive: 'Salon privé',
};
export type Role = 'owner' | 'moderator' | 'member';

export const ROLES: Readonly<Record<Role, string>> = {
  owner: 'Tient le salon',
  moderator: 'Modère le salon',
  member: 'Membre',
};

/** A salon as a card shows it. */
export type SalonCard = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly city: string | null;
  readonly colorTheme: string;
  /** Its picture (B02), without a width. */
  readonly avatarUrl: string | null;
  readonly visibility: Visibility;
  readonly isActive: boolean;
  readonly ownerName: string;
  readonly memberCount: number;
  readonly messagesToday: number;
  /** Null for somebody who is not a member. */
  readonly membership: {
    readonly role: Role;
    /** None where her bell does not ring for them (D42). */
    readonly unread: number;
    readonly rings: Bell;
    /** D16: people with the room open now, the viewer not counted. */
    readonly othersHere: number;
    /** The last two messages she has not read, the older first; 140 characters of each. */
    readonly latest: readonly QuotedWords[];
  } | null;
};

/** A salon as it is shown before joining. */
export type SalonFromOutside = Omit<SalonCard, 'membership'> & {
  readonly messageCount: number;
  readonly houseRules: string;
  readonly createdAt: Date;
  readonly isMember: boolean;
  /** Of the viewer, where one asks first. */
  readonly request: OwnRequest;
  /** Its last words are shown before one joins (found 1, 19). */
  readonly showsLastWords: boolean;
  readonly isOwner: boolean;
  /** Three at most, the older first; 200 characters of each. */
  readonly lastWords: readonly QuotedWords[];
};

export type QuotedWords = { readonly author: string; readonly words: string; readonly at: Date };

/** What a plan leaves: null without a limit. */
export type Places = Allowance | null;

export const isFull = (places: Places): places is Allowance => places !== null && places.used >= places.allowed;

/** D25: before it bites. */
export const placesInWords = ({ used, allowed }: Allowance): string =>
  `Formule gratuite : ${plural(used, 'salon rejoint', 'salons rejoints')} sur ${allowed}.`;
export const ownedInWords = ({ used, allowed }: Allowance): string =>
  `Formule gratuite : ${plural(used, 'salon tenu', 'salons tenus')} sur ${allowed}.`;

/** The one sentence, before pressing and after. */
export const fullWords = ({ allowed }: Allowance): string => limitInWords('salons_joined', allowed) ?? '';

/** Salons on one page of « À découvrir ». */
export const DISCOVERED = 8;

/** A salon as its own room shows it to a member. */
/** Its `lastSeq` is the change number that the page was rendered at. */
export type Room = Readonly<
  Pick<
    Salons,
    | 'id'
    | 'name'
    | 'description'
    | 'city'
    | 'colorTheme'
    | 'avatarUrl'
    | 'isActive'
    | 'shareCode'
    | 'memberCount'
    | 'lastSeq'
    | 'deleteAt'
    | 'houseRules'
    | 'welcomeLine'
    | 'slowSeconds'
  >
> & {
  readonly pinned: Pinned | null;
  readonly category: Category;
  readonly visibility: Visibility;
  readonly role: Role;
};

/** What a guest sees behind a share link, and a member before joining. */
export type SalonInvitation = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly city: string | null;
  readonly colorTheme: string;
  readonly visibility: Visibility;
  readonly memberCount: number;
  readonly ownerName: string;
  readonly isMember: boolean;
  /** Its own; empty: none. */
  readonly houseRules: string;
};

export type NamedSalon = { readonly id: string; readonly name: string };

/** A member of a salon, as its members see her. */
export type SalonMember = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly city: string | null;
  readonly role: Role;
  readonly joinedAt: Date;
  readonly status: Status;
  /** D13: of who is hors ligne and does not mind. */
  readonly lastSeenAt: Date | null;
  readonly isHere: boolean;
};

/** D41: messages beyond the reading mark; shown as « 99 et plus » above this. */
export const UNREAD_SHOWN = 99;

const newSalonForm = z.object({
  nom: oneLine(80).refine(
    (value) => characters(value) >= 3 && hasVisibleSign(value),
    'Donnez un nom d’au moins 3 lettres, par exemple Jardin au balcon.',
  ),
  description: text(1000).transform((value) => value.trim()),
  categorie: z.enum(Object.keys(CATEGORIES) as [Category, ...Category[]], 'Choisissez une catégorie dans la liste.'),
  ville: oneLine(80).optional(),
  couleur: z.string('Choisissez une couleur.').regex(/^#[0-9A-Fa-f]{6}$/, 'Choisissez une des couleurs proposées.'),
  visibilite: z.enum(['public', 'demande', 'prive'], 'Dites qui peut entrer dans ce salon.'),
  apercu: z.literal('on').optional().catch(undefined),
  cle: z.string().min(1).max(64).optional().catch(undefined),
});

export type NewSalon = {
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly city: string | null;
  readonly colorTheme: string;
  readonly visibility: Visibility;
  /** Its last words may be read before joining; of a private salon they never are. */
  readonly showsLastWords: boolean;
  /** C-07 for salons: the same form sent twice makes one. */
  readonly key: string | null;
};

export const KEPT_OF_NEW_SALON: KeptFields = {
  words: ['nom', 'description'],
  rest: ['categorie', 'ville', 'couleur', 'visibilite', 'apercu', 'cle'],
};

export function parseNewSalon(form: unknown): Parsed<NewSalon> {
  const parsed = newSalonForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, description, categorie, ville, couleur, visibilite, apercu, cle } = parsed.data;
  return {
    ok: true,
    value: {
      name: nom,
      description,
      category: categorie,
      city: ville || null,
      colorTheme: couleur,
      visibility: visibilite,
      showsLastWords: apercu === 'on',
      key: cle?.replaceAll('\0', '') || null,
    },
  };
}

/** An id from an address, or null: rubbish and « not there » are the same answer. */
export const parseSalonId = parseUuid;

/**
 * D34: read aloud and typed with spaces, dashes or small letters, between quotes, or as the whole link that holds it, it is
 * the same code. Nine signs; eight or six in salons from before (found 2b, 13). Null: not a code.
 */
export function parseShareCode(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 300) return null;
  const [, linked] = /\/s\/([^/?#\s]+)/.exec(value) ?? [];
  const code = (linked ?? value).replace(/[\s.\p{Pd}\p{Pi}\p{Pf}"'\u00ad\u200b\u2060]+/gu, '').toUpperCase();
  return /^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2,3})?$/.test(code) ? code : null;
}

/** D37: wrong share codes from one member. */
export const SHARE_CODE: Limit = { name: 'shareCode', points: 10, seconds: 180 };
/** The same from one place, signed in or not; a club with one connection stays below it. */
export const SHARE_CODE_PLACE: Limit = { name: 'shareCodePlace', points: 30, seconds: 180 };
/** The same from everywhere: with the 30 bits of an older code, finding it takes some 180 years on average. */
export const SHARE_CODE_ALL: Limit = { name: 'shareCodeAll', points: 1_000, seconds: 3 * 3600 };

/** Somebody came into this salon, left it, or was removed. */
export const membersTopic = topicKind('members');

const CREATED = 'Votre salon est créé. Partagez son code avec les personnes que vous souhaitez inviter.';
const ENTERED = 'Vous êtes maintenant membre de ce salon.';

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  cree: { tone: 'succes', text: CREATED },
  'cree-points': { tone: 'succes', text: `${CREATED} ${earnedInWords('founding')}` },
  rejoint: { tone: 'succes', text: ENTERED },
  'rejoint-points': { tone: 'succes', text: `${ENTERED} ${earnedInWords('salon')}` },
  'mots-montres': { tone: 'succes', text: 'Les derniers messages se liront ici, à partir de maintenant.' },
  'mots-caches': { tone: 'succes', text: 'Les messages ne se lisent plus avant d’entrer.' },
  quitte: { tone: 'info', text: 'Vous avez quitté le salon. Vos messages y restent.' },
} as const satisfies Record<string, Flash>;
