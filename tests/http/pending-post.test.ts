/** C-04, C-08: what was written is not lost with the session. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Visitor } from '../support/server';
import { PASSWORD, signInOf } from '../support/sign-in';
import { filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const { memberWithPassword } = signInOf(site);
const TEXT = 'Bonsoir à tous !\n\nDeux « lignes » & <b>rien</b> de plus.';

async function member(name = 'Anne') {
  const anne = await memberWithPassword(name);
  return { anne, salon: (await site.cast.salon(anne, { name: 'Jardin au balcon' })).id };
}
let calls = 0;
const place = () => ({ 'X-Forwarded-For': `198.51.100.${++calls}` });
const enter = (visitor: Visitor, email: string) =>
  visitor.post('/connexion', { courriel: email, mot_de_passe: PASSWORD, retour: href('pendingPost') });
const messagesIn = (salon: string) => site.cast.sql<{ content: string; user_id: string }[]>`
  select content, user_id from chat_messages where salon_id = ${salon} order by seq`;
const page = async (visitor: Visitor) => mainOf(await (await visitor.get(href('pendingPost'))).text());
/** The form as a browser would send it. */
function formOn(html: string): Record<string, string> {
  const form = /<form id="garde"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const names = [...form.matchAll(/name="([^"]+)"/g)].map((found) => found[1] ?? '');
  return Object.fromEntries(names.map((name) => [name, filledIn(html, name) ?? '']));
}
const actionOn = (html: string) => /<form id="garde"[^>]*action="([^"]*)"/.exec(html)?.[1] ?? '';

describe('a message that met an ended session', () => {
  test('waits while its author signs in, and leaves with one press, once', async () => {
    const { anne, salon } = await member();
    const visitor = site.stranger();
    const cle = crypto.randomUUID();
    const met = await visitor.post(href('messages', { salon }), { texte: TEXT, cle, reponse_a: '' }, place());
    expect([met.status, met.headers.get('location')]).toEqual([303, '/connexion?retour=%2Ftexte-garde&dit=garde']);
    expect(met.headers.get('set-cookie')).toMatch(
      /aurora_garde=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax/,
    );
    expect(words(await (await visitor.get(met.headers.get('location') ?? '')).text())).toContain(
      'Votre texte est gardé',
    );
    expect((await enter(visitor, anne.email)).headers.get('location')).toBe('/texte-garde');
    const kept = await page(visitor);
    expect(words(kept)).toContain('dans le salon « Jardin au balcon »');
    const form = formOn(kept);
    expect(form).toMatchObject({ texte: TEXT, cle, garde: 'on' });
    expect(await messagesIn(salon)).toHaveLength(0);
    expect((await visitor.post(actionOn(kept), form)).status).toBe(303);
    expect(await messagesIn(salon)).toEqual([{ content: TEXT, user_id: anne.id }]);
    // The second press, and the button behind « précédent »: the same key, the same message.
    expect((await visitor.post(actionOn(kept), form)).status).toBe(303);
    expect(await messagesIn(salon)).toHaveLength(1);
    expect(await page(visitor)).toContain('Aucun texte gardé');
    await expect
      .poll(() => site.cast.sql`select from auth.pending_posts where path like ${`%${salon}%`}`)
      .toHaveLength(0);
  });

  test('from the room with scripts too: the answer leads to sign-in', async () => {
    const { anne, salon } = await member();
    const visitor = site.stranger();
    const headers = { 'X-Aurora': 'fragment', ...place() };
    const met = await visitor.post(href('messages', { salon }), { texte: TEXT }, headers);
    expect(met.headers.get('location')).toContain('/connexion?retour=');
    await enter(visitor, anne.email);
    // A form without a key gets one, so that it too makes one message.
    expect(formOn(await page(visitor)).cle).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a reload repeats nothing, and a refused post loses nothing', async () => {
    const { anne, salon } = await member();
    const visitor = site.stranger();
    await visitor.post(href('messages', { salon }), { texte: TEXT }, place());
    await enter(visitor, anne.email);
    const kept = await page(visitor);
    expect(await page(visitor)).toBe(kept);
    const refused = await visitor.post(actionOn(kept), { ...formOn(kept), texte: ' ' });
    expect(refused.status).toBe(422);
    expect(formOn(await page(visitor)).texte).toBe(TEXT);
  });

  test('somebody who may not post there reads the text, and has no button for it', async () => {
    const { salon } = await member();
    const paul = await memberWithPassword('Paul');
    const visitor = site.stranger();
    await visitor.post(href('messages', { salon }), { texte: TEXT }, place());
    await enter(visitor, paul.email);
    const kept = await page(visitor);
    expect(words(kept)).toContain('n’est pas membre de ce salon');
    expect(kept).not.toContain('Jardin au balcon');
    expect(kept).not.toContain('Envoyer mon message');
    expect(formOn(kept).texte).toBe(TEXT);
    expect((await visitor.post(actionOn(kept), formOn(kept))).status).toBe(404);
    expect(formOn(await page(visitor)).texte).toBe(TEXT);
    expect(await messagesIn(salon)).toHaveLength(0);
  });

  test('belongs to the browser: nobody else sees it, and it goes with sign-out and with its button', async () => {
    const { anne, salon } = await member();
    const visitor = site.stranger();
    await visitor.post(href('messages', { salon }), { texte: TEXT }, place());
    const elsewhere = site.stranger();
    await enter(elsewhere, anne.email);
    expect(await page(elsewhere)).toContain('Aucun texte gardé');
    await enter(visitor, anne.email);
    const cleared = await visitor.post('/deconnexion', {});
    expect(cleared.headers.getSetCookie().join()).toContain('aurora_garde=; Path=/; Max-Age=0');
    expect(await site.cast.sql`select from auth.pending_posts where path like ${`%${salon}%`}`).toHaveLength(0);
    await visitor.post(href('messages', { salon }), { texte: TEXT }, place());
    await enter(visitor, anne.email);
    expect((await visitor.post(href('pendingPost'), {})).headers.get('location')).toBe('/?dit=oublie');
    expect(await page(visitor)).toContain('Aucun texte gardé');
  });

  test('is kept for an hour', async () => {
    const { anne, salon } = await member();
    const visitor = site.stranger();
    await visitor.post(href('messages', { salon }), { texte: TEXT }, place());
    await site.cast.sql`update auth.pending_posts set expires_at = now() where path like ${`%${salon}%`}`;
    await enter(visitor, anne.email);
    expect(await page(visitor)).toContain('Aucun texte gardé');
  });
});

test('a correction and a new salon are kept as well', async () => {
  const { anne, salon } = await member();
  const [said] = await site.cast.sql<{ id: string }[]>`
    insert into chat_messages (salon_id, user_id, content) values (${salon}, ${anne.id}, 'basilik') returning id`;
  const visitor = site.stranger();
  await visitor.post(href('message', { salon, message: said?.id ?? '' }), { texte: 'basilic' }, place());
  await enter(visitor, anne.email);
  const correction = await page(visitor);
  await visitor.post(actionOn(correction), formOn(correction));
  expect((await messagesIn(salon))[0]?.content).toBe('basilic');

  const other = site.stranger();
  const wanted = {
    nom: 'Tomates et voisins',
    description: 'Sur trois mètres carrés, tout pousse.',
    categorie: 'jardin',
    ville: 'Nantes',
    couleur: '#5C940D',
    visibilite: 'public',
  };
  await other.post(href('newSalon'), wanted, place());
  await enter(other, anne.email);
  const form = formOn(await page(other));
  expect(form).toMatchObject(wanted);
  expect((await other.post(href('newSalon'), form)).headers.get('location')).toContain('dit=cree');
});

describe('the notes of a lesson', () => {
  const NOTE = '« À revoir » & demain\n\nLe geste du genou.';
  async function reader() {
    const anne = await memberWithPassword('Anne');
    const { slug, lessons } = await site.cast.course({ title: 'Marcher', lessons: [{ free: true }, {}] });
    return { anne, slug, lesson: lessons[0] ?? '', path: href('lessonNote', { cours: slug, numero: 1 }) };
  }
  const noteOf = async ({ id }: { id: string }) =>
    (await site.cast.sql<{ content: string }[]>`select content from lesson_notes where user_id = ${id}`)[0]?.content;
  const noted = ({ id }: { id: string }, lesson: string, content: string) =>
    site.cast.sql`insert into lesson_notes (user_id, lesson_id, content) values (${id}, ${lesson}, ${content})`;

  test('wait as well, and are kept with one press', async () => {
    const { anne, slug, path } = await reader();
    const visitor = site.stranger();
    const met = await visitor.post(path, { note: NOTE }, place());
    expect(met.headers.get('location')).toBe('/connexion?retour=%2Ftexte-garde&dit=garde');
    await enter(visitor, anne.email);
    const kept = await page(visitor);
    expect(words(kept)).toContain('dans les notes de la leçon « Leçon numéro 1 »');
    expect(formOn(kept)).toEqual({ note: NOTE, garde: 'on' });
    expect(await noteOf(anne)).toBeUndefined();
    const sent = await visitor.post(actionOn(kept), formOn(kept));
    expect(sent.headers.get('location')).toBe(`/cours/${slug}/lecons/1?dit=note-gardee#notes`);
    expect(await noteOf(anne)).toBe(NOTE);
    expect(await page(visitor)).toContain('Aucun texte gardé');
  });

  test('take nothing away of what was noted elsewhere meanwhile, or by whoever has signed in', async () => {
    const { anne, lesson, path } = await reader();
    const paul = await memberWithPassword('Paul');
    await noted(anne, lesson, 'Le geste du genou.');
    await noted(paul, lesson, 'Mes propres mots.');
    const visitor = site.stranger();
    await visitor.post(path, { note: NOTE }, place());
    await enter(visitor, anne.email);
    // Hers has what stood there in it already.
    expect(formOn(await page(visitor)).note).toBe(NOTE);
    await enter(visitor, paul.email);
    const kept = await page(visitor);
    expect(formOn(kept).note).toBe(`Mes propres mots.\n\n${NOTE}`);
    await visitor.post(actionOn(kept), formOn(kept));
    expect([await noteOf(anne), await noteOf(paul)]).toEqual(['Le geste du genou.', `Mes propres mots.\n\n${NOTE}`]);
  });

  test('of a lesson that is shut or gone are shown to be copied, without a button', async () => {
    const { anne, slug, path } = await reader();
    const guest = await memberWithPassword('Guy');
    await site.cast.plan(guest, 'freemium');
    const gone = path.replace(slug, 'un-cours-disparu');
    const paid = href('lessonNote', { cours: slug, numero: 2 });
    for (const [who, at] of [
      [anne, gone],
      [guest, paid],
      [anne, path.replace('/1/', '/99/')],
    ] as const) {
      const visitor = site.stranger();
      await visitor.post(at, { note: NOTE }, place());
      await enter(visitor, who.email);
      const kept = await page(visitor);
      expect(words(kept)).toContain('Copiez votre texte');
      expect(kept).not.toContain('Garder mes notes');
      expect(formOn(kept).note).toBe(NOTE);
      expect(await noteOf(who)).toBeUndefined();
    }
  });

  test('without a word there is nothing to keep', async () => {
    const { path } = await reader();
    const answer = await site.stranger().post(path, { note: ' ' }, place());
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null]);
  });
});
