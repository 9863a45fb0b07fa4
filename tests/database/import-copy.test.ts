/** The copy of a member's data opens her account on another Aurora50, and a copy made there is the same (P03, U05). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { openFiles } from '~/files/open';
import { keyOf } from '~/files/rules/picture';
import { ArchiveFault, openArchive } from '~/privacy/archive/unzip';
import { zipArchive } from '~/privacy/archive/zip';
import { writeCopy } from '~/privacy/commands/export';
import { importCopy } from '~/privacy/commands/import';
import { eraseAll } from '~/privacy/holders';
import { loadCourses } from '../../app/courses/files/load';
import { projectRoot } from '../../db/project-root';
import type { Member } from '../support/cast';
import { memberWithEverything } from '../support/everything';
import { type Stage, stage } from '../support/policies';

const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-apport-'));
const opened: Stage[] = [];

async function site(name: string, port: number) {
  const the = await stage();
  opened.push(the);
  await loadCourses(the.url);
  const settings = { DEMO: '0', DATA_DIR: path.join(folder, name), ORIGIN: `http://localhost:${port}` };
  const config = parseConfig(settings as unknown as NodeJS.ProcessEnv, folder);
  return { ...the, config, files: openFiles(config) };
}
type Site = Awaited<ReturnType<typeof site>>;

let here: Site;
let elsewhere: Site;
beforeAll(async () => {
  here = await site('ici', 20_997);
  elsewhere = await site('ailleurs', 20_996);
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  rmSync(folder, { recursive: true });
});

let n = 0;
async function copyOf(at: Site, { id, email, name }: Pick<Member, 'id' | 'email' | 'name'>): Promise<string> {
  n += 1;
  const file = path.join(folder, `copie-${n}.zip`);
  await writeCopy(at, file, { id, email }, name);
  return file;
}

/** With a picture in the store, a course of the house, and answers to the welcome. */
async function furnished() {
  const { her } = await memberWithEverything(here.cast, 'Gisèle', ' <à moi> \u202f « l’été »');
  const picture = '0123456789abcdefghijklmno';
  const bytes = await sharp({ create: { width: 192, height: 192, channels: 3, background: '#a64' } })
    .jpeg()
    .toBuffer();
  await here.files.store.put(keyOf({ folder: 'avatars', name: picture, width: 192 }), bytes, 'image/jpeg');
  await here.cast.sql`
    insert into pictures (name, folder, user_id, width, height) values (${picture}, 'avatars', ${her.id}, 400, 400)`;
  await here.cast.sql`
    update profiles
    set avatar_url = ${`/fichiers/avatars/${picture}`}, bio = 'Deux
lignes', city = 'Lyon', postal_code = '69001', interests = '{jardin,lecture}', text_size = 3, theme = 'sombre',
      onboarding_answers = '{"suggestions": true}', last_activity = now() - interval '3 days'
    where id = ${her.id}`;
  const [lesson] = await here.cast.sql<{ id: string; course: string; slug: string }[]>`
    select l.id, l.course_id as course, l.slug from lessons l join courses c on c.id = l.course_id
    where c.is_published and l.is_published order by c.pillar_number, l.lesson_number limit 1`;
  const { id, course, slug } = lesson ?? { id: '', course: '', slug: '' };
  await here.cast.sql`
    insert into enrollments (user_id, course_id, last_lesson_id) values (${her.id}, ${course}, ${id})`;
  await here.cast.sql`
    insert into user_lesson_progress (user_id, lesson_id, status, completion_percentage, started_at, completed_at)
    values (${her.id}, ${id}, 'completed', 100, now() - interval '1 hour', now())`;
  await here.cast.sql`insert into lesson_notes (user_id, lesson_id, content) values (${her.id}, ${id}, 'À relire')`;
  return { her, picture, slug };
}

test('the copy that is made there is the same, byte by byte', async () => {
  const { her, picture, slug } = await furnished();
  // A place in the team is the one thing that does not come along.
  await here.cast.sql`update profiles set app_role = 'member' where id = ${her.id}`;
  const before = await copyOf(here, her);
  const taken = await importCopy(elsewhere, before);
  expect(taken).toMatchObject({ id: her.id, email: her.email, differing: [] });
  const after = await copyOf(elsewhere, her);
  expect(readFileSync(after).equals(readFileSync(before))).toBe(true);
  // What lives there: her profile, her settings, her pictures, her own salons, her courses.
  const { sql } = elsewhere.cast;
  const [profile] = await sql`
    select full_name, city, departement, interests, text_size, theme, salons_created, salons_joined, subscription_type
    from profiles where id = ${her.id}`;
  expect(profile).toEqual({
    ...{ full_name: 'Gisèle', city: 'Lyon', departement: '69', interests: ['jardin', 'lecture'], text_size: 3 },
    ...{ theme: 'sombre', salons_created: 2, salons_joined: 0, subscription_type: 'freemium' },
  });
  expect(await sql`select status from user_lesson_progress where user_id = ${her.id}`).toEqual([
    { status: 'completed' },
  ]);
  expect(await sql`select l.slug, n.content from lesson_notes n join lessons l on l.id = n.lesson_id`).toEqual([
    { slug, content: 'À relire' },
  ]);
  expect(await sql`select role from salon_members where user_id = ${her.id}`).toEqual([
    { role: 'owner' },
    { role: 'owner' },
  ]);
  for (const format of ['avif', 'webp', 'jpg'] as const)
    expect(
      await elsewhere.files.store.read(keyOf({ folder: 'avatars', name: picture, width: 96 }, format)),
    ).not.toBeNull();
  // What is kept only: nothing that opens, pays or speaks for her.
  const [nothing] = await sql`
    select
      (select count(*) from auth.sessions)::int as sessions, (select count(*) from auth.oauth_accounts)::int as linked,
      (select count(*) from subscriptions)::int as paid, (select count(*) from chat_messages)::int as messages,
      (select count(*) from outbox)::int as letters, (select count(*) from certificates)::int as certificates,
      (select password_hash is null from auth.users where id = ${her.id}) as closed`;
  expect(nothing).toEqual({ sessions: 0, linked: 0, paid: 0, messages: 0, letters: 0, certificates: 0, closed: true });
  expect([...taken.kept.keys()]).toEqual(
    expect.arrayContaining(['public.chat_messages', 'public.subscriptions', 'public.certificates', 'auth.sessions']),
  );
  // What is kept goes with her.
  await elsewhere.database.asSystem((tx) =>
    eraseAll(tx, { id: her.id, email: her.email }, { messages: false, certificates: false }),
  );
  expect(await sql`select from brought_rows`).toEqual([]);
});

test('on a site that knows her number already she gets another, and a role in the team does not come', async () => {
  const { her } = await furnishedAgain();
  const file = await copyOf(here, her);
  await expect(importCopy(here, file)).rejects.toThrow('Son adresse a déjà un compte');
  await here.cast.sql`update auth.users set email = ${`ailleurs-${her.email}`} where id = ${her.id}`;
  const taken = await importCopy(here, file);
  expect(taken.id).not.toBe(her.id);
  const [row] = await here.cast.sql`select full_name, app_role from profiles where id = ${taken.id}`;
  expect(row).toEqual({ full_name: 'Odile', app_role: 'member' });
  // What is somebody else's here stays theirs: her salons are taken over by nobody.
  expect(await here.cast.sql`select from salons where owner_id = ${taken.id}`).toEqual([]);
});

const furnishedAgain = () => memberWithEverything(here.cast, 'Odile');

describe('a file that is no copy is refused as a whole', () => {
  const place = (content: Buffer | string) => {
    const file = path.join(folder, 'autre.zip');
    writeFileSync(file, content);
    return file;
  };
  async function zipped(data: string): Promise<string> {
    const file = path.join(folder, 'zip.zip');
    const zip = await zipArchive(file);
    await zip.add('donnees.json', data);
    await zip.close();
    return file;
  }

  test.each([
    ['no ZIP', async () => place('bonjour')],
    ['nothing', async () => place('')],
    ['one without data', async () => zipped('{"format": "aurora50", "version": 1}')],
    ['another version', async () => zipped('{"format": "aurora50", "version": 2, "tables": {}}')],
    ['one of nobody', async () => zipped('{"format": "aurora50", "version": 1, "tables": {}}')],
    ['half of one', async () => place(readFileSync(await zipped('{}'.padEnd(9_000, ' '))).subarray(0, 60))],
  ])('%s', async (_, made) => {
    await expect(importCopy(elsewhere, await made())).rejects.toThrow(ArchiveFault);
    expect(await elsewhere.cast.sql`select id from auth.users`).toEqual([]);
  });

  test('an entry that unpacks to more than it may, and one whose sum is wrong', async () => {
    const file = await zipped('x'.repeat(100_000));
    const archive = await openArchive(file);
    await expect(archive.read('donnees.json', 50_000)).rejects.toThrow(ArchiveFault);
    expect((await archive.read('donnees.json', 200_000))?.length).toBe(100_000);
    await archive.close();
    const bytes = readFileSync(file);
    const other = deflateRawSync('y'.repeat(100_000));
    other.copy(bytes, 30 + 'donnees.json'.length);
    const forged = await openArchive(place(bytes));
    await expect(forged.read('donnees.json', 200_000)).rejects.toThrow(ArchiveFault);
    await forged.close();
  });
});

test('the command says what came, what is kept and why', async () => {
  const her = await here.cast.member('Suzanne', { plan: 'freemium' });
  const file = await copyOf(here, her);
  const run = async () => {
    const settings = { DATABASE_URL: elsewhere.url, DATA_DIR: path.join(folder, 'ailleurs'), DEMO: '0' };
    const env = { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv;
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import-export.ts', file], {
      cwd: projectRoot(),
      env,
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    return { code, said: (await output).join('') };
  };
  const first = await run();
  expect(first).toEqual({
    code: 0,
    said: expect.stringMatching(/repris {2}Mon profil : 1 lignes[\s\S]*la même, ligne/),
  });
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('Rien n’a été repris.') });
});
