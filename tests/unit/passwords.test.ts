/** A01: which passwords are refused, and why. */
import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from '~/auth/passwords';
import { isAboutOneself, isCommon, isRun } from '~/auth/rules/common-password';
import { deviceInWords } from '~/auth/rules/device';
import { mailboxOf, parseCode } from '~/auth/rules/letter';
import { processorTime } from '../support/processor-time';

describe('what guessers try first', () => {
  test.each([
    ...['password', 'Password1', 'P@ssw0rd', 'motdepasse', 'MotDePasse2024!', 'azertyuiop', 'qwertyuiop', 'iloveyou'],
    ...['jetaime', 'soleil2024', 'doudou13', 'Loulou!!', 'marseille13', 'Jean-Pierre', 'catherine1958', '1Chantal1'],
    ...[
      'allezlom',
      'soleilsoleil',
      'trustno1',
      'football1',
      'chocolat75',
      'Bonjour123',
      'Noël2023',
      'aurora50',
      'aurora50!',
    ],
  ])('%s is common', (password) => expect(isCommon(password)).toBe(true));

  test.each([
    ...[
      'noisette-parapluie-bleu',
      'cerisier-brouette-lundi',
      'le chat dort sur la pile',
      'Xq7!vb2Lm',
      'quatre tasses froides',
    ],
    ...['vélo-moustache-72', 'un thé, deux scones', '我喜欢喝茶看书', 'Wz9-kk-3rT'],
  ])('%s is not', (password) => expect(isCommon(password)).toBe(false));

  test('of ten thousand that nobody has chosen, hardly one is taken for a common one', () => {
    const made = Array.from({ length: 10_000 }, (_, n) => `zq${(n * 2_654_435_761) % 4_294_967_296}-xv${n}wk`);
    expect(made.filter(isCommon).length).toBeLessThan(40);
  });

  test.each([
    ...[
      'aaaaaaaa',
      'abababab',
      '12121212',
      '1234567890',
      '987654321',
      'abcdefgh',
      'zyxwvuts',
      'azertyui',
      'mlkjhgfd',
      '11112222',
    ],
  ])('%s is a run', (password) => expect(isRun(password)).toBe(true));

  test.each([
    ['monique.berger@exemple.fr', true],
    ['Monique.Berger', true],
    ['monique1951', true],
    ['Berger-Monique!', true],
    ['MoniqueB44', true],
    ['cerisier-monique-lundi', false],
    ['noisette-parapluie-bleu', false],
  ])('%s is about oneself: %s', (password, expected) => {
    expect(isAboutOneself(password, 'monique.berger@exemple.fr', 'Monique Berger')).toBe(expected);
  });

  test('nothing it is asked makes it slow or throws', () => {
    const ask = () => {
      for (const sign of ['a', 'ab', '-', '1', 'é', '\u0301', '😀']) {
        const long = sign.repeat(1024).slice(0, 1024);
        isCommon(long);
        isRun(long);
        isAboutOneself(long, 'anne@exemple.fr', 'Anne');
      }
    };
    expect(processorTime(ask)).toBeLessThan(500);
  });
});

test('a password is the same however a device composes its letters (found 3, 5)', async () => {
  const composed = await hashPassword('étagère-bleue-13'.normalize('NFC'));
  expect(await isPassword('étagère-bleue-13'.normalize('NFD'), composed)).toBe(true);
  // Of before letters were composed: the hash of the very signs.
  const former = await hash('étagère-bleue-13'.normalize('NFD'));
  expect(await isPassword('étagère-bleue-13'.normalize('NFD'), former)).toBe(true);
});

test('a label after a plus is the same mailbox, as are capitals', () => {
  expect(mailboxOf('Anne+Salon@Exemple.fr')).toBe('anne@exemple.fr');
  expect(mailboxOf('anne@exemple.fr')).toBe('anne@exemple.fr');
  expect(mailboxOf('+@exemple.fr')).toBe('+@exemple.fr');
});

test('a code is six digits, however they are copied', () => {
  for (const typed of ['042917', '042 917', ' 042\u00a0917 ', '042-917', '0 4 2 9 1 7'])
    expect(parseCode(typed)).toBe('042917');
  for (const typed of ['42917', '0429170', 'abc123', '', null, ['042917'], '٠٤٢٩١٧'])
    expect(parseCode(typed)).toBeNull();
});

test('a browser nobody knows has words too', () => {
  expect(deviceInWords('')).toBe('Un navigateur');
  expect(deviceInWords('x'.repeat(100_000))).toBe('Un navigateur');
});
