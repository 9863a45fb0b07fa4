/** C-24: a new process is put to work when it says that it is ready, and in no other case. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ProcessFault, READY, ready } from '~/server/readiness';
import { testFolder } from '../support/folders';

function child(code: string) {
  const file = path.join(testFolder(), 'enfant.mjs');
  writeFileSync(file, code);
  return fork(file, { stdio: 'ignore', execArgv: [] });
}

test('ready', async () => {
  const one = child(`process.send('${READY}')`);
  await ready(one, 20_000);
  one.disconnect();
});

test.each([
  ['it ends at once', 'process.exit(3)', 20_000, 'il s’est arrêté (3)'],
  ['it says something else', `process.send('bonjour'); setInterval(() => {}, 1000)`, 20_000, 'il ne se dit pas prêt'],
  ['it hangs', 'setInterval(() => {}, 1000)', 200, 'il n’a pas été prêt à temps'],
])('%s', async (_, code, within, reason) => {
  const one = child(code);
  const exit = new Promise((resolve) => one.once('exit', resolve));
  await expect(ready(one, within)).rejects.toEqual(new ProcessFault(reason));
  await exit;
});
