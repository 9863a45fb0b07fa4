/** Which backups are kept (Z04), and when they are too old. */

/** The newest of each of so many days, weeks and months that have one. */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;
/** Hours: a nightly backup that is older than this has failed at least once. */
export const BACKUP_LATE_HOURS = 26;
/** Hours: a drill that has not been done for so long has failed twice. */
export const DRILL_LATE_HOURS = 50;

/** `aurora50-20261127T014000Z.age`: names in the order of time. */
export function nameAt(now: Date): string {
  return `aurora50-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.age`;
}

const NAME = /^aurora50-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.age$/;

/** Null: not a backup of ours; it is never removed. */
export function momentOf(name: string): Date | null {
  const [, ...parts] = NAME.exec(name) ?? [];
  if (parts.length === 0) return null;
  const [year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The last one that was made, as far as dates tell: one of a day when the clock was ahead is not it. */
export function newestOf(names: readonly string[], now: Date): string | null {
  const ours = names.filter((name) => momentOf(name)).sort();
  const tomorrow = nameAt(new Date(now.getTime() + 86_400_000));
  return ours.filter((name) => name <= tomorrow).at(-1) ?? ours.at(-1) ?? null;
}

/** Names that may go. The newest one stays, whatever its date says: a clock may be wrong. */
export function expired(names: readonly string[]): string[] {
  const ours = names
    .filter((name) => momentOf(name))
    .sort()
    .reverse();
  const kept = new Set(ours.slice(0, 1));
  keepNewest(ours, KEPT.days, dayOf, kept);
  keepNewest(ours, KEPT.weeks, weekOf, kept);
  keepNewest(ours, KEPT.months, monthOf, kept);
  return ours.filter((name) => !kept.has(name));
}

function keepNewest(newestFirst: readonly string[], count: number, spanOf: (at: Date) => string, kept: Set<string>) {
  const spans = new Set<string>();
  for (const name of newestFirst) {
    const span = spanOf(momentOf(name) as Date);
    if (spans.has(span)) continue;
    if (spans.size === count) return;
    spans.add(span);
    kept.add(name);
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => at.toISOString().slice(0, 7);
/** By its Monday. */
function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return dayOf(monday);
}
