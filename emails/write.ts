/**
 * Letters, from their props to what leaves. What renders them (@react-email) is loaded with the first letter, so that a
 * start is not slower for it (measured in docs/decisions/017).
 */

import type { LetterFrame } from './frame';
import type { Letter, WrittenLetter } from './letter';
import type { LetterName, LetterProps } from './props';

export type { LetterFrame } from './frame';
export type { WrittenLetter } from './letter';

type Entry<N extends LetterName> = {
  /** An optional letter can be stopped by one click (RFC 8058); a service letter is owed to whoever has an account. */
  readonly kind: 'service' | 'optional';
  /** Its name in addresses. */
  readonly slug: string;
  /** Its name for admins. */
  readonly title: string;
  readonly open: () => Promise<{ readonly letter: Letter<N> }>;
};

/** Every letter there is. */
export const LETTERS: { readonly [N in LetterName]: Entry<N> } = {
  confirmation: entry('service', 'confirmation', 'Confirmation de l’adresse', () => import('./confirmation')),
  signIn: entry('service', 'connexion', 'Lien et code de connexion', () => import('./sign-in')),
  reset: entry('service', 'mot-de-passe-oublie', 'Mot de passe oublié', () => import('./reset')),
  passwordChanged: entry('service', 'mot-de-passe-change', 'Mot de passe changé', () => import('./password-changed')),
  addressConfirmation: entry(
    'service',
    'nouvelle-adresse',
    'Confirmation de la nouvelle adresse',
    () => import('./address-confirmation'),
  ),
  addressChanged: entry(
    'service',
    'changement-d-adresse',
    'Changement d’adresse annoncé',
    () => import('./address-changed'),
  ),
  newDevice: entry('service', 'nouvel-appareil', 'Nouvel appareil', () => import('./new-device')),
  proof: entry('service', 'preuve', 'Code de vérification', () => import('./proof')),
  cardUsed: entry('service', 'carte-d-acces', 'Carte d’accès utilisée', () => import('./card-used')),
  doorAdded: entry('service', 'compte-relie', 'Compte Google ou GitHub relié', () => import('./door-added')),
  accountExists: entry('service', 'compte-existant', 'Compte déjà ouvert', () => import('./account-exists')),
  alert: entry('service', 'alerte', 'Alerte pour qui tient le site', () => import('./alert')),
  webhookOff: entry('service', 'outil-muet', 'Outil qui ne répond plus', () => import('./webhook-off')),
  selfTest: entry('service', 'essai', 'Essai d’envoi', () => import('./self-test')),
  noAccount: entry('service', 'aucun-compte', 'Aucun compte à cette adresse', () => import('./no-account')),
  welcome: entry('service', 'bienvenue', 'Bienvenue', () => import('./welcome')),
  // Asked for by another member and not by its reader: she may stop them all (C-14).
  invitation: entry('optional', 'invitation', 'Invitation à un salon', () => import('./invitation')),
  joinRequested: entry(
    'service',
    'demande-d-entree',
    'Demande d’entrée dans un salon',
    () => import('./join-requested'),
  ),
  joinAnswered: entry('service', 'reponse-a-une-demande', 'Réponse à une demande', () => import('./join-answered')),
  salonClosing: entry('service', 'salon-qui-ferme', 'Salon qui va être supprimé', () => import('./salon-closing')),
  salonBanned: entry('service', 'exclusion', 'Exclusion d’un salon', () => import('./salon-banned')),
  paymentReceived: entry('service', 'paiement-recu', 'Paiement reçu', () => import('./payment-received')),
  paymentFailed: entry('service', 'paiement-refuse', 'Paiement refusé', () => import('./payment-failed')),
  renewalReminder: entry('service', 'renouvellement', 'Renouvellement annuel', () => import('./renewal-reminder')),
  trialEnding: entry('service', 'fin-d-essai', 'Fin de l’essai', () => import('./trial-ending')),
  trialEnded: entry('service', 'essai-termine', 'Essai terminé', () => import('./trial-ended')),
  cancellationReceipt: entry('service', 'resiliation', 'Résiliation', () => import('./cancellation-receipt')),
  courseFinished: entry('service', 'cours-termine', 'Cours terminé', () => import('./course-finished')),
  dailyLetter: entry('optional', 'lettre-du-jour', 'Lettre du jour', () => import('./daily-letter')),
  mention: entry('optional', 'mention', 'Mention dans un salon', () => import('./mention')),
  moderationDecision: entry('service', 'moderation', 'Décision de modération', () => import('./moderation-decision')),
  reportDecided: entry('service', 'signalement-lu', 'Signalement lu', () => import('./report-decided')),
  exportReady: entry('service', 'export', 'Données prêtes', () => import('./export-ready')),
  erasureAsked: entry('service', 'effacement-demande', 'Effacement demandé', () => import('./erasure-asked')),
  idleAccount: entry('service', 'compte-sans-visite', 'Compte qui ne sert plus', () => import('./idle-account')),
  erasureReceipt: entry('service', 'effacement', 'Compte effacé', () => import('./erasure-receipt')),
};

function entry<N extends LetterName>(
  kind: Entry<N>['kind'],
  slug: string,
  title: string,
  open: Entry<N>['open'],
): Entry<N> {
  return { kind, slug, title, open };
}

/** What the letter's file shows in previews. */
export async function exampleOf<N extends LetterName>(template: N): Promise<LetterProps[N]> {
  return (await LETTERS[template].open()).letter.example;
}

/** Its words alone, without what stands around every letter: for its reader's own copy. Its addresses have no origin. */
export async function letterWords<N extends LetterName>(
  template: N,
  props: LetterProps[N],
): Promise<Pick<WrittenLetter, 'subject' | 'text'>> {
  const [{ letter }, { renderWords }] = await Promise.all([LETTERS[template].open(), import('./rendering')]);
  return renderWords(letter, props);
}

/**
 * Writes one letter; sends nothing. The subject is one line of at most 70 characters.
 * @throws RangeError when a time in the props is no time
 */
export async function writeLetter<N extends LetterName>(
  template: N,
  props: LetterProps[N],
  frame: LetterFrame,
): Promise<WrittenLetter> {
  const [{ letter }, { renderLetter }] = await Promise.all([LETTERS[template].open(), import('./rendering')]);
  return renderLetter(letter, props, frame);
}
