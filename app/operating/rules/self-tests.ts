/** What the site tries of itself when it is asked to (W07–W09). Nothing here ever holds a secret. */
import type { Limit } from '~/limits';

/** In the order in which they are shown. */
export const SELF_TESTS = {
  database: 'Base de données',
  folder: 'Dossier des données',
  settings: 'Réglages',
  address: 'Adresse du site',
  letter: 'Envoi d’un courriel',
  pictures: 'Photos',
  backups: 'Sauvegardes',
  payments: 'Paiements',
  webhook: 'Annonces de Stripe',
} as const;
export type SelfTestName = keyof typeof SELF_TESTS;

/** `off`: not set up on this site. */
export type Outcome = 'passed' | 'failed' | 'off';
export const OUTCOMES: Readonly<Record<Outcome, string>> = { passed: 'en ordre', failed: 'en panne', off: 'pas réglé' };
export type SelfTest = { readonly name: SelfTestName; readonly outcome: Outcome; readonly words: string };

/** ms: whatever does not answer by then has failed. */
export const ANSWERS_WITHIN = 10_000;

/** Each try sends a letter and asks other services. */
export const SELF_TEST_LIMIT: Limit = { name: 'self-test', points: 5, seconds: 60 };
