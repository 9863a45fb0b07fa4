/** What members' words become in a letter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, oneLine, personName, somebody, unlinked, words } from '../../emails/member-text';

describe('one line', () => {
  test('ends of lines and controls are spaces, unseen characters are nothing', () => {
    expect(oneLine('Anne\r\nBcc: x')).toBe('Anne Bcc: x');
    expect(oneLine('  a\u2028b\u0000c\t d ')).toBe('a b c d');
    expect(oneLine('a\u202eb\u200bc\ufeffd')).toBe('abcd');
  });

  test('families of emojis stay together, and so do accents', () => {
    expect(oneLine('👩‍🌾 Zoe\u0301')).toBe('👩‍🌾 Zoé');
  });

  test('nothing that anybody types can begin a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\r\n\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('cutting', () => {
  test('what fits is whole, what does not ends in three points', () => {
    expect(cut('Jardin', 6)).toBe('Jardin');
    expect(cut('Jardins', 6)).toBe('Jardi…');
    expect(cut('Mon jardin', 5)).toBe('Mon…');
  });

  test('no sign is cut in two', () => {
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15)).toBe('👨‍👩‍👧‍👦…');
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 5)).toBe('…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
        expect(cut(text, max)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('addresses that members have typed', () => {
  test('stay legible and cannot be pressed', () => {
    expect(unlinked('voir https://evil.example/x')).toBe('voir evil. example/x');
    expect(unlinked('evil。example')).toBe('evil. example');
    expect(unlinked('FTP://evil.example')).toBe('evil. example');
  });

  test('sentences, prices and initials stay as they are', () => {
    for (const text of ['Bonjour. Il fait 2.5 degrés…', 'J.-P. Martin', '12.50 €', 'et... voilà']) {
      expect(unlinked(text)).toBe(text);
    }
  });

  test('words are one line, without addresses, and short', () => {
    expect(words('a\nhttps://b.fr c', 40)).toBe('a b. fr c');
    expect(words('x'.repeat(1_000_000), 20)).toHaveLength(20);
  });
});

describe('names', () => {
  test('are said as they are', () => {
    for (const name of ['Monique Berger', 'Anne-Marie Le Goff', 'J.-P. Martin', '李', 'Zoé 🌻']) {
      expect(personName(name)).toBe(name);
    }
  });

  test('are left out when nothing can be read, or when they advertise (C-23)', () => {
    for (const name of ['', '  ', '\u200b', '…', 'www.evil.example', 'Gagnez sur evil.example', 'a@b', 'https://e']) {
      expect([name, personName(name)]).toEqual([name, null]);
      expect(somebody(name)).toBe('Un membre');
    }
  });
});
