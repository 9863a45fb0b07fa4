/** Wall-clock time in Europe/Paris, by the rule in force since 1996: summer time from the last Sunday of March to the last of October, at 01:00 UTC. */
export type ParisTime = { year: number; month: number; day: number; hour: number; minute: number; weekday: number };

const HOUR = 3_600_000;

export function parisTime(at: Date): ParisTime {
  const wall = new Date(at.getTime() + parisOffset(at.getTime()));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: wall.getUTCDay(),
  };
}

/** The moment at which Paris clocks show this hour, `daysBefore` days before the day of `at`. */
export function parisMoment(at: Date, daysBefore: number, hour: number, minute: number, second: number): Date {
  const { year, month, day } = parisTime(at);
  const wall = Date.UTC(year, month - 1, day - daysBefore, hour, minute, second);
  return new Date(wall - parisOffset(wall - HOUR));
}

function parisOffset(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  return utc >= lastSunday(year, 2) && utc < lastSunday(year, 9) ? 2 * HOUR : HOUR;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
}
