import type { Dice } from './dice';
import { parisMoment, parisTime } from './paris';

const MINUTE = 60_000;

/** How much is said at each hour of the day in Paris: mornings and evenings. */
const hours: readonly (readonly [hour: number, weight: number])[] = [
  [7, 2],
  [8, 6],
  [9, 8],
  [10, 7],
  [11, 5],
  [12, 2],
  [13, 2],
  [14, 3],
  [15, 3],
  [16, 3],
  [17, 4],
  [18, 6],
  [19, 6],
  [20, 7],
  [21, 6],
  [22, 2],
];

/** A moment of the same Paris day when somebody would sit down and write. */
export function talkingHour(day: Date, dice: Dice): Date {
  const [hour] = dice.weighted(hours, ([, weight]) => weight);
  return parisMoment(day, 0, hour, dice.between(0, 59), dice.between(0, 59));
}

/** Walks back in time: when the conversation before `cursor` began, if `left` of them must still fit after `floor`. */
export function previousTalk(cursor: Date, floor: Date, left: number, dice: Dice): Date {
  const room = cursor.getTime() - floor.getTime();
  const mean = room / (left + 0.6);
  let start = cursor;
  for (let draw = 0; draw < 4; draw++) {
    const gap = Math.min(4 * mean, Math.max(20 * MINUTE, -Math.log(1 - dice.roll()) * mean));
    start = talkingHour(new Date(cursor.getTime() - gap), dice);
    const weekend = [0, 6].includes(parisTime(start).weekday);
    if (start.getTime() < cursor.getTime() - 15 * MINUTE && (weekend || dice.chance(0.65))) break;
  }
  // Those before it need time too: half an hour each, or their fair share of what there is.
  const enough = start.getTime() > floor.getTime() + left * 30 * MINUTE;
  const possible = enough && start.getTime() < cursor.getTime() - 15 * MINUTE;
  if (possible) return start;
  const share = new Date(Math.floor(cursor.getTime() - mean * (0.5 + 0.5 * dice.roll())));
  const byDay = talkingHour(share, dice);
  return byDay > floor && byDay.getTime() < cursor.getTime() - 15 * MINUTE && mean > 12 * 60 * MINUTE ? byDay : share;
}

/** When the last word was said: minutes ago in a lively salon, or late last evening when it is night in Paris. */
export function lastWord(now: Date, lively: boolean, dice: Dice): Date {
  if (!lively) return new Date(now.getTime() - 5 * 60 * MINUTE);
  const awakeUntil = parisTime(now).hour < 7 ? parisMoment(now, 0, 0, 0, 0) : now;
  return new Date(awakeUntil.getTime() - dice.between(2, 55) * MINUTE);
}

/** When the last talk began: within two hours of the last word, or some day of the last five in a quiet salon. */
export function latestTalk(last: Date, floor: Date, lively: boolean, dice: Dice): Date {
  if (lively) return new Date(last.getTime() - dice.between(25, 110) * MINUTE);
  const since = Math.min(5 * 24 * 60 * MINUTE, 0.6 * (last.getTime() - floor.getTime()));
  const start = talkingHour(new Date(last.getTime() - dice.roll() * since), dice);
  return start > floor && start.getTime() < last.getTime() - 20 * MINUTE ? start : new Date(last.getTime() - since);
}

/** When each of `count` messages is written, from `start`, all before `end`. */
export function pace(start: Date, end: Date, count: number, dice: Dice): Date[] {
  const times = [start.getTime()];
  while (times.length < count) times.push(awake((times.at(-1) ?? 0) + pause(dice), dice));
  const wanted = (times.at(-1) ?? 0) - start.getTime();
  const available = (end.getTime() - start.getTime()) * 0.94 - 5_000;
  const squeeze = wanted > available ? available / wanted : 1;
  return times.map((time) => new Date(Math.floor(start.getTime() + (time - start.getTime()) * squeeze)));
}

function pause(dice: Dice): number {
  const kind = dice.roll();
  if (kind < 0.68) return dice.between(90, 22 * 60) * 1000;
  if (kind < 0.92) return dice.between(22, 110) * MINUTE;
  return dice.between(3 * 60, 13 * 60) * MINUTE;
}

function awake(time: number, dice: Dice): number {
  const { hour } = parisTime(new Date(time));
  if (hour >= 7 && hour < 23) return time;
  return parisMoment(
    new Date(time),
    hour >= 23 ? -1 : 0,
    dice.between(7, 9),
    dice.between(0, 59),
    dice.between(0, 59),
  ).getTime();
}
