/** Found 2b, 13: new share codes carry more than 40 bits; those that members have passed on stay valid. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { salonBehindCode } from '~/salons/queries/membership';
import { parseShareCode } from '~/salons/rules';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

test('a new code has nine signs, all of the alphabet in every place', async () => {
  const rows = await the.owner<{ code: string }[]>`
    select public.random_share_code() as code from generate_series(1, 5000)`;
  const codes = rows.map(({ code }) => code);
  for (const code of codes) expect(parseShareCode(code)).toBe(code);
  expect(new Set(codes.map((code) => code.length))).toEqual(new Set([9]));
  for (let place = 0; place < 9; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBe(31);
});

test('a code of six or eight signs from before still leads to its salon; one of seven cannot be', async () => {
  const { id } = await the.cast.salon(await the.cast.member('Monique'));
  for (const typed of ['mtr 7pk', 'mtr7 pkab']) {
    await the.cast.sql`update salons set share_code = ${typed.toUpperCase().replace(' ', '')} where id = ${id}`;
    const found = await the.database.asViewer(null, (tx) => salonBehindCode(tx, parseShareCode(typed) ?? ''));
    expect(found?.id).toBe(id);
  }
  await expect(the.cast.sql`update salons set share_code = 'MTR7PKX' where id = ${id}`).rejects.toMatchObject({
    constraint_name: 'salons_share_code_readable',
  });
});
