/** What is put into a page at its end: the page is the one that its text would have made. */
import { gunzipSync } from 'node:zlib';
import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { FORM_KEY, latePart, NONCE, partsOf, piecesOf, wholePage } from '~/http/late-parts';
import { gzipOf } from '~/http/packed-parts';

const request = (nonce = 'n') => ({ nonce }) as AppLoadContext;
const list = Buffer.from('<li>Un « ciel » à l’œuvre 🌻</li>');
const sent = (html: string, context: AppLoadContext) => wholePage(partsOf(piecesOf(html), context)).toString();

test('ready bytes stand where the page has their place, whatever signs are around them', () => {
  const context = request();
  const page = `<!doctype html><p>Été</p><ol>${latePart(context, 'list', list)}</ol><p>🌻</p>`;
  expect(sent(page, context)).toBe(`<!doctype html><p>Été</p><ol>${list}</ol><p>🌻</p>`);
});

test('ready bytes of one request never come into the page of another', () => {
  const [mine, hers] = [request(), request()];
  const place = latePart(mine, 'list', list);
  expect(sent(`<ol>${place}</ol>`, hers)).toBe('<ol></ol>');
  latePart(hers, 'list', Buffer.from('<li>À elle</li>'));
  expect(sent(`<ol>${place}</ol>`, mine)).toBe(`<ol>${list}</ol>`);
});

test('a number comes into all its places, whatever stands beside it, and a part of another name into none of them', () => {
  const page = (context: AppLoadContext, seq: number) =>
    [
      `<a href="?avant=${latePart(context, 'older', seq)}9#ancre">`,
      `<ol data-depuis="${latePart(context, 'since', seq + 1)}"></ol>`,
      `<style>#m${latePart(context, 'older', seq)}a{}</style>`,
    ].join('');
  const [one, other] = [request(), request()];
  const pieces = piecesOf(page(one, 41));
  page(other, 7);
  const shown = (context: AppLoadContext) => wholePage(partsOf(pieces, context)).toString();
  expect(shown(one)).toBe('<a href="?avant=419#ancre"><ol data-depuis="42"></ol><style>#m41a{}</style>');
  expect(shown(other)).toBe('<a href="?avant=79#ancre"><ol data-depuis="8"></ol><style>#m7a{}</style>');
});

test('a page rendered once has the nonce of each request in all its places, and a form key of its own', () => {
  const pieces = piecesOf(`<style nonce="${NONCE}"></style><i nonce="${NONCE}"></i><input value="${FORM_KEY}">`);
  const [one, other] = ['a+b/1==', 'c+d/2=='].map((nonce) => wholePage(partsOf(pieces, request(nonce))).toString());
  expect(one).toMatch(/^<style nonce="a\+b\/1=="><\/style><i nonce="a\+b\/1=="><\/i><input value="[0-9a-f-]{36}">$/);
  expect(other?.match(/nonce="c\+d\/2=="/g)).toHaveLength(2);
  expect(one?.match(/value="(.*)"/)?.[1]).not.toBe(other?.match(/value="(.*)"/)?.[1]);
});

test('a page of kept parts is the same page as gzip, and as small as if compressed whole', () => {
  const rows = Array.from({ length: 200 }, (_, n) => `<li id="m-${n}">Été ${n} 🌻</li>`).join('');
  const parts = [
    { bytes: Buffer.from(rows), isKept: true },
    { bytes: Buffer.from('nonce'), isKept: false },
    { bytes: new Uint8Array(), isKept: true },
    { bytes: Buffer.from(rows), isKept: true },
  ];
  const whole = wholePage(parts);
  expect(gunzipSync(gzipOf(parts)).equals(whole)).toBe(true);
  // The second time from what is kept, around another nonce.
  const other = parts.map((part) => (part.isKept ? part : { ...part, bytes: Buffer.from('other') }));
  expect(gunzipSync(gzipOf(other)).toString()).toBe(`${rows}other${rows}`);
  expect(gzipOf(parts).length).toBeLessThan(whole.length / 5);
});
