/** When the ranking is counted (G28, D74). */
import { expect, test } from 'vitest';
import { isRankingDue } from '~/play/rules/ranking';

test.each([
  ['summer', '2026-07-01T04:00:00Z', '2026-07-01T05:00:00Z'],
  ['winter', '2026-12-01T05:00:00Z', '2026-12-01T04:00:00Z'],
  ['the day after the clocks went forward', '2026-03-30T04:00:00Z', '2026-03-30T05:00:00Z'],
  ['the day after they went back', '2026-10-26T05:00:00Z', '2026-10-26T04:00:00Z'],
])('at six in Paris and at no other hour: %s', (_season, six, other) => {
  expect([isRankingDue(new Date(six)), isRankingDue(new Date(other))]).toEqual([true, false]);
});
