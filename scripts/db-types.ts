import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typescriptOfSchema } from 'pg-to-ts';
import { startEmbedded } from '../db/embedded';
import { migrate, prepareRoles } from '../db/migrate';
import { projectRoot } from '../db/project-root';
import { tellFault } from './database';
import { calledWith } from './options.mjs';

const { check } = calledWith({
  does: 'Écrit db/schema.ts d’après les migrations ; --check compare sans écrire.',
  usage: 'Usage : npm run db:types [-- --check]',
  options: { check: { type: 'boolean' } },
}).values;

const FILE = join(projectRoot(), 'db', 'schema.ts');

/** The types of a database that nothing but the migrations has touched. */
async function schemaTypes(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aurora50-types-'));
  // Started by root, the database runs as somebody who must reach it.
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, fast: true });
  try {
    await prepareRoles(embedded.url);
    await migrate(embedded.url);
    const interfaces = [...(await interfacesOf(embedded.url, 'public')), ...(await interfacesOf(embedded.url, 'auth'))];
    return [HEADER, ...interfaces.sort()].join('\n\n').concat('\n');
  } finally {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const HEADER = `// Written by « npm run db:types » from the migrations; do not edit.
// What the client gives: int8 as number (all of ours stay below 2^53), timestamptz as Date, jsonb as unknown.
// PostgreSQL does not know which columns of a view are never null.`;

/** Only the rows' shapes: the generator's input types and column lists are not ours to use (camelCased names are not SQL). */
async function interfacesOf(url: string, schema: string): Promise<string[]> {
  // The generator warns about a second use of one address.
  const address = `${url}?application_name=types-${schema}`;
  const output = await typescriptOfSchema(address, [], ['schemaversion'], schema, { camelCase: true });
  return [...output.replaceAll('\r', '').matchAll(/^export interface (\w+) \{\n[\s\S]*?^\}/gm)]
    .filter(([, name]) => name && !name.endsWith('Input') && name !== 'TableTypes')
    .map(([text]) => text.replace(/\bJson\b/g, 'unknown').replaceAll('unknown | null', 'unknown'));
}

try {
  const fresh = await schemaTypes();
  if (!check) writeFileSync(FILE, fresh);
  else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== fresh) {
    console.error('db/schema.ts ne correspond plus aux migrations : lancez « npm run db:types ».');
    process.exitCode = 1;
  }
} catch (error) {
  tellFault(error);
}
