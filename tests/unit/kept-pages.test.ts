/** A page that is kept is known by all it shows: nothing that differs is ever one page. */
import { expect, test, vi } from 'vitest';
import type { Frame } from '~/http/frame';
import { keptPage } from '~/http/kept-pages';
import { keptUpTo } from '~/kept';

const frame = { path: '/salons', viewer: { id: 'anne', name: 'Anne' }, comfort: { taille: 1 } } as unknown as Frame;

test('the same data in the same frame is rendered once', () => {
  const render = vi.fn(() => '<p>une fois</p>');
  for (const _ of [1, 2, 3]) keptPage('salon', frame, { room: 'a', at: new Date(1) }, render);
  expect(render).toHaveBeenCalledTimes(1);
});

test('another place, viewer, name, size, date or value is another page', () => {
  const anew = (place: string, changed: object, data: unknown) => {
    const render = vi.fn(() => '<p></p>');
    keptPage(place, { ...frame, ...changed } as Frame, data, render);
    return render.mock.calls.length;
  };
  const data = { room: 'b', at: new Date(1) };
  expect(anew('salon', {}, data)).toBe(1);
  expect(anew('messages', {}, data)).toBe(1);
  expect(anew('salon', { viewer: { id: 'fatima', name: 'Anne' } }, data)).toBe(1);
  expect(anew('salon', { viewer: { id: 'anne', name: 'Anne B.' } }, data)).toBe(1);
  expect(anew('salon', { comfort: { taille: 2 } }, data)).toBe(1);
  expect(anew('salon', {}, { ...data, at: new Date(2) })).toBe(1);
  expect(anew('salon', {}, { ...data, room: 'c' })).toBe(1);
  expect(anew('salon', {}, data)).toBe(0);
});

test('what is kept never weighs more than it may, and the oldest goes first', () => {
  const kept = keptUpTo<string>(10, (value) => value.length);
  kept.keep('a', '1234');
  kept.keep('b', '1234');
  kept.keep('c', '1234');
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, '1234', '1234']);
  kept.keep('c', '12345678901234567890');
  expect([kept.get('b'), kept.get('c')?.length]).toEqual([undefined, 20]);
});
