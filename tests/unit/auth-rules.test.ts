import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeReturn } from '~/auth/rules/return';
import { parseSignIn } from '~/auth/rules/sign-in';
import { parseSignUp } from '~/auth/rules/sign-up';

/** Where a browser at our address would really go. */
const landing = (value: string) => new URL(safeReturn(value), 'https://aurora50.fr');

describe('where to go after signing in', () => {
  test.each(['/', '/salons', '/salons/abc?message=7#message-7', '/?dit=bienvenue', '/s/ABC234', '/a?b=//e.fr'])(
    '%s is a path of ours',
    (path) => expect(safeReturn(path)).toBe(path),
  );

  test.each([
    '//evil.fr',
    '///evil.fr',
    '/\\evil.fr',
    '\\\\evil.fr',
    '/.//evil.fr',
    '/..//evil.fr',
    '/a/..//evil.fr',
    '/%2e//evil.fr',
    '/a/%2E%2e//evil.fr',
    '/\t/evil.fr',
    '/\n/evil.fr',
    '/\r\nLocation: //evil.fr',
    '/\0/evil.fr',
    'https://evil.fr/',
    'https:evil.fr',
    'javascript:alert(1)',
    'JaVaScRiPt://x%0Aalert(1)',
    'data:text/html,x',
    'evil.fr',
    ' //evil.fr',
    '@evil.fr',
    '',
    `/${'a'.repeat(2_001)}`,
  ])('%j is not', (value) => expect(safeReturn(value)).toBe('/'));

  test.each([null, undefined, 7, ['/salons'], { toString: () => '/salons' }])('neither is %j', (value) =>
    expect(safeReturn(value)).toBe('/'),
  );

  test('whatever is asked for, the browser stays with us', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'evil.fr',
      'https:',
      '\t',
      '\n',
      '\r',
      '\0',
      ' ',
      'é',
      '\u2028',
      '／',
      '[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const start of ['', '/']) expect(landing(start + pieces.join('')).origin).toBe('https://aurora50.fr');
      }),
      { numRuns: 5_000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => landing(`/${any}`).origin === 'https://aurora50.fr'));
  });

  test('the answer is fit for a header', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => /^[\x21-\x7e]+$/.test(safeReturn(`/${any}`))));
  });
});

describe('the forms of signing in', () => {
  const signUp = (fields: object) =>
    parseSignUp({
      nom: 'Anne',
      courriel: 'anne@exemple.fr',
      mot_de_passe: 'tilleul-valise',
      consentement: 'on',
      ...fields,
    });
  const faults = (fields: object) => {
    const parsed = signUp(fields);
    return parsed.ok ? [] : Object.keys(parsed.errors);
  };

  test('the password that stands beside the field is told to be an example, in words of its own', () => {
    const parsed = signUp({ mot_de_passe: 'Tilleul valise orage' });
    expect(parsed).toMatchObject({ ok: false, errors: { mot_de_passe: expect.stringContaining('notre exemple') } });
  });

  test('a whole form passes, trimmed', () => {
    expect(signUp({ nom: '  Anne \t D. ', courriel: ' anne@exemple.fr ' })).toEqual({
      ok: true,
      value: { name: 'Anne D.', email: 'anne@exemple.fr', password: 'tilleul-valise' },
    });
  });

  test('everything that is missing is told at once', () => {
    const parsed = parseSignUp({});
    expect(parsed.ok ? [] : Object.keys(parsed.errors).sort()).toEqual([
      'consentement',
      'courriel',
      'mot_de_passe',
      'nom',
    ]);
  });

  test.each([
    'anne',
    'anne@',
    '@exemple.fr',
    'anne@exemple',
    'an ne@exemple.fr',
    'a@b.fr\nbcc:x@y.fr',
    `${'a'.repeat(250)}@exemple.fr`,
  ])('the address %j is refused', (courriel) => expect(faults({ courriel })).toEqual(['courriel']));

  test.each(['anne+salon@exemple.fr', 'Anne.D@Exemple.FR', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.fr`])(
    'the address %j is taken',
    (courriel) => expect(faults({ courriel })).toEqual([]),
  );

  test.each([
    'court',
    '12345678',
    '87654321',
    'aaaaaaaa',
    'abababab',
    'azertyuiop',
    'Motdepasse1!',
    'password123',
    'abcdefgh',
    'aurora50',
  ])('the password %j is too easy', (mot_de_passe) => expect(faults({ mot_de_passe })).toEqual(['mot_de_passe']));

  test('a password is counted in bytes and never trimmed', () => {
    expect(faults({ mot_de_passe: 'éàùô' })).toEqual([]);
    expect(faults({ mot_de_passe: `x${'yz'.repeat(512)}` })).toEqual(['mot_de_passe']);
    expect(faults({ mot_de_passe: `${'yz'.repeat(511)}ab` })).toEqual([]);
    const parsed = signUp({ mot_de_passe: '  deux espaces ' });
    expect(parsed.ok && parsed.value.password).toBe('  deux espaces ');
  });

  test('consent is a tick and nothing else', () => {
    for (const consentement of ['', 'off', 'true', ['on', 'on'], undefined]) {
      expect(faults({ consentement })).toEqual(['consentement']);
    }
  });

  test('an old password is not judged when signing in', () => {
    const parsed = parseSignIn({ courriel: 'anne@exemple.fr', mot_de_passe: '1234', rester: 'on' });
    expect(parsed).toEqual({ ok: true, value: { email: 'anne@exemple.fr', password: '1234', stays: true } });
    expect(parseSignIn({ courriel: 'anne@exemple.fr', mot_de_passe: 'x', rester: 'oui' })).toMatchObject({
      value: { stays: false },
    });
  });

  test('no input makes a parser throw', () => {
    fc.assert(
      fc.property(fc.anything(), (any) => {
        parseSignIn(any);
        parseSignUp(any);
      }),
    );
  });
});
