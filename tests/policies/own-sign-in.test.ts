/** Found 2c, 9: the application signed in as the owner and dropped to a role, so a slipped-in statement could go back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '~/db';
import { type Stage, stage, statement } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const ways = [
  ['aurora_app', (work: (tx: Tx) => Promise<unknown>) => the.database.asViewer(null, work)],
  ['aurora_system', (work: (tx: Tx) => Promise<unknown>) => the.database.asSystem(work)],
] as const;

test.each(ways)('%s cannot be left for another role', async (role, run) => {
  const [{ owner } = { owner: '' }] = await the.owner<{ owner: string }[]>`select current_user as owner`;
  const who = async (tx: Tx) => {
    const [row] = await statement(tx, 'select session_user::text as signed, current_user::text as acting');
    return [row?.signed, row?.acting];
  };
  await run(async (tx) => {
    expect(await who(tx)).toEqual([role, role]);
    await statement(tx, 'reset role');
    expect(await who(tx)).toEqual([role, role]);
  });
  const others = [owner, ...ways.map(([name]) => name).filter((name) => name !== role)];
  const attempts = others.flatMap((name) => [`set role ${name}`, `set session authorization ${name}`]);
  for (const attempt of attempts) {
    await expect(
      run((tx) => statement(tx, attempt)),
      attempt,
    ).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('neither is a member of any other role', async () => {
  const memberships = await the.owner`
    select member::regrole::text, roleid::regrole::text from pg_auth_members
    where member in ('aurora_app'::regrole, 'aurora_system'::regrole)`;
  expect([...memberships]).toEqual([]);
});
