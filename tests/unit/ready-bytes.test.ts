/** Kept bytes between the two halves of a page: the page is the one that its text would have made. */
import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { readyBytes, withReadyBytes } from '~/http/ready-bytes';

const request = () => ({}) as AppLoadContext;
const list = Buffer.from('<li>Un « ciel » à l’œuvre 🌻</li>');

test('stand where the page has their place, whatever signs are around them', () => {
  const context = request();
  const page = `<!doctype html><p>Été</p><ol>${readyBytes(context, list)}</ol><p>🌻</p>`;
  expect(withReadyBytes(page, context).toString()).toBe(`<!doctype html><p>Été</p><ol>${list}</ol><p>🌻</p>`);
});

test('of one request never come into the page of another', () => {
  const [mine, hers] = [request(), request()];
  const place = readyBytes(mine, list);
  expect(withReadyBytes(`<ol>${place}</ol>`, hers).toString()).toBe(`<ol>${place}</ol>`);
  readyBytes(hers, Buffer.from('<li>À elle</li>'));
  expect(withReadyBytes(`<ol>${place}</ol>`, mine).toString()).toBe(`<ol>${list}</ol>`);
});

test('leave a page alone that does not show them', () => {
  const context = request();
  readyBytes(context, list);
  expect(withReadyBytes('<p>Introuvable</p>', context).toString()).toBe('<p>Introuvable</p>');
});
