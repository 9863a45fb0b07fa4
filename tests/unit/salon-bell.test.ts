/** What a form says of a salon's bell (D42). */
import { expect, test } from 'vitest';
import { parseBell } from '~/salons/rules/bell';

const bell = (notifications: string) => {
  const parsed = parseBell({ notifications });
  return parsed.ok ? parsed.value?.bell : Object.keys(parsed.errors);
};

test('D42: a plain switch is everything or nothing', () => {
  expect([bell('on'), bell('off')]).toEqual(['tout', 'rien']);
});

test('D42: the three bells by their names, and no fourth', () => {
  expect([bell('tout'), bell('mentions'), bell('rien')]).toEqual(['tout', 'mentions', 'rien']);
  expect(['fort', '', 'constructor', '__proto__'].map(bell)).toEqual(Array(4).fill(['notifications']));
});
