/**
 * French words for dates, prices and counts, in the time of Paris.
 * Every function takes its moment: nothing here reads the clock.
 */
const ZONE = 'Europe/Paris';
/** Narrow no-break space: before « : ; ! ? », inside « 18 h 05 » and « 47 € ». */
const NARROW = '\u202f';
const WIDE = '\u00a0';
const MINUTE = 60_000;
const DAY = 86_400_000;

const CIVIL = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
/** Swedish writes dates as ISO 8601 does. */
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const NUMBER = new Intl.NumberFormat('fr-FR');

/** « 18 h 05 » */
export function timeOfDay(date: Date): string {
  const { hour, minute } = civil(date);
  return `${Number(hour)}${NARROW}h${NARROW}${minute}`;
}

/** '18:05', in Paris: for a field that asks for a time. */
export function clock(date: Date): string {
  const { hour, minute } = civil(date);
  return `${hour}:${minute}`;
}

/** '2026-11-23T18:05Z': for `<time>`, where the second does not matter. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`;
}

/** '2026-11-23': the day in Paris, for comparing. */
export function dayKey(date: Date): string {
  return ISO_DAY.format(date);
}

/** « lundi 23 novembre »: without the year, so that it suits a cache that no year may age. */
export function dayName(date: Date): string {
  const { weekday, day, month } = civil(date);
  return `${weekday} ${day === '1' ? '1er' : day}${WIDE}${month}`;
}

/** « lundi 23 novembre », with its year when that is not the year of `now`. */
export function dayLabel(date: Date, now: Date): string {
  const year = civil(date).year;
  return year === civil(now).year ? dayName(date) : `${dayName(date)} ${year}`;
}

/** « aujourd’hui », « hier », else the day in words. */
export function dayInWords(date: Date, now: Date): string {
  const days = dayNumber(now) - dayNumber(date);
  if (days === 0) return 'aujourd’hui';
  return days === 1 ? 'hier' : dayLabel(date, now);
}

/** « à l’instant », « il y a 5 min », « aujourd’hui à 18 h 05 », « mardi 14 mai à 18 h 05 ». */
export function momentInWords(date: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - date.getTime()) / MINUTE);
  if (minutes < 1) return 'à l’instant';
  if (minutes < 60) return `il y a ${minutes}${WIDE}min`;
  return `${dayInWords(date, now)} à ${timeOfDay(date)}`;
}

/**
 * « mardi 14 mai 2027 »: for what is read again years later, letters and receipts. The year may stand on the next line:
 * « 23 novembre 2026 » in one piece is wider than a telephone with very large letters.
 */
export function fullDay(date: Date): string {
  return `${dayName(date)} ${civil(date).year}`;
}

/** « mardi 14 mai 2027 à 18 h 05 » */
export function fullMoment(date: Date): string {
  return `${fullDay(date)} à ${timeOfDay(date)}`;
}

/** Cents to « 47 € » or « 47,50 € ». */
export function price(cents: number): string {
  const euros = cents / 100;
  const digits = Number.isInteger(euros) ? NUMBER.format(euros) : euros.toFixed(2).replace('.', ',');
  return `${digits}${NARROW}€`;
}

/** « 1 message », « 3 messages ». In French zero is singular. */
export function plural(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)}${WIDE}${Math.abs(count) < 2 ? one : many}`;
}

/** « Anne, Paul et Zoé » */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}

/** What sounds as a vowel after « de »: not the h of Hassan, nor the y of Yasmine. */
const ELIDES = /^(?:[aeiouœæ]|y(?![aeiou])|h(?:[eiuy]|o(?!u)))/;

/** « d’ » before Odette, « de » with its space before Monique: what stands before a name or a town. */
export function ofBefore(name: string): string {
  return ELIDES.test(name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ? 'd’' : 'de ';
}

/** « de Lyon », « d’Angers », « du Mans », « des Lilas ». */
export function ofTown(town: string): string {
  if (/^les? /i.test(town)) return (/^les /i.test(town) ? 'des ' : 'du ') + town.replace(/^les? /i, '');
  return ofBefore(town) + town;
}

type CivilPart = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';

function civil(date: Date): Record<CivilPart, string> {
  const parts = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value } of CIVIL.formatToParts(date)) {
    if (type in parts) parts[type as CivilPart] = value;
  }
  return parts;
}

/** Days since 1970 by the calendar of Paris, so that the night of a clock change counts as one. */
function dayNumber(date: Date): number {
  return Date.parse(dayKey(date)) / DAY;
}
