import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNewSalon, parseSalonId, parseShareCode } from '~/salons/rules';
import { parseSalonSearch } from '~/salons/rules/search';

const LETTERS = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];

describe('a share code', () => {
  test('typed with spaces, dashes, dots or small letters, it is the same code', () => {
    const code = fc
      .constantFrom(6, 8)
      .chain((length) => fc.array(fc.constantFrom(...LETTERS), { minLength: length, maxLength: length }));
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', '\t', '\u00a0'), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(code, gaps, fc.boolean(), (letters, gap, small) => {
        const typed = gap[0] + letters.map((letter, i) => letter + gap[i + 1]).join('');
        expect(parseShareCode(small ? typed.toLowerCase() : typed)).toBe(letters.join(''));
      }),
    );
  });

  test.each([
    '',
    'ABC23',
    'ABC2345',
    'ABC2345678',
    'ABCDE1',
    'ABCDE0',
    'ABCDEI',
    'ABCDEO',
    'ABCDEL',
    'ABCDÉF',
    'ABC\0DEF',
    'ABC%DEF',
    'ＡＢＣＤＥＦ',
  ])('%j is none', (typed) => expect(parseShareCode(typed)).toBeNull());

  test('what passes is always six, eight or nine letters of the alphabet without look-alikes', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (any) =>
          parseShareCode(any) === null || /^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2,3})?$/.test(parseShareCode(any) ?? ''),
      ),
    );
  });
});

describe('a salon’s id', () => {
  test('any uuid in any case; nothing else', () => {
    fc.assert(fc.property(fc.uuid(), (id) => parseSalonId(id.toUpperCase()) === id));
    for (const value of [
      '',
      'nouveau',
      '123',
      `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(11)}`,
      `{${crypto.randomUUID()}}`,
      `${crypto.randomUUID()}\n`,
      null,
      [],
    ]) {
      expect(parseSalonId(value)).toBeNull();
    }
  });
});

describe('a new salon', () => {
  const form = {
    nom: 'Jardin',
    description: '',
    categorie: 'jardin',
    ville: '',
    couleur: '#8B5CF6',
    visibilite: 'public',
  };
  const faults = (fields: object) => {
    const parsed = parseNewSalon({ ...form, ...fields });
    return parsed.ok ? [] : Object.keys(parsed.errors);
  };

  test('an empty town is no town, and lines become one in a name', () => {
    expect(parseNewSalon({ ...form, nom: ' Jardin\n au  balcon ' })).toMatchObject({
      ok: true,
      value: { name: 'Jardin au balcon', city: null, key: null },
    });
  });

  test.each([
    ['nom', ['', 'ab', '   ', '😀a', 'x'.repeat(81), 'a\0bc', ['a', 'b']]],
    ['description', ['x'.repeat(1_001), '\0']],
    ['categorie', ['', 'sport', 'toString', '__proto__']],
    ['ville', ['x'.repeat(81), ['a', 'b']]],
    ['couleur', ['', 'red', '#12345', '#1234567', '#12345g', '#123456\n', 'url(x)']],
    ['visibilite', ['', 'secret', 'PUBLIC']],
  ])('%s refuses what it is not', (field, values) => {
    for (const value of values) expect(faults({ [field]: value }), JSON.stringify(value)).toEqual([field]);
  });

  test('the longest and the shortest pass', () => {
    expect(faults({ nom: '😀😀😀' })).toEqual([]);
    expect(faults({ nom: 'é'.repeat(80), description: 'é'.repeat(1_000), ville: 'é'.repeat(80) })).toEqual([]);
  });
});

test('a search that makes no sense is left out rather than refused', () => {
  const search = (query: string) => parseSalonSearch(new URLSearchParams(query));
  expect(search('q=jardin&categorie=jardin&ville=Nantes')).toMatchObject({
    q: 'jardin',
    category: 'jardin',
    city: 'Nantes',
  });
  expect(search('categorie=toString&q=%00%00')).toMatchObject({ q: '', category: null, city: '' });
  expect(search(`q=${'x'.repeat(500)}`).q).toHaveLength(80);
});
