/** D71: what counts, how much, and how often in a day. The page « Comment cela compte » and every act read this table. */
import { plural } from '~/ui/format';
import type { IconName } from '~/ui/icons';

type Rule = {
  readonly points: number;
  /** Of this kind in one day (Europe/Paris): nobody is paid for noise. */
  readonly aDay: number;
  readonly icon: IconName;
  /** What the journal says; the name of the salon follows where there is one. */
  readonly said: string;
  /** What the page of the rules says. */
  readonly what: string;
  /** And how often, beside `aDay`. */
  readonly once: string;
};

/** Days in which a member is new (`earn_by_message`). */
export const NEW_DAYS = 14;

export const RULES = {
  lesson: {
    ...{ points: 20, aDay: 5, icon: 'book', said: 'Leçon terminée' },
    ...{ what: 'Terminer une leçon', once: 'Une fois par leçon' },
  },
  course: {
    ...{ points: 100, aDay: 5, icon: 'landmark', said: 'Cours terminé' },
    ...{ what: 'Terminer un cours entier', once: 'Une fois par cours' },
  },
  study: {
    ...{ points: 5, aDay: 1, icon: 'clock', said: 'Un moment passé à apprendre' },
    ...{ what: 'Suivre une leçon, même un peu', once: '' },
  },
  message: {
    ...{ points: 2, aDay: 5, icon: 'chat', said: 'Un message dans le salon' },
    ...{ what: 'Écrire dans un salon', once: 'Les suivants de la journée ne comptent pas' },
  },
  welcome: {
    ...{ points: 10, aDay: 3, icon: 'sprout', said: 'Une nouvelle personne accueillie dans le salon' },
    ...{
      what: `Répondre à une personne arrivée il y a moins de ${plural(NEW_DAYS, 'jour', 'jours')}`,
      once: 'Une fois par personne',
    },
  },
  thanks: {
    ...{ points: 5, aDay: 5, icon: 'heart', said: 'Un merci reçu dans le salon' },
    ...{ what: 'Recevoir un « merci » pour un message', once: 'Une fois par message' },
  },
  salon: {
    ...{ points: 5, aDay: 2, icon: 'door', said: 'Entrée dans le salon' },
    ...{ what: 'Rejoindre un salon', once: 'Une fois par salon' },
  },
  founding: {
    ...{ points: 20, aDay: 1, icon: 'home', said: 'Ouverture du salon' },
    ...{ what: 'Ouvrir un salon', once: '' },
  },
} as const satisfies Record<string, Rule>;
export type Kind = keyof typeof RULES;

/** « Une fois par leçon. 5 fois par jour au plus. » */
export function limitInWords({ once, aDay }: Rule): string {
  const most = `${plural(aDay, 'fois', 'fois')} par jour au plus.`;
  return once ? `${once}. ${most}` : most;
}

/** Names that honour, from the first day; and the points from which each counts. */
export const LEVELS = [
  { from: 0, name: 'Première lueur' },
  { from: 60, name: 'Petit jour' },
  { from: 160, name: 'Matin clair' },
  { from: 320, name: 'Plein soleil' },
  { from: 550, name: 'Bel après-midi' },
  { from: 900, name: 'Lumière d’or' },
  { from: 1_400, name: 'Ciel du soir' },
  { from: 2_100, name: 'Voie lactée' },
  { from: 3_000, name: 'Étoile du berger' },
  { from: 4_200, name: 'Aurore boréale' },
] as const;

/** As PostgreSQL takes them. */
export const THRESHOLDS: readonly number[] = LEVELS.map(({ from }) => from);

export type Level = {
  readonly number: number;
  readonly name: string;
  readonly from: number;
  /** Null: there is no higher one. */
  readonly next: { readonly from: number; readonly name: string } | null;
};

export function levelAt(points: number): Level {
  const index = Math.max(
    0,
    THRESHOLDS.findLastIndex((from) => points >= from),
  );
  const { name, from } = LEVELS[index] ?? LEVELS[0];
  return { number: index + 1, name, from, next: LEVELS[index + 1] ?? null };
}

/** What a member reads at once where she earned it: how much, and for what. */
export const earnedInWords = (kind: Kind): string =>
  `${plural(RULES[kind].points, 'point', 'points')} de plus\u202f: ${RULES[kind].said.toLowerCase()}.`;
