/** What `/sante` calls by short names, in the words of the pages; sizes and shares. */
import type { Check } from './figures';

export const PARTS: Readonly<Record<string, string>> = {
  database: 'La base de données',
  process: 'Le serveur',
  mail: 'Le courrier',
  jobs: 'Le travail de fond',
  notifications: 'Les messages en direct',
  disk: 'Le disque',
  payments: 'Les paiements',
  backups: 'La sauvegarde',
  errors: 'Les pages sans erreur',
};
export const partNamed = (name: string): string => PARTS[name] ?? name;

export const STATES: Readonly<Record<Check, string>> = { ok: 'en ordre', failed: 'en panne', off: 'pas réglé' };

/** « 1,4 Mo ». */
export function size(bytes: number): string {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'Go'] : bytes >= 1e6 ? [bytes / 1e6, 'Mo'] : [bytes / 1e3, 'Ko'];
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

/** « 99,95 % »: never rounded up to a hundred. */
export function share(part: number, whole: number): string {
  const percent = Math.floor((part / whole) * 10_000) / 100;
  return `${percent.toLocaleString('fr-FR')} %`;
}

/** « 4 minutes », « 2 heures »: how long something lasted. */
export function lasted(from: Date, to: Date): string {
  const minutes = Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return hours === 1 ? '1 heure' : `${hours} heures`;
  return `${Math.round(hours / 24)} jours`;
}

/** « 120 ms »; null: more than what is counted apart. */
export const time = (ms: number | null): string => (ms === null ? 'plus de 5 s' : `${ms.toLocaleString('fr-FR')} ms`);
