import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canEdit, isReaction, type Message, parseMessage, parseMessageId, parseNumber } from '~/chat/rules';

const textOf = (texte: unknown) => {
  const parsed = parseMessage({ texte });
  return parsed.ok ? parsed.value.text : null;
};

describe('a number from an address', () => {
  test('every natural number that both sides count alike is itself', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (n) => parseNumber(String(n)) === n));
  });

  test.each([
    '',
    ' 7',
    '7 ',
    '+7',
    '-1',
    '1e3',
    '0x1f',
    '7.0',
    '٧',
    '9007199254740992',
    '9223372036854775808',
    '1'.repeat(400),
    '7\0',
  ])('%j is none', (value) => expect(parseNumber(value)).toBeNull());

  test('only a text can be one, and what passes is digits', () => {
    fc.assert(fc.property(fc.anything(), (any) => typeof any === 'string' || parseNumber(any) === null));
    fc.assert(fc.property(fc.string(), (any) => parseNumber(any) === null || /^\d+$/.test(any)));
  });

  test('an id starts at one', () => {
    expect(parseMessageId('0')).toBeNull();
    expect(parseMessageId('1')).toBe(1);
    expect(parseMessageId('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('a message as it was typed', () => {
  test('4,000 characters pass and 4,001 do not, emoji being one each', () => {
    expect(textOf('é'.repeat(4_000))).toHaveLength(4_000);
    expect(textOf('😀'.repeat(4_000))).toHaveLength(8_000);
    expect(textOf('é'.repeat(4_001))).toBeNull();
    expect(textOf('a\r\n'.repeat(2_000))).toHaveLength(3_999);
  });

  test.each(['', ' ', '\n\n', '\u00a0\u2003', '\u200b\u200b', '\u200d', '\ufeff', '\u2066\u2069', '\x07', '\u3000'])(
    '%j says nothing',
    (texte) => expect(textOf(texte)).toBeNull(),
  );

  test('a dot or an emoji of several parts says something, and keeps its parts', () => {
    expect(textOf('.')).toBe('.');
    expect(textOf('👩‍👩‍👧‍👦')).toBe('👩‍👩‍👧‍👦');
  });

  test('what is stored is never empty, trimmed, short enough and free of control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (any) => {
        const text = textOf(any);
        if (text === null) return;
        expect(text).not.toBe('');
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('an answer to rubbish is no answer, a key that is too long is no key', () => {
    const draft = (fields: object) => {
      const parsed = parseMessage({ texte: 'bonjour', ...fields });
      return parsed.ok ? parsed.value : null;
    };
    expect(draft({ reponse_a: '7', cle: 'k' })).toEqual({ text: 'bonjour', replyTo: 7, key: 'k' });
    expect(draft({ reponse_a: '' })).toMatchObject({ replyTo: null, key: null });
    for (const reponse_a of ['x', '0', '-1', '9223372036854775808', ['1', '2']]) {
      expect(draft({ reponse_a })).toMatchObject({ replyTo: null });
    }
    for (const cle of ['k'.repeat(65), '', '\0', ['a', 'b']]) expect(draft({ cle })).toMatchObject({ key: null });
  });

  test('no input makes the parser throw', () => {
    fc.assert(fc.property(fc.anything(), (any) => void parseMessage(any)));
  });
});

test('only the listed reactions are reactions', () => {
  expect(isReaction('coeur')).toBe(true);
  for (const value of ['', 'toString', '__proto__', 'COEUR', '❤️', null, ['coeur']])
    expect(isReaction(value)).toBe(false);
});

test('one corrects one’s own words for a quarter of an hour', () => {
  const createdAt = new Date('2026-03-01T10:00:00Z');
  const message: Message = {
    id: 1,
    salonId: 's',
    seq: 1,
    changedSeq: 1,
    author: { id: 'anne', name: 'Anne', avatarUrl: null },
    content: 'bonjour',
    createdAt,
    editedAt: null,
    isDeleted: false,
    isArrival: false,
    quoted: null,
    mentions: [],
    reactions: [],
  };
  const at = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000);
  expect(canEdit(message, 'anne', at(14.99))).toBe(true);
  expect(canEdit(message, 'anne', at(15))).toBe(false);
  expect(canEdit(message, 'paul', at(1))).toBe(false);
  expect(canEdit({ ...message, isDeleted: true }, 'anne', at(1))).toBe(false);
});
