/** Z07: what is counted, in the words of the page and of the file. Pure and synchronous. */
import { dayName } from '~/ui/format';

export const FIGURES = [
  { key: 'signUps', name: 'Inscriptions' },
  { key: 'confirmations', name: 'Adresses confirmées' },
  { key: 'active', name: 'Membres actifs' },
  { key: 'messages', name: 'Messages' },
  { key: 'lessons', name: 'Leçons terminées' },
  { key: 'courses', name: 'Cours terminés' },
  { key: 'limits', name: 'Limites de la formule gratuite atteintes' },
  { key: 'trials', name: 'Essais commencés' },
  { key: 'subscriptions', name: 'Abonnements commencés' },
  { key: 'departures', name: 'Abonnements finis' },
] as const;
export type Figure = (typeof FIGURES)[number];

/** @param monday as `2026-11-23` */
export const weekInWords = (monday: string): string => `Semaine du ${dayName(new Date(`${monday}T12:00:00Z`))}`;
