/** The plans: what each costs and opens, and the only words for both (S01, S02, G17, D25, U16). Pure. */
import { plural, price } from '~/ui/format';
import type { PlanLimits } from '../../../db/schema';

/** One row of plan_limits: what a plan costs, how often, and what it limits; null: without a limit. */
export type PlanFigures = Readonly<
  Pick<
    PlanLimits,
    | 'messagesPerDay'
    | 'profileViewsPerDay'
    | 'salonsOwned'
    | 'salonsJoined'
    | 'paidLessons'
    | 'priceCents'
    | 'billingMonths'
  >
>;
export type PlanName = 'freemium' | 'premium' | 'annuel';
export type PaidPlan = Exclude<PlanName, 'freemium'>;
export type Plans = Readonly<Record<PlanName, PlanFigures>>;

/** As screens and letters name them. */
export const PLAN_NAMES: Readonly<Record<PlanName, string>> = {
  freemium: 'Gratuit',
  premium: 'Premium',
  annuel: 'Annuel',
};

/** What a plan limits, in the words of the database's function allowance(). */
export const LIMITED = [
  'messages_per_day',
  'profile_views_per_day',
  'salons_owned',
  'salons_joined',
  'paid_lessons',
] as const;
export type Limited = (typeof LIMITED)[number];

/** What a member has used of something, and how much of it her plan allows. */
export type Allowance = { readonly used: number; readonly allowed: number };

export type PlanWords = ReturnType<typeof planWords>;

const MONTHS = 12;

/** As pages, terms and refusals say the figures of the plans. Each limit goes on after its verb: « écrire {messages} ». */
export function planWords({ freemium, premium, annuel }: Plans) {
  const twelveMonths = premium.priceCents * MONTHS;
  return {
    free: price(freemium.priceCents),
    monthly: price(premium.priceCents),
    yearly: price(annuel.priceCents),
    twelveMonths: price(twelveMonths),
    /** What a year costs less than twelve months, if it does. */
    given: givenIn(twelveMonths - annuel.priceCents, premium.priceCents),
    messages: messagesInWords(freemium.messagesPerDay),
    views: viewsInWords(freemium.profileViewsPerDay),
    joined: salonsInWords(freemium.salonsJoined),
    owned: salonsInWords(freemium.salonsOwned),
    lessons: freemium.paidLessons ? 'tous les cours en entier' : FREE_LESSONS,
  };
}

const FREE_LESSONS = 'les leçons gratuites de chaque cours';

function givenIn(saved: number, month: number): string | null {
  if (saved <= 0) return null;
  // « 2 mois offerts » only where it is true to the cent (S02).
  const months = saved % month === 0 ? `, ${plural(saved / month, 'mois offert', 'mois offerts')}` : '';
  return `${price(saved)} de moins que ${MONTHS} mois de Premium${months}`;
}

function messagesInWords(limit: number | null): string {
  return limit === null ? 'sans compter' : `${plural(limit, 'message', 'messages')} par jour`;
}

function viewsInWords(limit: number | null): string {
  return limit === null ? 'toutes les fiches de membres' : `${cardsInWords(limit)} par jour`;
}

const cardsInWords = (count: number) => plural(count, 'fiche de membre', 'fiches de membres');

export function salonsInWords(limit: number | null): string {
  if (limit === null) return 'des salons sans compter';
  return limit === 1 ? 'un salon' : plural(limit, 'salon', 'salons');
}

/** What is open in which plan, line by line, as the page of the plans compares them. */
export function comparison({ freemium, premium }: Plans): readonly { what: string; free: string; paid: string }[] {
  const line = (what: string, words: (plan: PlanFigures) => string) => ({
    what,
    free: words(freemium),
    paid: words(premium),
  });
  return [
    line('Lire dans les salons', () => 'sans compter'),
    line('Écrire', ({ messagesPerDay }) => messagesInWords(messagesPerDay)),
    line('Rejoindre', ({ salonsJoined }) => salonsInWords(salonsJoined)),
    line('Tenir', ({ salonsOwned }) => salonsInWords(salonsOwned)),
    line('Ouvrir', ({ profileViewsPerDay }) => viewsInWords(profileViewsPerDay)),
    line('Suivre les cours', ({ paidLessons }) => (paidLessons ? 'en entier' : FREE_LESSONS)),
  ];
}

/** D25: what counts, and how far it has come. */
export function countInWords(what: Limited, { used, allowed }: Allowance): string | null {
  switch (what) {
    case 'messages_per_day':
      return `${plural(used, 'message écrit', 'messages écrits')} aujourd’hui, sur ${allowed}`;
    case 'profile_views_per_day':
      return `${plural(used, 'fiche ouverte', 'fiches ouvertes')} aujourd’hui, sur ${allowed}`;
    case 'salons_joined':
      return `${plural(used, 'salon rejoint', 'salons rejoints')}, sur ${allowed}`;
    case 'salons_owned':
      return `${plural(used, 'salon tenu', 'salons tenus')}, sur ${allowed}`;
    default:
      return null;
  }
}

/** Why the plan refuses, with the limit that the database gave with its refusal (AU402). */
export function limitInWords(what: string, limit: number): string | null {
  switch (what) {
    case 'messages_per_day':
      return `Vous avez écrit vos ${plural(limit, 'message', 'messages')} d’aujourd’hui, la limite de la formule gratuite. Votre texte reste ici : envoyez-le demain.`;
    case 'salons_owned':
      return `La formule gratuite permet de tenir ${salonsInWords(limit)}, et ${limit === 1 ? 'vous tenez déjà le vôtre' : 'vous les tenez déjà'}.`;
    case 'salons_joined':
      return `La formule gratuite permet de rejoindre ${salonsInWords(limit)}, et vous en avez déjà rejoint ${limit}. Pour entrer dans un autre, quittez-en un.`;
    default:
      return null;
  }
}
