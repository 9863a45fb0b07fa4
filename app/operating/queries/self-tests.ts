/** What came of the last try of each part. As the system. */
import type { Tx } from '~/db';
import type { SelfTests } from '../../../db/schema';
import type { SelfTest } from '../rules/self-tests';

export type SelfTestLine = Readonly<Pick<SelfTests, 'name' | 'outcome' | 'words' | 'doneAt'>>;

export async function keepSelfTests(tx: Tx, tests: readonly SelfTest[]): Promise<void> {
  await tx`
    insert into self_tests (name, outcome, words)
    select name, outcome, words
    from jsonb_to_recordset(${JSON.stringify(tests)}::text::jsonb) as t (name text, outcome text, words text)
    on conflict (name) do update
    set outcome = excluded.outcome, words = excluded.words, done_at = now()`;
}

export function lastSelfTests(tx: Tx): Promise<SelfTestLine[]> {
  return tx<SelfTestLine[]>`
    select name, outcome, words, done_at
    from self_tests`;
}

export async function serverVersion(tx: Tx): Promise<string> {
  const [row] = await tx<{ version: string | null }[]>`
    select current_setting('server_version') as version`;
  return row?.version ?? '';
}
