/** Found 2b, 13: new share codes carry 40 bits; those that members have passed on stay valid. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { salonBehindCode } from '~/salons/queries/membership';
import { parseShareCode } from '~/salons/rules';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

test('a new code has eight signs, all of the alphabet in every place', async () => {
  const rows = await the.owner<{ code: string }[]>`
    select public.random_share_code() as code from generate_series(1, 5000)`;
  const codes = rows.map(({ code }) => code);
  for (const code of codes) expect(parseShareCode(code)).toBe(code);
  expect(new Set(codes.map((code) => code.length))).toEqual(new Set([8]));
  for (let place = 0; place < 8; place += 1) expect(new Set(codes.map((code) => code[place])).size).toBe(31);
});

test('a code of six signs from before still leads to its salon; one of seven cannot be', async () => {
  const { id } = await the.cast.salon(await the.cast.member('Monique'));
  await the.cast.sql`update salons set share_code = 'MTR7PK' where id = ${id}`;
  const found = await the.database.asViewer(null, (tx) => salonBehindCode(tx, parseShareCode('mtr 7pk') ?? ''));
  expect(found?.id).toBe(id);
  await expect(the.cast.sql`update salons set share_code = 'MTR7PKX' where id = ${id}`).rejects.toMatchObject({
    constraint_name: 'salons_share_code_readable',
  });
});
