/** What a member reads of devices and types from paper: U12, G06. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceInWords } from '~/auth/rules/device';
import { codeFrom, inGroups, parseCode, RECOVERY_CODE, SESSION_TRANSFER_CODE } from '~/auth/rules/typed-code';

describe('a device in words', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox sur Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge sur Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari sur iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari sur Mac',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
      'Internet de Samsung sur téléphone Android',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
      'Chrome sur tablette Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox sur Linux'],
    ['', 'Un navigateur'],
    ['curl/8.5.0', 'Un navigateur'],
  ])('%s', (userAgent, words) => {
    expect(deviceInWords(userAgent)).toBe(words);
  });

  test('whatever it says of itself fits into its column, and nothing of it is kept as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), (userAgent) => {
        expect(deviceInWords(userAgent).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe.each([
  ['access card', RECOVERY_CODE],
  ['other device', SESSION_TRANSFER_CODE],
])('a code that is typed: %s', (_name, shape) => {
  const bytes = fc.uint8Array({ minLength: shape.signs, maxLength: shape.signs });

  test('is read however it is written: small letters, dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFrom(random, shape);
        const shown = inGroups(code, shape);
        expect(code).toHaveLength(shape.signs + 1);
        for (const typed of [
          shown,
          shown.toLowerCase(),
          shown.replaceAll(' ', '-'),
          ` ${shown}\n`,
          shown.replaceAll('0', 'o').replaceAll('1', 'l'),
        ]) {
          expect(parseCode(typed, shape)).toBe(code);
        }
      }),
    );
  });

  test('with one sign misread it is told from a wrong code', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: shape.signs - 1 }), fc.integer({ min: 1, max: 30 }), (random, at, by) => {
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = codeFrom(random, shape);
        const wrong = signs[(signs.indexOf(code[at] ?? '') + by) % 32] ?? '';
        // Zero and the thirty-first sign weigh the same.
        fc.pre(!(['0', 'Z'].includes(wrong) && ['0', 'Z'].includes(code[at] ?? '')));
        fc.pre(wrong !== code[at]);
        const slipped = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(parseCode(slipped, shape)).toBeNull();
      }),
    );
  });

  test('rubbish is no code', () => {
    for (const rubbish of [undefined, null, 7, [], {}, '', 'A', 'é'.repeat(21), '0'.repeat(10_000), '\0'.repeat(21)]) {
      expect(parseCode(rubbish, shape)).toBeNull();
    }
  });
});
