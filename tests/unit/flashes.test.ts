/** What the next page says after an action: each name has one sentence, and each sentence is said somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FLASH, flashOf } from '~/http/flash';
import { FLASHES, said } from '~/routes/flashes';
import { href } from '~/urls';

const sources = (folder: string) =>
  readdirSync(`app/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`app/${folder}/${name}`, 'utf8'));
const names = Object.keys(FLASHES);

it('no two domains give the same name to a sentence', () => {
  const written = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name))
    .flatMap((name) => /^export const flashes = \{$(.*?)^\}/ms.exec(readFileSync(`app/${name}`, 'utf8'))?.[1] ?? [])
    .flatMap((table) => [...table.matchAll(/^ {2}'?([\w-]+)'?: \{/gm)].map(([, name]) => name));
  expect(written.toSorted()).toEqual(names.toSorted());
});

it('every sentence is said by a route or by `http`', () => {
  const said = [...sources('routes'), ...sources('http')].join('\n');
  expect(names.filter((name) => !said.includes(`'${name}'`))).toEqual([]);
});

// Routes name a sentence by `FlashName`, which the compiler checks; `http` knows no domain.
it('every sentence that `http` names exists', () => {
  const named = sources('http').flatMap((source) => [...source.matchAll(/\[FLASH\]: '([\w-]+)'/g)]);
  expect(named.map(([, name]) => name)).not.toEqual([]);
  expect(named.filter(([, name = '']) => !names.includes(name))).toEqual([]);
});

it('the address of the next page carries the name; a name that nobody wrote says nothing', () => {
  const at = (query: string) => flashOf(new URL(`/?${query}`, 'http://aurora50.invalid'), FLASHES);
  expect(at(href('salons', {}, said('rejoint')).split('?')[1] ?? '')).toEqual(FLASHES.rejoint);
  expect(at(`${FLASH}=toString`)).toBeNull();
  expect(at('')).toBeNull();
});
