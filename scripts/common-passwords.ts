/**
 * Writes `app/auth/rules/common-passwords.txt`: a Bloom filter of what guessers try first (docs/decisions/019).
 * `tsx scripts/common-passwords.ts <list>`, where <list> has one password a line, the commonest first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BITS, places } from '../app/auth/rules/filter';
import { projectRoot } from '../db/project-root';
import { calledWith, refuse } from './options.mjs';

/** Shorter ones are refused for their length; they are kept only as words that digits are put behind. */
const WHOLE = 84_000;
const STEMS = 12_000;

function entries(list: readonly string[]): Set<string> {
  const lower = list.map((line) => line.trim().toLowerCase()).filter((line) => /^[\x20-\x7e]+$/.test(line));
  const whole = lower.filter((line) => line.length >= 8).slice(0, WHOLE);
  const stems = lower.filter((line) => /^[a-z]{4,7}$/.test(line)).slice(0, STEMS);
  const french = readFileSync(path.join(import.meta.dirname, 'common-passwords/french.txt'), 'utf8').split(/\s+/);
  return new Set([...whole, ...stems, ...french.filter((word) => word.length >= 2)]);
}

const COMMAND = {
  does: 'Écrit le filtre des mots de passe courants d’après une liste, le plus courant d’abord.',
  usage: 'Usage : npx tsx scripts/common-passwords.ts liste',
  words: 1,
} as const;
const source = calledWith(COMMAND).words[0] ?? refuse(COMMAND, 'Il manque la liste.');
const chosen = entries(readFileSync(source, 'utf8').split('\n'));
const filter = Buffer.alloc(BITS / 8);
for (const entry of chosen) {
  for (const place of places(entry)) filter[place >> 3] = (filter[place >> 3] ?? 0) | (1 << (place & 7));
}
const target = path.join(projectRoot(), 'app/auth/rules/common-passwords.txt');
writeFileSync(target, filter.toString('base64').replace(/.{120}/g, '$&\n'));
process.stdout.write(`${chosen.size} entries, ${(filter.length / 1024).toFixed(0)} KiB\n`);
