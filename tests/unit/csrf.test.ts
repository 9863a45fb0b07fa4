import { describe, expect, test } from 'vitest';
import { isSameOrigin } from '~/http/csrf';

const ORIGIN = 'https://aurora50.fr';
const comes = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), ORIGIN);

describe('does a form come from our own pages?', () => {
  test.each([
    ['same-origin', true],
    ['none', true],
    ['same-site', false],
    ['cross-site', false],
    ['', false],
    ['same-origin, cross-site', false],
  ])('Sec-Fetch-Site: %s → %s', (site, answer) => {
    expect(comes({ 'Sec-Fetch-Site': site })).toBe(answer);
  });

  test('what the browser says of itself wins over what stands beside it', () => {
    expect(comes({ 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN, Referer: `${ORIGIN}/` })).toBe(false);
    expect(comes({ Origin: 'https://evil.fr', Referer: `${ORIGIN}/` })).toBe(false);
  });

  test.each([
    'null',
    'http://aurora50.fr',
    'https://aurora50.fr:8443',
    'https://aurora50.fr.evil.fr',
    'https://x.aurora50.fr',
    '',
  ])('Origin: %s is not ours', (origin) => expect(comes({ Origin: origin })).toBe(false));

  test.each([
    [ORIGIN, true],
    [`${ORIGIN}/salons?q=1`, true],
    ['https://aurora50.fr.evil.fr/', false],
    ['https://aurora50.fr@evil.fr/', false],
    ['https://evil.fr/https://aurora50.fr/', false],
    ['', false],
  ])('Referer: %s → %s', (referer, answer) => {
    expect(comes({ Referer: referer })).toBe(answer);
  });

  test('nothing at all is not ours', () => expect(comes({})).toBe(false));
  test('the right Origin is', () => expect(comes({ Origin: ORIGIN })).toBe(true));
});
