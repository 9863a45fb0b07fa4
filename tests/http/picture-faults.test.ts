/** Uploads that go wrong, and many at once (reliability 16): no member is hurt, no file is left, no input makes a 5xx. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { fileForm, noise, plain } from '../support/pictures';
import type { Visitor } from '../support/server';
import { faultsShown, openSite } from '../support/site';

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-faults-'));
const site = openSite({ DATA_DIR: dataDir });
const PHOTO = href('picture', { image: 'photo' });
const COVER = href('picture', { image: 'couverture' });
const folderOf = (name: string) => path.join(dataDir, 'fichiers', name);
let monique: Member;
let asMonique: Visitor;
let photo: Buffer;
beforeAll(async () => {
  monique = await site.cast.member('Monique Berger');
  asMonique = await site.as(monique);
  photo = await plain({ width: 300, height: 300 }).jpeg().toBuffer();
});

/** Megabytes that the server has taken at its most; where the system does not tell, 0. */
function mostMemory(): number {
  try {
    const status = readFileSync(`/proc/${site.server.process.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test('twenty of 5 MB at once are all read, in little memory, and leave nothing behind', async () => {
  const heavy = await noise({ width: 1_300, height: 1_300 }).png().toBuffer();
  expect(heavy.length).toBeGreaterThan(4.8 * 1024 * 1024);
  await asMonique.post(COVER, fileForm(heavy));
  const before = mostMemory();
  const answers = await Promise.all(Array.from({ length: 20 }, () => asMonique.post(COVER, fileForm(heavy))));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
  // Held in memory they would be 100 MB, and as many again for each copy.
  expect(mostMemory() - before).toBeLessThan(260);
  expect(readdirSync(folderOf('arrivants'))).toEqual([]);
  // Drafts of one kind replace each other.
  expect(readdirSync(folderOf('covers')).length).toBeLessThan(20);
}, 60_000);

test('one that is broken off half-way leaves nothing behind, and the next one is taken', async () => {
  const { port } = new URL(site.origin);
  const cookie = await site.cast.session(monique);
  const head = [
    `POST ${PHOTO} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: ${site.origin}`,
    `Cookie: ${cookie}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 1000000',
    '',
    '--x\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
  ].join('\r\n');
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(head);
  socket.write(Buffer.alloc(200_000, 1));
  await expect.poll(() => readdirSync(folderOf('arrivants')).length).toBe(1);
  socket.destroy();
  await expect.poll(() => readdirSync(folderOf('arrivants'))).toEqual([]);
  expect((await asMonique.post(PHOTO, fileForm(photo))).status).toBe(303);
});

describe('a form that is none', () => {
  const type = (boundary: string) => ({ 'Content-Type': `multipart/form-data${boundary}` });
  test.each([
    ['without a boundary', type(''), 'x'],
    [
      'that never ends',
      type('; boundary=x'),
      '--x\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n\r\nabc',
    ],
    ['with a boundary that is not its own', type('; boundary=y'), '--x\r\n\r\n--x--'],
    ['of nothing', type('; boundary=x'), ''],
    ['of another type', { 'Content-Type': 'application/json' }, '{}'],
  ])('%s is the sender’s fault', async (_name, headers, body) => {
    const answer = await fetch(site.origin + PHOTO, {
      method: 'POST',
      headers: { Origin: site.origin, Cookie: asMonique.cookie(), ...headers },
      body,
      redirect: 'manual',
    });
    expect(answer.status).toBe(422);
  });

  test.each(['../../cle', 'C:\\photo.jpg', '/etc/passwd', 'a\u0000.jpg', `${'é'.repeat(3_000)}.jpg`, 'x.php;.jpg'])(
    'a name such as %j names nothing',
    async (name) => {
      expect((await asMonique.post(PHOTO, fileForm(photo, { name, type: 'text/html' }))).status).toBe(303);
      expect(readdirSync(folderOf('avatars')).every((file) => /^[0-9a-z]{25}-\w+\.\w+$/.test(file))).toBe(true);
    },
  );
});

test.each(['arrivants', 'avatars'])(
  'with a disk that takes no file (%s), the form comes back with words',
  async (name) => {
    const folder = folderOf(name);
    const kept = readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file))] as const);
    rmSync(folder, { recursive: true });
    // A file in the folder's place: whoever runs the tests as root may write into every folder.
    writeFileSync(folder, '');
    const answer = await asMonique.post(PHOTO, fileForm(photo));
    expect([answer.status, faultsShown(await answer.text()).fields.image]).toEqual([
      503,
      expect.stringContaining('votre photo d’avant est toujours là'),
    ]);
    rmSync(folder);
    mkdirSync(folder);
    for (const [file, bytes] of kept) writeFileSync(path.join(folder, file), bytes);
    await site.cast.sql`delete from auth.rate_limits where key = ${`picture:${monique.id}`}`;
    expect((await asMonique.post(PHOTO, fileForm(photo))).status).toBe(303);
  },
);
