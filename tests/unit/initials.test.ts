import { expect, test } from 'vitest';
import { initials } from '~/ui/avatar';

test.each([
  ['Anne-Marie Le Goff', 'AG'],
  ['monique', 'M'],
  ['🇫🇷 Marie', 'M'],
  ['Marie 🇫🇷', 'M'],
  ['🇫🇷', '🇫🇷'],
  ['👩‍🌾 🌻', '👩‍🌾'],
  ['E\u0301lodie Martin', 'E\u0301M'],
  ['« Dédé » Petit', 'DP'],
  ['محمد علي', 'مع'],
  ['  ', '?'],
])('initials of « %s » are « %s », and never half a sign', (name, shown) => {
  expect(initials(name)).toBe(shown);
});
