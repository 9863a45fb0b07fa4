/** Making, finding, joining and leaving salons: F07, F08, D31, D34, D36–D38, R11. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/auth/passwords';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, openSite, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
const FORM = {
  nom: 'Jardin au balcon',
  description: 'Tomates, géraniums et voisins.',
  categorie: 'jardin',
  ville: 'Nantes',
  couleur: '#8B5CF6',
  visibilite: 'public',
};
let anne: Member;
let paul: Member;
let asAnne: Visitor;
let asPaul: Visitor;

beforeAll(async () => {
  anne = await site.cast.member('Anne');
  paul = await site.cast.member('Paul');
  asAnne = await site.as(anne);
  asPaul = await site.as(paul);
});

const create = (fields: Readonly<Record<string, string>> = {}, by = asAnne) =>
  by.post('/salons/nouveau', { ...FORM, ...fields });
/** The salon's counter, and the rows it counts (D36). */
async function countOf(salon: string): Promise<number[]> {
  const [row] = await site.cast.sql<{ counter: number; rows: number }[]>`
    select member_count as counter, (select count(*)::int from salon_members where salon_id = s.id) as rows
    from salons s where s.id = ${salon}`;
  return [row?.counter ?? -1, row?.rows ?? -1];
}
const namesOn = (html: string) =>
  [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].map((title) => words(title[1] ?? ''));
const discovered = async (query: string, by = asPaul) => {
  const html = await (await by.get(`/salons?${query}`)).text();
  return namesOn(html.slice(html.indexOf('id="decouvrir"')));
};

describe('a new salon', () => {
  test('opens with its owner in it', async () => {
    const answer = await create();
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location') ?? '';
    expect(path).toMatch(/^\/salons\/[0-9a-f-]{36}\?dit=cree-points$/);
    const room = await (await asAnne.get(path)).text();
    expect(room).toContain('<h1 dir="auto">Jardin au balcon</h1>');
    expect(room).toContain('Votre salon est créé');
    expect(await countOf(path.slice(8, 44))).toEqual([1, 1]);
  });

  test('the same key makes one, twice or ten times at once, and answers the same', async () => {
    const key = filledIn(await (await asAnne.get('/salons/nouveau')).text(), 'cle') ?? '';
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    const first = await create({ cle: key });
    const again = await Promise.all(Array.from({ length: 10 }, () => create({ cle: key, nom: 'Un autre nom' })));
    for (const answer of again) {
      expect([answer.status, answer.headers.get('location')]).toEqual([303, first.headers.get('location')]);
    }
    const rows = await site.cast.sql`select from salons where client_key = ${key}`;
    expect(rows).toHaveLength(1);
  });

  test('somebody else’s key is her own', async () => {
    const [mine, hers] = [await create({ cle: 'k' }), await create({ cle: 'k' }, asPaul)];
    expect(mine.headers.get('location')).not.toBe(hers.headers.get('location'));
  });

  test('a refused form comes back filled, each fault twice, and makes nothing', async () => {
    const before = await site.cast.sql`select count(*) from salons`;
    const answer = await create({
      nom: 'ab',
      categorie: 'sport',
      couleur: 'red',
      visibilite: '',
      ville: 'x'.repeat(81),
      cle: 'garde',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    const { summary, fields } = faultsShown(page);
    expect(Object.keys(fields).sort()).toEqual(['categorie', 'couleur', 'nom', 'ville', 'visibilite']);
    expect([...summary].sort()).toEqual(Object.values(fields).sort());
    expect([filledIn(page, 'nom'), filledIn(page, 'description'), filledIn(page, 'cle')]).toEqual([
      'ab',
      FORM.description,
      'garde',
    ]);
    expect(await site.cast.sql`select count(*) from salons`).toEqual(before);
  });

  test('three emoji are a name, two letters that take two units each are not', async () => {
    expect((await create({ nom: '🌻🌻🌻' })).status).toBe(303);
    expect((await create({ nom: '🌻🌻' })).status).toBe(422);
    expect((await create({ nom: '😀'.repeat(80) })).status).toBe(303);
  });

  test('what is typed is text, wherever it shows', async () => {
    const nom = '<script>alert(1)</script>"\'&';
    const path = (await create({ nom, description: nom, ville: nom })).headers.get('location') ?? '';
    for (const page of [await (await asAnne.get(path)).text(), await (await asPaul.get('/salons')).text()]) {
      expect(page).not.toContain('<script>alert');
      expect(page).toContain('&lt;script&gt;');
    }
  });

  test('the free plan keeps one salon, an unconfirmed member none; both are told and keep what they typed', async () => {
    const free = await site.as(await site.cast.member('Gérard', { plan: 'freemium' }));
    expect((await create({}, free)).status).toBe(303);
    const second = await create({ nom: 'Mon deuxième' }, free);
    expect(second.status).toBe(422);
    expect(filledIn(await second.text(), 'nom')).toBe('Mon deuxième');
    const unconfirmed = await site.as(await site.cast.member('Lise', { confirmed: false }));
    expect((await create({}, unconfirmed)).status).toBe(422);
  });
});

describe('the directory', () => {
  let others: Visitor;
  beforeAll(async () => {
    await create({
      nom: 'Échecs à l’heure du thé',
      description: 'Parties lentes',
      categorie: 'jeux',
      ville: 'Orléans',
    });
    await create({ nom: 'Crêpes et gâteaux', description: 'Goûter', categorie: 'cuisine', ville: 'Saint-Brieuc' });
    await create({ nom: "Le cœur et l'atelier", description: 'Tricot', categorie: 'autres', ville: 'L’Haÿ' });
    await create({ nom: '100 % laine_et_coton', description: 'Tricot', categorie: 'autres', ville: '' });
    // As a name was kept before names were composed: « e » and a lone accent.
    await site.cast.salon(anne, { name: 'Marche\u0301 du Lundi' });
    await site.cast.sql`
      update salons set city = ${'Rosporde\u0301n'} where name = ${'Marche\u0301 du Lundi'}`;
    others = asPaul;
  });

  test.each([
    ['q=echecs', ['Échecs à l’heure du thé']],
    ['q=ÉCHECS', ['Échecs à l’heure du thé']],
    ['q=%C3%A9checs+lentes', ['Échecs à l’heure du thé']],
    ['q=e%CC%81checs', ['Échecs à l’heure du thé']],
    ['q=gateaux', ['Crêpes et gâteaux']],
    ['ville=orleans', ['Échecs à l’heure du thé']],
    ['categorie=cuisine', ['Crêpes et gâteaux']],
    ['categorie=cuisine&ville=orleans', []],
    ['categorie=jeux&ville=Orl%C3%A9ans&q=the', ['Échecs à l’heure du thé']],
    ['q=100+%25', ['100 % laine_et_coton']],
    ['q=laine_et', ['100 % laine_et_coton']],
    ['q=cr_pes', []],
    ['q=%25%25', []],
    ['q=rien-de-tel', []],
    ['q=l%E2%80%99heure', ['Échecs à l’heure du thé']],
    ["q=L'HEURE", ['Échecs à l’heure du thé']],
    ['q=l%CA%BCheure', ['Échecs à l’heure du thé']],
    ['q=l%E2%80%99atelier', ["Le cœur et l'atelier"]],
    ['q=l%E2%80%98atelier', ["Le cœur et l'atelier"]],
    ['q=c%C5%93ur', ["Le cœur et l'atelier"]],
    ['q=COEUR', ["Le cœur et l'atelier"]],
    ['q=march%C3%A9', ['Marche\u0301 du Lundi']],
    ['q=marche+lundi', ['Marche\u0301 du Lundi']],
    ['ville=rospord%C3%A9n', ['Marche\u0301 du Lundi']],
    ["ville=l'ha%C3%BF", ["Le cœur et l'atelier"]],
    ['ville=l%E2%80%99hay', ["Le cœur et l'atelier"]],
  ])('%s', async (query, names) => {
    expect(await discovered(query, others)).toEqual(names);
  });

  test('the form keeps what was searched', async () => {
    const html = await (await asPaul.get('/salons?q=th%C3%A9&ville=Orl%C3%A9ans&categorie=jeux')).text();
    expect([filledIn(html, 'q'), filledIn(html, 'ville')]).toEqual(['thé', 'Orléans']);
    expect(html).toMatch(/<option value="jeux" selected/);
  });

  test('a salon of mine is listed as mine and not to discover', async () => {
    expect(await discovered('q=echecs', asAnne)).toEqual([]);
  });

  test('a private or closed salon shows nowhere to others', async () => {
    const hidden = await site.cast.salon(anne, { visibility: 'prive', name: 'Cachette de famille' });
    const closed = await site.cast.salon(anne, { active: false, name: 'Cachette fermée' });
    expect(await discovered('q=cachette')).toEqual([]);
    for (const { id } of [hidden, closed]) {
      expect((await asPaul.get(href('salon', { salon: id }))).status).toBe(404);
      expect((await asPaul.post(href('salonMembership', { salon: id }), {})).status).toBe(404);
      expect(await countOf(id)).toEqual([1, 1]);
    }
  });
});

describe('joining', () => {
  test('a public salon from the directory, twice and ten times at once: one membership', async () => {
    const { id } = await site.cast.salon(anne);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => asPaul.post(href('salonMembership', { salon: id }), {})),
    );
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
      ]);
    }
    expect(await countOf(id)).toEqual([2, 2]);
  });

  test.each([
    ['as it stands', (code: string) => code],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
    ['letter by letter', (code: string) => [...code.toLowerCase()].join('-')],
  ])('a private salon by its code typed %s', async (_, typed) => {
    const { id, code } = await site.cast.salon(anne, { visibility: 'prive' });
    const answer = await asPaul.post('/salons/rejoindre', { code: typed(code) });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
    ]);
    expect(await countOf(id)).toEqual([2, 2]);
  });

  test('a wrong code is told beside the field, with what was typed', async () => {
    const visitor = await site.as(await site.cast.member('Lise'));
    for (const code of ['ZZZZZZ', 'trop court', '<b>', '']) {
      const answer = await visitor.post('/salons/rejoindre', { code });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(filledIn(page, 'code') ?? '').toBe(code);
      expect(Object.keys(faultsShown(page).fields)).toEqual(['code']);
    }
  });

  test('by a link, from signed out, through sign-in and back', async () => {
    const { id, code } = await site.cast.salon(anne, { visibility: 'prive', name: 'Chez nous' });
    const lise = await site.cast.member('Lise');
    const hash = await hashPassword('noisette-parapluie-bleu');
    await site.cast.sql`update auth.users set password_hash = ${hash} where id = ${lise.id}`;
    const visitor = site.stranger();

    const landing = await visitor.get(href('shareLink', { code: code.toLowerCase() }));
    expect(landing.status).toBe(200);
    const page = await landing.text();
    expect(page).toContain('<h1 dir="auto">Chez nous</h1>');
    expect(page).toMatch(/<meta property="og:title" content="Chez nous/);

    const door = await visitor.post(href('shareLink', { code }), {});
    expect(door.headers.get('location')).toBe(href('signIn', {}, { retour: href('shareLink', { code }) }));
    const form = await (await visitor.get(door.headers.get('location') ?? '')).text();
    const back = await visitor.post('/connexion', {
      courriel: lise.email,
      mot_de_passe: 'noisette-parapluie-bleu',
      retour: filledIn(form, 'retour') ?? '',
    });
    expect([back.status, back.headers.get('location')]).toEqual([303, href('shareLink', { code })]);
    expect(await countOf(id)).toEqual([1, 1]);
    const joined = await visitor.post(href('shareLink', { code }), {});
    expect(joined.headers.get('location')).toEqual(
      expect.stringMatching(`^${href('salon', { salon: id })}\\?dit=rejoint`),
    );
    expect(await countOf(id)).toEqual([2, 2]);
    expect(await (await visitor.get(href('shareLink', { code }))).text()).toContain('Vous êtes déjà membre');
  });

  test('the fourth salon on the free plan is refused in words', async () => {
    const free = await site.as(await site.cast.member('Gérard', { plan: 'freemium' }));
    const salons = await Promise.all([1, 2, 3, 4].map(() => site.cast.salon(anne)));
    const statuses: number[] = [];
    for (const { code } of salons) statuses.push((await free.post('/salons/rejoindre', { code })).status);
    expect(statuses).toEqual([303, 303, 303, 422]);
    const { id, code } = salons[3] ?? expect.unreachable('there is a fourth');
    for (const door of [href('salonMembership', { salon: id }), href('shareLink', { code })]) {
      const refused = await free.post(door, {});
      expect([refused.status, refused.headers.get('location')]).toEqual([303, '/salons']);
    }
    // Said before pressing too, at every door, with the way out of one.
    for (const door of ['/salons', href('lookAtSalon', { salon: id }), href('shareLink', { code })]) {
      const html = await (await free.get(door)).text();
      expect(words(html)).toContain('vous en avez déjà rejoint 3');
      expect(html).toContain(href('leaveSalon', { salon: salons[0]?.id ?? '' }));
      expect(words(html)).not.toMatch(/Rejoindre (le salon|avec ce code)/);
    }
  });
});

describe('guessing codes', () => {
  const from = (place: string) => ({ 'X-Forwarded-For': place });

  test('a member has ten wrong codes in three minutes, wherever she sits, and then even a right one waits', async () => {
    const visitor = await site.as(await site.cast.member('Eve'));
    const { id, code } = await site.cast.salon(anne);
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1) {
      const answer = await visitor.post('/salons/rejoindre', { code: 'ZZZZZZ' }, from(`203.0.113.${tries}`));
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(180);
    }
    expect(statuses).toEqual([...Array(10).fill(422), ...Array(21).fill(429)]);
    expect((await visitor.post('/salons/rejoindre', { code }, from('203.0.113.90'))).status).toBe(429);
    expect(await countOf(id)).toEqual([1, 1]);
  });

  test('a guest at links is counted by place; right links cost nothing', async () => {
    const { code } = await site.cast.salon(anne);
    const guest = site.stranger();
    const here = from('203.0.113.200');
    for (let visits = 0; visits < 40; visits += 1) {
      expect((await guest.get(href('shareLink', { code }), here)).status).toBe(200);
    }
    const statuses: number[] = [];
    for (let tries = 0; tries < 31; tries += 1) statuses.push((await guest.get('/s/ZZZZZZ', here)).status);
    expect(statuses).toEqual([...Array(30).fill(404), 429]);
    expect((await guest.get(href('shareLink', { code }), here)).status).toBe(429);
    expect((await guest.get(href('shareLink', { code }), from('203.0.113.201'))).status).toBe(200);
  });
});

describe('leaving', () => {
  test('asks first, then the salon is not there any more; twice is a 404', async () => {
    const { id } = await site.cast.salon(anne, { visibility: 'prive' });
    await site.cast.join(paul, id);
    expect(await (await asPaul.get(href('leaveSalon', { salon: id }))).text()).toContain('Vos messages y restent');
    const answer = await asPaul.post(href('leaveSalon', { salon: id }), {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/salons?dit=quitte']);
    expect((await asPaul.get(href('salon', { salon: id }))).status).toBe(404);
    expect((await asPaul.post(href('leaveSalon', { salon: id }), {})).status).toBe(404);
    expect(await countOf(id)).toEqual([1, 1]);
  });

  test('the owner is told why not, and stays', async () => {
    const { id } = await site.cast.salon(anne);
    const page = await (await asAnne.get(href('leaveSalon', { salon: id }))).text();
    expect(page).toContain('Vous tenez ce salon');
    expect(page).not.toContain(`action="${href('leaveSalon', { salon: id })}"`);
    expect((await asAnne.post(href('leaveSalon', { salon: id }), {})).status).toBe(409);
    expect(await countOf(id)).toEqual([1, 1]);
  });
});

test('the list of members shows who is in, to members alone', async () => {
  const { id } = await site.cast.salon(anne);
  await site.cast.join(paul, id);
  const page = await (await asPaul.get(href('salonMembers', { salon: id }))).text();
  expect(page).toContain('Anne');
  expect(page).toContain('Paul');
  expect(page).not.toContain(anne.email);
});
