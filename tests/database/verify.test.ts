/** `npm run db:verify` finds what has come apart, and counts what is there (X10, X11). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verdictsOf } from '../../scripts/verify/verdicts';
import { memberWithEverything } from '../support/everything';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

const faults = async () => {
  const { verdicts } = await verdictsOf(the.url);
  return verdicts.filter((each) => each.faults.length > 0).map(({ name, faults: [first] }) => `${name} : ${first}`);
};

/** As somebody who repairs by hand and has switched off what PostgreSQL keeps. */
const broken = (...statements: readonly string[]) =>
  the.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const text of statements) await tx.unsafe(text);
  });

test('a sound database has no fault, and its rows are counted', async () => {
  const { her } = await memberWithEverything(the.cast);
  expect(await faults()).toEqual([]);
  const { counts } = await verdictsOf(the.url);
  expect(counts).toEqual(
    expect.arrayContaining([
      { table: 'auth.users', count: 2 },
      { table: 'salons', count: 3 },
    ]),
  );
  expect(her.id).not.toBe('');
});

test('what refers to nothing, is counted wrong, or is shown without being there is named', async () => {
  const { her, own } = await memberWithEverything(the.cast);
  await broken(
    `delete from public.courses`,
    `update public.profiles set salons_created = 9 where id = '${her.id}'`,
    `update public.profiles set subscription_type = 'freemium' where id = '${her.id}'`,
    `update public.profiles set avatar_url = '/fichiers/avatars/aaaaaaaaaaaaaaaaaaaaaaaaa' where id = '${her.id}'`,
    `delete from public.salon_members where salon_id = '${own.id}' and role = 'owner'`,
    `update public.salons set member_count = 1 where id = '${own.id}'`,
  );
  await the.owner`alter table public.salons disable trigger salons_owner_count`;
  const found = (await faults()).join('\n');
  for (const part of [
    'le déclencheur « salons_owner_count » est arrêté',
    'Lignes orphelines : ',
    `Salons créés, par membre : membre ${her.id} : 9 annoncés, 2 présents`,
    `membre ${her.id} : freemium annoncée, annuel payée`,
    `profil ${her.id} : sa photo n’est plus dans la liste`,
    `salon ${own.id} : son propriétaire n’en est pas membre`,
  ])
    expect(found).toContain(part);
});
