/**
 * `npm run faults`: members talk and listen while processes are killed, connections cut, clocks moved and disks filled;
 * every post and every receipt is written down, and the history is judged (docs/reliability.md). About ten minutes;
 * `-- kill cut` tries these faults alone, `-- --soak` is ten minutes of five hundred readers without a fault (L08).
 */
import { FAULTS, faultNames } from '../tests/checker/faults';
import { describeVerdict } from '../tests/checker/history';
import { REDIS } from '../tests/checker/redis';
import { openStore } from '../tests/checker/store';
import { HOSTS, judge, type Trial } from '../tests/checker/trial';
import { calledWith, refuse } from './options.mjs';

const COMMAND = {
  does: 'Éprouve le site sous les pannes : ce qui est accusé est gardé, ce qui est gardé est reçu, une fois et dans l’ordre.',
  usage: `Usage : npm run faults [-- --soak | ${faultNames.join(' | ')}] [--hosts ${Object.keys(HOSTS).join(' | ')}] [--seconds 15] [--readers 60] [--rate 60] [--seed 1]`,
  options: {
    soak: { type: 'boolean' },
    hosts: { type: 'string' },
    seconds: { type: 'string' },
    readers: { type: 'string' },
    rate: { type: 'string' },
    seed: { type: 'string' },
  },
  words: faultNames.length,
} as const;
const { values, words } = calledWith(COMMAND);
const number = (name: 'seconds' | 'readers' | 'rate' | 'seed', otherwise: number) =>
  values[name] === undefined ? otherwise : Number(values[name]) || refuse(COMMAND, `« --${name} » demande un nombre.`);
const unknown = words.find((word) => !(word in FAULTS));
if (unknown) refuse(COMMAND, `« ${unknown} » n’est pas une panne.`);
if (values.hosts && !(String(values.hosts) in HOSTS))
  refuse(COMMAND, `« ${values.hosts} » n’est pas un nombre de serveurs.`);

const size = values.soak
  ? { readers: number('readers', 500), perSecond: number('rate', 100), seconds: number('seconds', 600) }
  : { readers: number('readers', 60), perSecond: number('rate', 60), seconds: number('seconds', 15) };
const seed = number('seed', Date.now() % 1_000_000);
const faults = faultNames.filter((name) =>
  values.soak ? name === 'none' : words.length === 0 || words.includes(name),
);
const hosts = Object.keys(HOSTS).filter((name) =>
  values.hosts ? name === values.hosts : !values.soak || name === 'one',
);
if (!REDIS && hosts.includes('redis')) {
  process.stdout.write('redis: left out, because neither valkey-server nor redis-server is on this machine\n');
  hosts.splice(hosts.indexOf('redis'), 1);
}

// @ts-expect-error plain JavaScript, so that `npm ci` can run it before anything is built
const { build, currentBuild } = await import('./build.mjs');
if (!currentBuild()) await build();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const store = await openStore(2, true);
let from = 0;
let broken = 0;
try {
  for (const name of hosts as Trial['hosts'][])
    for (const fault of faults) {
      if (fault === 'disk' && !store.canBeFilled) {
        process.stdout.write(`${fault}: left out, because only root may mount a small disk\n`);
        continue;
      }
      await report({ faults: [fault], hosts: name, ...size, seed, from });
      from += 1_000_000;
    }
} finally {
  await store.close();
}
process.exit(broken === 0 ? 0 : 1);

async function report(trial: Trial): Promise<void> {
  const { verdict, held, memory, remarks, ...counts } = await judge(store, trial);
  if (!held) broken += 1;
  const { posts, acknowledged, unknown: open, strokes, received } = counts;
  const grew = memory ? `, memory ${memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(' → ')} MB` : '';
  process.stdout.write(
    `${held ? 'held' : 'BROKEN'} ${HOSTS[trial.hosts].does}; ${trial.faults.map((fault) => FAULTS[fault].does).join(' and ')} (${strokes} times): ${posts} posts, ${acknowledged} acknowledged, ${open} unknown; ${received} receipts${grew}; seed ${trial.seed}\n`,
  );
  for (const line of [describeVerdict(verdict), ...remarks].filter(Boolean)) process.stdout.write(`  ${line}\n`);
}
