/** The picture of a salon, from its settings to its lists; and a bucket that goes away (B02, B04; reliability 16). */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { fileForm, noise, plain } from '../support/pictures';
import { s3StandIn } from '../support/s3-stand-in';
import { faultsShown, filledIn, mainOf, openSite } from '../support/site';

const bucket = await s3StandIn();
const { endpoint, name, accessKeyId, secretAccessKey } = bucket.bucket;
const site = openSite({
  S3_ENDPOINT: endpoint,
  S3_BUCKET: name,
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
});
afterAll(() => bucket.close());

let owner: Member;
let salon: string;
const settings = () => href('salonSettings', { salon });
const preview = () => href('salonPictureDraft', { salon });
const jpeg = () => plain({ width: 300, height: 300 }).jpeg().toBuffer();
const pictureOf = async () => {
  const [row] = await site.cast.sql<{ picture: string | null }[]>`
    select avatar_url as picture from salons where id = ${salon}`;
  return row?.picture;
};
beforeEach(async () => {
  bucket.mood = 'well';
  owner = await site.cast.member('Monique Berger');
  salon = (await site.cast.salon(owner)).id;
});

/** As somebody without scripts does it: the form, the preview, the press. */
async function show(by: Member): Promise<string> {
  const visitor = await site.as(by);
  const sent = await visitor.post(settings(), fileForm(await jpeg()));
  expect([sent.status, sent.headers.get('location')]).toEqual([303, preview()]);
  const nom = filledIn(await (await visitor.get(preview())).text(), 'nom') ?? '';
  const used = await visitor.post(preview(), { nom });
  expect([used.status, used.headers.get('location')]).toEqual([303, `${settings()}?dit=image-salon-gardee`]);
  expect((await visitor.post(preview(), { nom })).headers.get('location')).toBe(used.headers.get('location'));
  return nom;
}

describe('the picture of a salon', () => {
  test('is sent, looked at, kept, seen in the room and in the lists, replaced and taken away', async () => {
    const first = await show(owner);
    const reader = await site.as(await site.cast.member('Paul Roux'));
    const shown = `src="/fichiers/salon-avatars/${first}-96"`;
    expect(mainOf(await (await reader.get(href('lookAtSalon', { salon }))).text())).toContain(shown);
    const asOwner = await site.as(owner);
    for (const path of [href('salon', { salon }), href('salons'), settings()]) {
      expect(await (await asOwner.get(path)).text()).toContain(shown);
    }
    expect((await reader.get(`/fichiers/salon-avatars/${first}-96`)).status).toBe(200);
    const second = await show(owner);
    expect([...bucket.objects.keys()].some((key) => key.includes(first))).toBe(false);
    expect((await asOwner.post(settings(), { retirer: 'on' })).headers.get('location')).toContain(
      'image-salon-retiree',
    );
    expect([await pictureOf(), [...bucket.objects.keys()].some((key) => key.includes(second))]).toEqual([null, false]);
  });

  test('is changed by a moderator too, by no other member, and is not there for who is not in the salon', async () => {
    const [moderator, member, other] = [
      await site.cast.member('Odile Roche'),
      await site.cast.member('Luc Petit'),
      await site.cast.member('Eve Noir'),
    ];
    await site.cast.join(moderator, salon, 'moderator');
    await site.cast.join(member, salon);
    const nom = await show(moderator);
    for (const [who, status] of [
      [member, 403],
      [other, 404],
    ] as const) {
      const visitor = await site.as(who);
      expect((await visitor.post(settings(), fileForm(await jpeg()))).status).toBe(status);
      expect((await visitor.post(settings(), { retirer: 'on' })).status).toBe(status);
      expect((await visitor.get(preview())).status).toBe(status);
      expect((await visitor.post(preview(), { nom })).status).toBe(status);
    }
    expect(await pictureOf()).toBe(`/fichiers/salon-avatars/${nom}`);
  });

  test('refused, it comes back on the page of the settings with its fault, and the rest stays as it is', async () => {
    const asOwner = await site.as(owner);
    const heavy = await noise({ width: 1_000, height: 900 }).png().toBuffer();
    for (const [form, fault] of [
      [fileForm(heavy), /^Photo trop lourde/],
      [fileForm(Buffer.from('du texte')), /n’est pas une photo/],
    ] as const) {
      const answer = await asOwner.post(settings(), form);
      const html = await answer.text();
      expect([answer.status, faultsShown(html).fields.image]).toEqual([422, expect.stringMatching(fault)]);
      expect(filledIn(html, 'nom')).toMatch(/^Salon /);
    }
    expect(await pictureOf()).toBeNull();
  });
});

describe('words and a picture in one form', () => {
  const WORDS = { nom: 'Jardin du toit', categorie: 'jardin', description: '', ville: '', couleur: '#5C940D' };
  const form = async (words: Record<string, string>, bytes?: Buffer) => {
    const made = bytes ? fileForm(bytes) : new FormData();
    for (const [name, value] of Object.entries({ ...WORDS, visibilite: 'prive', notifications: 'rien', ...words }))
      made.set(name, value);
    return made;
  };
  const stands = async () => {
    const [row] = await site.cast.sql`
      select s.name, s.visibility, m.notifications_enabled as rings
      from salons s join salon_members m on m.salon_id = s.id and m.user_id = s.owner_id where s.id = ${salon}`;
    return [row?.name, row?.visibility, row?.rings];
  };

  test('are both kept: the words at once, the picture to be looked at', async () => {
    const answer = await (await site.as(owner)).post(settings(), await form({}, await jpeg()));
    expect(answer.headers.get('location')).toBe(`${preview()}?dit=salon-change`);
    expect(await stands()).toEqual(['Jardin du toit', 'prive', false]);
    const wordsAlone = await (await site.as(owner)).post(settings(), await form({ nom: 'Jardin de la cour' }));
    expect(wordsAlone.headers.get('location')).toBe(`${settings()}?dit=salon-change`);
    expect((await stands())[0]).toBe('Jardin de la cour');
  });

  test('refused in one part, nothing is saved and everything comes back as typed', async () => {
    const before = await stands();
    const asOwner = await site.as(owner);
    for (const [sent, field] of [
      [await form({ nom: 'a', description: 'Gardée' }, await jpeg()), 'nom'],
      [await form({ description: 'Gardée' }, Buffer.from('du texte')), 'image'],
    ] as const) {
      const answer = await asOwner.post(settings(), sent);
      const html = await answer.text();
      expect([answer.status, Object.keys(faultsShown(html).fields)]).toEqual([422, [field]]);
      expect(filledIn(html, 'description')).toBe('Gardée');
    }
    expect(await stands()).toEqual(before);
  });

  test('of a moderator change nothing of the words', async () => {
    const moderator = await site.cast.member('Odile Roche');
    await site.cast.join(moderator, salon, 'moderator');
    const before = await stands();
    expect((await (await site.as(moderator)).post(settings(), await form({}, await jpeg()))).status).toBe(403);
    expect(await stands()).toEqual(before);
  });
});

describe('with the bucket away', () => {
  test('a photo comes back with words, what was there stays, and the next one is taken', async () => {
    const nom = await show(owner);
    bucket.mood = 'away';
    const asOwner = await site.as(owner);
    for (const path of [settings(), href('picture', { image: 'photo' })]) {
      const answer = await asOwner.post(path, fileForm(await jpeg()));
      expect([answer.status, faultsShown(await answer.text()).fields.image]).toEqual([
        503,
        expect.stringContaining('votre photo d’avant est toujours là'),
      ]);
    }
    expect((await asOwner.get(`/fichiers/salon-avatars/${nom}-96`)).status).toBe(503);
    // Every page stands, its picture or not.
    expect((await asOwner.get(href('salon', { salon }))).status).toBe(200);
    bucket.mood = 'well';
    expect((await asOwner.get(`/fichiers/salon-avatars/${nom}-96`)).status).toBe(200);
    await show(owner);
  });
});
