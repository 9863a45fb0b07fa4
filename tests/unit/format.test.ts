import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayInWords,
  dayKey,
  dayLabel,
  dayName,
  listInWords,
  momentInWords,
  plural,
  price,
  timeOfDay,
} from '~/ui/format';

const NARROW = '\u202f';
const WIDE = '\u00a0';
const at = (iso: string) => new Date(iso);

describe('French times, in Paris', () => {
  test('the hour in winter and in summer', () => {
    expect(timeOfDay(at('2026-01-10T17:05:00Z'))).toBe(`18${NARROW}h${NARROW}05`);
    expect(timeOfDay(at('2026-07-10T17:05:00Z'))).toBe(`19${NARROW}h${NARROW}05`);
    expect(timeOfDay(at('2026-07-09T22:00:00Z'))).toBe(`0${NARROW}h${NARROW}00`);
  });

  test('the day changes at midnight in Paris, not in Greenwich', () => {
    expect(dayKey(at('2026-11-23T22:59:59Z'))).toBe('2026-11-23');
    expect(dayKey(at('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
    expect(dayKey(at('2026-07-23T22:00:00Z'))).toBe('2026-07-24');
  });

  test('the first of a month is « 1er », and another year is said', () => {
    expect(dayName(at('2026-05-01T10:00:00Z'))).toBe(`vendredi 1er${WIDE}mai`);
    expect(dayLabel(at('2026-11-23T10:00:00Z'), at('2026-12-01T10:00:00Z'))).toBe(`lundi 23${WIDE}novembre`);
    expect(dayLabel(at('2025-11-24T10:00:00Z'), at('2026-12-01T10:00:00Z'))).toBe(`lundi 24${WIDE}novembre 2025`);
  });

  test('yesterday is a day of the calendar, also in the night of a clock change', () => {
    // 29 March 2026 has 23 hours in Paris, 25 October has 25.
    expect(dayInWords(at('2026-03-28T22:30:00Z'), at('2026-03-29T22:30:00Z'))).toBe(`samedi 28${WIDE}mars`);
    expect(dayInWords(at('2026-03-28T23:30:00Z'), at('2026-03-29T22:30:00Z'))).toBe('hier');
    expect(dayInWords(at('2026-10-24T22:00:00Z'), at('2026-10-25T22:59:00Z'))).toBe('aujourd’hui');
    expect(dayInWords(at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe('hier');
  });

  test('a moment is near, then a day', () => {
    const now = at('2026-05-14T16:05:30Z');
    const ago = (seconds: number) => momentInWords(new Date(now.getTime() - seconds * 1_000), now);
    expect(ago(59)).toBe('à l’instant');
    expect(ago(60)).toBe(`il y a 1${WIDE}min`);
    expect(ago(59 * 60)).toBe(`il y a 59${WIDE}min`);
    expect(ago(3_600)).toBe(`aujourd’hui à 17${NARROW}h${NARROW}05`);
    expect(ago(86_400)).toBe(`hier à 18${NARROW}h${NARROW}05`);
    expect(ago(-5)).toBe('à l’instant');
  });

  test('days sort as moments do', () => {
    const moment = fc.date({ min: at('1990-01-01'), max: at('2090-01-01'), noInvalidDate: true });
    fc.assert(fc.property(moment, moment, (a, b) => a > b || dayKey(a) <= dayKey(b)));
  });
});

describe('French prices, counts and lists', () => {
  test('prices', () => {
    expect(price(4_700)).toBe(`47${NARROW}€`);
    expect(price(4_750)).toBe(`47,50${NARROW}€`);
    expect(price(5)).toBe(`0,05${NARROW}€`);
    expect(price(0)).toBe(`0${NARROW}€`);
    expect(price(123_456_700)).toBe(`1${NARROW}234${NARROW}567${NARROW}€`);
  });

  test('zero and one are singular', () => {
    expect([0, 1, 2, 1_500].map((n) => plural(n, 'message', 'messages'))).toEqual([
      `0${WIDE}message`,
      `1${WIDE}message`,
      `2${WIDE}messages`,
      `1${NARROW}500${WIDE}messages`,
    ]);
  });

  test('lists', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['Anne'])).toBe('Anne');
    expect(listInWords(['Anne', 'Paul', 'Zoé'])).toBe('Anne, Paul et Zoé');
  });
});
