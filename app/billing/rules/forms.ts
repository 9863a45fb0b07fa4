/** The forms of payment, and what the next page says after them. Pure. */
import type { Flash } from '~/ui/notice';
import { LIMITED, type Limited, type PaidPlan } from './plans';

/** Null: no plan that is sold. */
export function parsePlan(value: unknown): PaidPlan | null {
  return value === 'premium' || value === 'annuel' ? value : null;
}

/** Which limit has led here (D24); null: none, or a word of somebody's own. */
export function parseTrigger(value: unknown): Limited | null {
  return LIMITED.find((what) => what === value) ?? null;
}

/** Seconds since 1970 that a preview was reckoned for; null: not from a page of the last hour. */
export function parseMoment(value: unknown, now: Date): number | null {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : null;
  const age = seconds === null ? Number.NaN : now.getTime() / 1_000 - seconds;
  return age >= 0 && age < 3_600 ? seconds : null;
}

export const flashes = {
  'essai-commence': { tone: 'succes', text: 'Votre essai a commencé. Tous les cours vous sont ouverts.' },
  'essai-deja': {
    tone: 'info',
    text: 'Un essai a déjà été donné pour ce compte ou pour cette adresse. La formule gratuite reste la vôtre.',
  },
  'essai-confirmer': { tone: 'info', text: 'Confirmez d’abord votre adresse de courriel, puis demandez l’essai.' },
  'deja-abonne': { tone: 'info', text: 'Vous avez déjà un abonnement : rien d’autre ne vous est débité.' },
  'paiement-absent': { tone: 'alerte', text: 'Le paiement n’est pas installé sur ce site. Rien ne vous est débité.' },
  'paiement-muet': {
    tone: 'alerte',
    text: 'Le service de paiement ne répond pas. Rien n’a changé. Réessayez dans quelques minutes.',
  },
  'carte-refusee': {
    tone: 'alerte',
    text: 'Votre banque n’a pas accepté ce paiement. Votre formule n’a pas changé. Vous pouvez choisir une autre carte.',
  },
  'sans-client': { tone: 'info', text: 'Vous n’avez encore rien payé ici : il n’y a pas de carte à changer.' },
  'formule-changee': { tone: 'succes', text: 'Votre formule est changée.' },
  'formule-prevue': { tone: 'succes', text: 'C’est noté : votre formule changera à la date dite ci-dessous.' },
  'formule-gardee': { tone: 'succes', text: 'C’est noté : vous gardez votre formule.' },
  'abonnement-repris': { tone: 'succes', text: 'Votre abonnement continue. La résiliation est annulée.' },
  'resiliation-notee': {
    tone: 'succes',
    text: 'Votre abonnement est résilié. Un courriel vous le confirme, avec la date de fin.',
  },
  'rien-a-resilier': { tone: 'info', text: 'Vous n’avez pas d’abonnement à résilier : rien ne vous est débité.' },
  retractation: {
    tone: 'succes',
    text: 'C’est fait. La somme vous est rendue et votre compte est gratuit. Un courriel vous le confirme.',
  },
  'retractation-tard': {
    tone: 'info',
    text: 'Le délai pour changer d’avis est passé. Vous pouvez résilier à tout moment.',
  },
} as const satisfies Record<string, Flash>;
