/** Pictures of members, over HTTP (D03, D04, B01, B03, B04; reliability 16). */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { fileForm, halves, noise, plain } from '../support/pictures';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-pictures-'));
const site = openSite({ DATA_DIR: dataDir });
let monique: Member;
let asMonique: Visitor;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  asMonique = await site.as(monique);
});

const PHOTO = href('picture', { image: 'photo' });
const PREVIEW = href('pictureDraft', { image: 'photo' });
const jpeg = () => plain({ width: 600, height: 400 }).jpeg().toBuffer();

const addressesOf = async ({ id }: Member) => {
  const [row] = await site.cast.sql<{ avatar: string | null; cover: string | null }[]>`
    select avatar_url as avatar, cover_url as cover from profiles where id = ${id}`;
  return row ?? { avatar: null, cover: null };
};
const draftOn = async (visitor: Visitor, preview: string) =>
  filledIn(await (await visitor.get(preview)).text(), 'nom') ?? '';
const filesOf = (folder: string) => {
  try {
    return readdirSync(path.join(dataDir, 'fichiers', folder));
  } catch {
    return [];
  }
};

/** As somebody without scripts does it: the form, the preview, the press. */
async function show(visitor: Visitor, bytes: Buffer, cut: Readonly<Record<string, string>> = {}, image = 'photo') {
  const sent = await visitor.post(href('picture', { image }), fileForm(bytes));
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, href('pictureDraft', { image })]);
  const nom = await draftOn(visitor, href('pictureDraft', { image }));
  const used = await visitor.post(href('pictureDraft', { image }), { nom, ...cut });
  expect([used.status, used.headers.get('Location')]).toEqual([303, href('profile', {}, { dit: 'photo-gardee' })]);
  return nom;
}

describe('a photo', () => {
  test('is sent, looked at, kept, and seen by another at once in every place (D03, Q01)', async () => {
    const paul = await site.cast.member('Paul Roux');
    const nom = await show(asMonique, await jpeg());
    const { avatar } = await addressesOf(monique);
    expect(avatar).toBe(`/fichiers/avatars/${nom}`);
    const asPaul = await site.as(paul);
    for (const place of [href('members', {}, { q: 'Monique Berger' }), href('member', { membre: monique.id })]) {
      expect(await (await asPaul.get(place)).text()).toContain(`src="${avatar}-`);
    }
    // Her own head of the page.
    expect(await (await asMonique.get(href('help'))).text()).toContain(`src="${avatar}-96"`);
  });

  test('shows in a live room, on messages that stand there', async () => {
    const paul = await site.cast.member('Paul Roux');
    const { id: salon } = await site.cast.salon(paul);
    await site.cast.join(monique, salon);
    await asMonique.post(href('messages', { salon }), { texte: 'Bonjour à tous' });
    const reader = await readStream(site.origin, salon, { cookie: await site.cast.session(paul) });
    const nom = await show(asMonique, await jpeg());
    await expect.poll(() => reader.text()).toContain(`src="/fichiers/avatars/${nom}-96"`);
    reader.close();
  });

  test('is replaced: the files of the one before are gone; taken away, all are (B01)', async () => {
    const first = await show(asMonique, await jpeg());
    const second = await show(asMonique, await jpeg());
    expect(filesOf('avatars').filter((file) => file.startsWith(first))).toEqual([]);
    expect(filesOf('avatars').filter((file) => file.startsWith(second))).toHaveLength(6);
    const answer = await asMonique.post(PHOTO, { retirer: 'on' });
    expect(answer.headers.get('Location')).toBe(href('picture', { image: 'photo' }, { dit: 'photo-retiree' }));
    expect(filesOf('avatars').filter((file) => file.startsWith(second))).toEqual([]);
    expect(await addressesOf(monique)).toEqual({ avatar: null, cover: null });
  });

  test('is cut where its sender says (nine places)', async () => {
    const tall = await (await halves({ width: 300, height: 900 })).png().toBuffer();
    const nom = await show(asMonique, tall, { place: 'bas' });
    const answer = await site.stranger().get(`/fichiers/avatars/${nom}-96`);
    const { dominant } = await sharp(await answer.arrayBuffer()).stats();
    expect([dominant.r < 40, dominant.b > 200]).toEqual([true, true]);
  });

  test('pressed twice is kept once; a draft that is gone is asked for again', async () => {
    await asMonique.post(PHOTO, fileForm(await jpeg()));
    const nom = await draftOn(asMonique, PREVIEW);
    const answers = await Promise.all([asMonique.post(PREVIEW, { nom }), asMonique.post(PREVIEW, { nom })]);
    const places = answers.map((answer) => answer.headers.get('Location'));
    expect(places).toEqual(Array(2).fill(href('profile', {}, { dit: 'photo-gardee' })));
    expect((await site.stranger().get(`/fichiers/avatars/${nom}-96`)).status).toBe(200);
    const gone = await asMonique.get(PREVIEW);
    expect(gone.headers.get('Location')).toBe(href('picture', { image: 'photo' }, { dit: 'photo-perdue' }));
  });

  test('sent by somebody else cannot be used or looked at before it is kept', async () => {
    await asMonique.post(PHOTO, fileForm(await jpeg()));
    const nom = await draftOn(asMonique, PREVIEW);
    const eve = await site.as(await site.cast.member('Eve'));
    const draft = `/fichiers/avatars/${nom}-brouillon`;
    expect((await asMonique.get(draft)).headers.get('Cache-Control')).toMatch(/^private/);
    expect([(await eve.get(draft)).status, (await site.stranger().get(draft)).status]).toEqual([404, 404]);
    const answer = await eve.post(PREVIEW, { nom });
    expect(answer.headers.get('Location')).toContain('photo-perdue');
  });
});

test('a page with thirty photos of nothing but noise weighs at most 60 KB without them and 200 KB with them', async () => {
  const nom = await show(asMonique, await noise({ width: 400, height: 400 }).jpeg().toBuffer());
  const { id: salon } = await site.cast.salon(monique);
  for (let n = 1; n < 30; n += 1) await site.cast.join(await site.cast.member(`Membre ${n}`), salon);
  await site.cast.sql`
    update profiles set avatar_url = ${`/fichiers/avatars/${nom}`}
    where id in (select user_id from salon_members where salon_id = ${salon})`;
  const html = await (await asMonique.get(href('salonMembers', { salon }))).text();
  const shown = mainOf(html).match(/<img [^>]*src="[^"]+-96"/g) ?? [];
  expect(shown).toHaveLength(30);
  const photo = await asMonique.get(`/fichiers/avatars/${nom}-96`, { Accept: 'image/avif,image/webp,*/*' });
  const page = gzipSync(html).length;
  expect(page).toBeLessThanOrEqual(60 * 1024);
  expect(page + 30 * (await photo.arrayBuffer()).byteLength).toBeLessThanOrEqual(200 * 1024);
});

describe('a cover (D04, B03)', () => {
  test('is four times as wide as high, on the profile’s page', async () => {
    const nom = await show(asMonique, await jpeg(), {}, 'couverture');
    const html = await (await asMonique.get(href('member', { membre: monique.id }))).text();
    expect(html).toMatch(
      new RegExp(`<img class="couverture" src="/fichiers/covers/${nom}-640" srcset="[^"]+ 1280w"`, 'i'),
    );
    const answer = await site.stranger().get(`/fichiers/covers/${nom}-640`);
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width: 640, height: 160 });
  });
});

describe('a stored picture', () => {
  test('comes in the format that the browser shows, to be kept for a year, and is no page of ours', async () => {
    const nom = await show(asMonique, await jpeg());
    const url = `/fichiers/avatars/${nom}-96`;
    const stranger = site.stranger();
    const typeFor = async (accept: string) => (await stranger.get(url, { Accept: accept })).headers.get('Content-Type');
    expect(await typeFor('image/avif,image/webp,image/png,*/*;q=0.8')).toBe('image/avif');
    expect(await typeFor('image/webp,*/*')).toBe('image/webp');
    expect(await typeFor('image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5')).toBe('image/jpeg');
    const { headers } = await stranger.get(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      vary: 'Accept',
    });
    expect((await stranger.get(url, { 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(304);
    const part = await stranger.get(url, { Range: 'bytes=0-9' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    expect((await stranger.get(url, { Range: 'bytes=999999-' })).status).toBe(416);
  });

  test.each([
    'avatars/aaaaaaaaaaaaaaaaaaaaaaaaa-96',
    'avatars/aaaaaaaaaaaaaaaaaaaaaaaaa-97',
    'avatars/..%2F..%2Fcle',
    'avatars/%00',
    'autres/aaaaaaaaaaaaaaaaaaaaaaaaa-96',
    `avatars/${'a'.repeat(5_000)}`,
  ])('that is not there is not found: %s', async (file) => {
    expect((await site.stranger().get(`/fichiers/${file}`)).status).toBe(404);
  });
});

describe('a file that is refused', () => {
  const refused = async (form: FormData | Record<string, string>) => {
    const answer = await asMonique.post(PHOTO, form);
    const { image = '' } = faultsShown(await answer.text()).fields;
    expect(filesOf('arrivants')).toEqual([]);
    return `${answer.status} ${image}`;
  };

  test('too heavy is told what it weighs and what it may (B04)', async () => {
    const heavy = await noise({ width: 1_400, height: 1_200 }).png().toBuffer();
    expect(await refused(fileForm(heavy))).toMatch(/^422 Photo trop lourde : 4,8 Mo, maximum 2 Mo\./);
  });

  test('none chosen, as a form and as a browser sends it', async () => {
    expect(await refused({})).toMatch(/^422 Choisissez d’abord/);
    expect(await refused(fileForm(new Uint8Array(), { name: '' }))).toMatch(/^422 Choisissez d’abord/);
  });

  test('its limit is said before', async () => {
    const page = async (image: string) => words(mainOf(await (await asMonique.get(href('picture', { image }))).text()));
    expect(await page('photo')).toContain('de 2 Mo au plus');
    expect(await page('couverture')).toContain('de 5 Mo au plus');
  });

  test('more often than forty times a day, in words', async () => {
    await site.cast.sql`
      insert into auth.rate_limits (key, points, expires_at)
      values (${`picture:${monique.id}`}, 40, now() + interval '1 hour')`;
    expect(await refused(fileForm(await jpeg()))).toMatch(/^429 Vous avez envoyé beaucoup de photos/);
  });
});

test('an address under the profile that is no picture is not there', async () => {
  expect((await asMonique.get('/profil/autre')).status).toBe(404);
  expect((await asMonique.get('/profil/constructor/apercu')).status).toBe(404);
});
