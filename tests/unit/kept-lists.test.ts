/** The list of a page that is kept by its salon's number, and the line of one reader in it. */
import { expect, test, vi } from 'vitest';
import { listFor, withUnreadLine } from '~/chat/rendering';
import type { Message } from '~/chat/rules';

const message = (seq: number): Message => ({
  id: seq,
  salonId: 'salon',
  seq,
  changedSeq: seq,
  author: { id: 'anne', name: 'Anne', avatarUrl: null },
  content: `Été ${seq} 🌻`,
  createdAt: new Date('2026-11-27T10:00:00Z'),
  editedAt: null,
  isDeleted: false,
  isArrival: false,
  quoted: null,
  mentions: [],
  reactions: [],
});
const key = { salonId: 'salon', lastSeq: 3, peopleVersion: 1, before: null };
const all = async () => [1, 2, 3].map(message);

test('is loaded once at one number, and anew when the number or somebody’s name has moved', async () => {
  const load = vi.fn(all);
  await listFor(key, load);
  await listFor(key, load);
  expect(load).toHaveBeenCalledTimes(1);
  await listFor({ ...key, lastSeq: 4 }, load);
  await listFor({ ...key, lastSeq: 4, peopleVersion: 2 }, load);
  expect(load).toHaveBeenCalledTimes(3);
});

test('is not kept without rows: who was removed between two statements reads none, and others do', async () => {
  const place = { ...key, salonId: 'removed' };
  expect((await listFor(place, async () => [])).bytes).toHaveLength(0);
  expect((await listFor(place, all)).parts).toHaveLength(3);
});

test('has the line before the first message that this reader has not read, and not among its own (D41)', async () => {
  const list = await listFor({ ...key, salonId: 'line' }, all);
  const text = withUnreadLine(list, 1, 'fatima').toString();
  expect(text.indexOf('Nouveaux messages')).toBeGreaterThan(text.indexOf('Été 1 🌻'));
  expect(text.indexOf('Nouveaux messages')).toBeLessThan(text.indexOf('Été 2 🌻'));
  expect(text.replace(/<li class="nouveaux".*?<\/li>/, '')).toBe(list.bytes.toString());
  expect(withUnreadLine(list, 3, 'fatima')).toBe(list.bytes);
  expect(withUnreadLine(list, 1, 'anne')).toBe(list.bytes);
});
