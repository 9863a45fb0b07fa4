import { expect, test } from 'vitest';
import { comfortCookie } from '~/members/comfort-cookie';

test('the cookie of the comfort settings travels over https alone where the site does (found 2c, 8)', () => {
  const chosen = { taille: 2, theme: 'sombre' } as const;
  expect(comfortCookie(chosen, 'https://aurora50.fr')).toMatch(/^aurora_confort=2\.sombre; .*; HttpOnly; Secure$/);
  expect(comfortCookie(chosen, 'http://localhost:3000')).not.toContain('Secure');
});
