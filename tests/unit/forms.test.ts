import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '~/errors';
import { characters, fieldErrors, readForm, text, typed, typedOn } from '~/forms';

const posted = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
  new Request('http://aurora50.invalid/', { method: 'POST', body, headers: { 'Content-Type': type } });
const refusal = (request: Request) =>
  readForm(request).then(
    () => null,
    (error) => (error instanceof AppError ? error.code : error),
  );

describe('a posted form', () => {
  test('what a browser sends is what is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), async (fields) => {
        const form = await readForm(posted(new URLSearchParams(fields).toString()));
        expect({ ...form }).toEqual({ ...fields });
      }),
      { numRuns: 200 },
    );
  });

  test('a field that came twice is a list, which no text parser takes', async () => {
    const form = await readForm(posted('a=1&a=2&a=3&b=4'));
    expect(form.a).toEqual(['1', '2', '3']);
    expect(text(10).safeParse(form.a).success).toBe(false);
    expect(typed(form, 'a', 'b')).toEqual({ b: '4' });
  });

  test('a field that came thirty thousand times is read as quickly as any other', async () => {
    expect((await readForm(posted('a&'.repeat(32_768)))).a).toHaveLength(32_768);
  });

  test('names of the language’s own are fields like any other', async () => {
    const form = await readForm(posted('__proto__=x&constructor=y&toString=z'));
    expect(Object.getPrototypeOf(form)).toBeNull();
    expect(form.constructor).toBe('y');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('multipart is read too, and a broken one is refused', async () => {
    const form = new FormData();
    form.set('texte', 'bonjour\r\nà tous');
    const request = new Request('http://aurora50.invalid/', { method: 'POST', body: form });
    expect((await readForm(request)).texte).toBe('bonjour\r\nà tous');
    expect(await refusal(posted('--x\r\nnonsense', 'multipart/form-data; boundary=x'))).toBe('invalid');
    expect(await refusal(posted('x', 'multipart/form-data'))).toBe('invalid');
  });

  test('64 KiB are read, one byte more is refused, also when the length is not told', async () => {
    const stream = (size: number) =>
      new Request('http://aurora50.invalid/', {
        method: 'POST',
        body: new Blob(['a='.padEnd(size, 'x')]).stream(),
        duplex: 'half',
      } as RequestInit);
    expect(String((await readForm(stream(65_536))).a)).toHaveLength(65_534);
    expect(await refusal(stream(65_537))).toBe('too_large');
    expect(await refusal(posted('a='.padEnd(65_537, 'x')))).toBe('too_large');
  });
});

describe('a text field', () => {
  const parse = (value: unknown, max = 5) => text(max).safeParse(value);

  test('counts characters as a reader does', () => {
    expect(characters('é😀a')).toBe(3);
    expect(parse('😀😀😀😀😀').success).toBe(true);
    expect(parse('😀😀😀😀😀😀').success).toBe(false);
  });

  test('line ends become one, and count as one', () => {
    expect(parse('a\r\nb\rc').data).toBe('a\nb\nc');
  });

  test('NUL is refused wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(text(10_000).safeParse(`${before}\0${after}`).success).toBe(false);
      }),
    );
  });

  test('says how long it was and how long it may be', () => {
    expect(parse('abcdefg').error?.issues[0]?.message).toBe('Ce texte est trop long : 7 caractères, 5 au plus.');
  });

  test('only the first fault of each field is told', () => {
    const parsed = z.object({ a: text(1), b: text(1) }).safeParse({ a: 'x\0y' });
    if (parsed.success) throw new Error('it should be refused');
    expect(fieldErrors(parsed.error)).toEqual({
      a: 'Ce texte contient un caractère qui ne peut pas être gardé.',
      b: 'Ce champ manque.',
    });
  });
});

test('a refused form comes back as it was typed, and what did not come as in a blank one', () => {
  const blank = { titre: '', minutes: '15', visible: '', cle: '' };
  const form = { titre: 'a\0b', visible: ['on', 'on'], cle: 'k', mot_de_passe: 'secret' };
  expect(typedOn(blank, form)).toEqual({ titre: 'ab', minutes: '15', visible: '', cle: 'k' });
});
