/** D75: the catalogue of badges. Each is earned once, from a count of acts, and kept when its rule changes. */
import type { Kind } from './points';

/** How often she did what, as `counts_of` gives it. */
export type Counts = Readonly<Partial<Record<Counted, number>>> & {
  /** Badges that she has. */
  readonly had: readonly string[];
};
type Counted = Kind | 'points' | 'level' | 'streak';

export const RARITIES = { common: 'Courant', rare: 'Rare', precious: 'Précieux' } as const;
export type Rarity = keyof typeof RARITIES;

/** What the emblem draws. */
export type Family = Exclude<Counted, 'points'>;

export type Badge = {
  readonly id: string;
  readonly title: string;
  /** What it is given for, for who has it and who has not. */
  readonly description: string;
  readonly rarity: Rarity;
  readonly family: Family;
  /** From this count on. */
  readonly at: number;
};

const badge =
  (family: Family, what: (at: number) => string) =>
  (id: string, at: number, title: string, rarity: Rarity = 'common'): Badge => ({
    ...{ id, title, rarity, family, at },
    description: what(at),
  });
const several = (one: string, many: (at: number) => string) => (at: number) => (at === 1 ? one : many(at));

const lesson = badge(
  'lesson',
  several('Une première leçon terminée.', (at) => `${at} leçons terminées.`),
);
const course = badge(
  'course',
  several('Un premier cours terminé.', (at) => `${at} cours terminés.`),
);
const study = badge('study', (at) => `${at} jours où vous avez appris quelque chose.`);
const message = badge(
  'message',
  several('Un premier message dans un salon.', (at) => `${at} messages qui ont compté.`),
);
const welcome = badge(
  'welcome',
  several(
    'Vous avez répondu à une personne qui venait d’arriver.',
    (at) => `${at} personnes accueillies à leur arrivée.`,
  ),
);
const thanks = badge(
  'thanks',
  several('Quelqu’un vous a dit merci pour un message.', (at) => `${at} messages qui vous ont valu un merci.`),
);
const salon = badge(
  'salon',
  several('Un premier salon rejoint.', (at) => `${at} salons rejoints.`),
);
const founding = badge(
  'founding',
  several('Vous avez ouvert un salon.', (at) => `${at} salons ouverts.`),
);
const streak = badge('streak', (at) => `${at} jours de suite avec un message ou une leçon.`);
const level = badge('level', (at) => `Vous avez atteint le niveau ${at}.`);

export const BADGES: readonly Badge[] = [
  lesson('premiere-lecon', 1, 'Première page'),
  lesson('cinq-lecons', 5, 'Cahier ouvert'),
  lesson('quinze-lecons', 15, 'Belle plume', 'rare'),
  lesson('quarante-lecons', 40, 'Grande bibliothèque', 'precious'),
  course('premier-cours', 1, 'Au bout du chemin'),
  course('trois-cours', 3, 'Trois horizons', 'rare'),
  course('sept-cours', 7, 'Le tour des piliers', 'precious'),
  study('dix-jours', 10, 'Dix matins'),
  study('cinquante-jours', 50, 'Cinquante matins', 'rare'),
  message('premier-message', 1, 'Premier mot'),
  message('vingt-cinq-messages', 25, 'Voix familière'),
  message('cent-cinquante-messages', 150, 'Belles conversations', 'rare'),
  message('cinq-cents-messages', 500, 'Longues veillées', 'precious'),
  welcome('premier-accueil', 1, 'Porte ouverte'),
  welcome('cinq-accueils', 5, 'Main tendue', 'rare'),
  welcome('quinze-accueils', 15, 'Cœur de la maison', 'precious'),
  thanks('premier-merci', 1, 'Premier merci'),
  thanks('dix-mercis', 10, 'Dix mercis', 'rare'),
  thanks('quarante-mercis', 40, 'Fontaine de mercis', 'precious'),
  salon('premier-salon', 1, 'Premier salon'),
  salon('trois-salons', 3, 'Bon voisinage'),
  founding('salon-ouvert', 1, 'Maison ouverte'),
  streak('trois-jours', 3, 'Trois jours de suite'),
  streak('sept-jours', 7, 'Une belle semaine', 'rare'),
  streak('trente-jours', 30, 'Un mois de soleil', 'precious'),
  level('niveau-quatre', 4, 'Plein soleil', 'rare'),
  level('niveau-huit', 8, 'Voie lactée', 'precious'),
];

/** What she has earned by now and does not have: also what an earlier fault left out. */
export function badgesDue(counts: Counts): readonly Badge[] {
  return BADGES.filter(({ id, family, at }) => (counts[family] ?? 0) >= at && !counts.had.includes(id));
}

export const badgeById = (id: string): Badge | null => BADGES.find((each) => each.id === id) ?? null;
