/** What stands behind the link of an invitation or of a code, for a stranger too (F09, G03, D34, D37, D43). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { invitationsOf, page } from '../support/invitations';
import { startServer } from '../support/server';
import { filledIn, holding, mainOf, openSite, unescaped, withoutTokens, words } from '../support/site';

const site = openSite({ TRUST_PROXY: '1' });
let made = 0;
const address = () => `invitee${++made}@exemple.fr`;
let monique: Member;
let salon: string;
let code: string;
beforeEach(async () => {
  monique = await site.cast.member('Monique Berger');
  ({ id: salon, code } = await site.cast.salon(monique, { name: 'Jardin au balcon', visibility: 'prive' }));
});

const { mail, invite, linkTo, rule } = invitationsOf(site, () => ({ monique, salon }));

test('wrong, used, too old, withdrawn, closed, of who has left, and a renewed code: one wording', async () => {
  const spoilt: Readonly<Record<string, (courriel: string) => Promise<unknown>>> = {
    used: () => site.cast.sql`update salon_invitations set uses = 1 where salon_id = ${salon}`,
    old: () => site.cast.sql`update salon_invitations set expires_at = now() where salon_id = ${salon}`,
    withdrawn: () => rule('retirer'),
    left: () => site.cast.sql`delete from salon_members where salon_id = ${salon}`,
    closed: () => site.cast.sql`update salons set is_active = false where id = ${salon}`,
  };
  const paul = await site.as(await site.cast.member('Paul'));
  const wrong = withoutTokens((await page(paul, href('invitation', { jeton: 'x'.repeat(43) }))).html);
  expect(words(wrong)).toContain('Cette invitation ne marche plus');
  for (const [how, spoil] of Object.entries(spoilt)) {
    ({ id: salon } = await site.cast.salon(monique));
    const courriel = address();
    // Straight into the table: this is not about how many one may send.
    const jeton = `${how}${'k'.repeat(43 - how.length)}`;
    await site.cast.sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${salon}, ${monique.id}, ${courriel}, invitation_hash(${jeton}))`;
    expect((await page(paul, href('invitation', { jeton }))).status).toBe(200);
    await spoil(courriel);
    const [seen, posted] = [
      await page(paul, href('invitation', { jeton })),
      await paul.post(href('invitation', { jeton }), {}),
    ];
    expect([how, seen.status, posted.status]).toEqual([how, 404, 404]);
    for (const html of [seen.html, await posted.text()])
      expect(withoutTokens(html).replaceAll(jeton, 'x'.repeat(43))).toBe(wrong);
  }
  const [dead, tried] = [
    await page(paul, href('shareLink', { code: 'ZZZZZZZZZ' })),
    await paul.post('/s/ZZZZZZZZZ', {}),
  ];
  expect([dead.status, tried.status]).toEqual([404, 404]);
  for (const html of [dead.html, await tried.text()]) expect(mainOf(withoutTokens(html))).toBe(mainOf(wrong));
});

test('of twenty who press at once, over two processes, one comes in', async () => {
  const courriel = address();
  await invite(courriel);
  const link = await linkTo(courriel);
  const second = await startServer({ DATABASE_URL: site.url });
  try {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => site.cast.member(`Membre ${n}`)));
    const visitors = await Promise.all(
      people.map(async (each, n) => holding(n % 2 ? second.origin : site.origin, await site.cast.session(each))),
    );
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(link, {})));
    expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(19);
  } finally {
    await second.stop();
  }
  const [row] = await site.cast.sql`
    select i.uses, s.member_count from salon_invitations i join salons s on s.id = i.salon_id where s.id = ${salon}`;
  expect(row).toEqual({ uses: 1, member_count: 2 });
});

describe('a stranger', () => {
  /** Follows what the pages themselves say: links and forms, no address of its own. Gives how many pages she saw. */
  async function throughSignUp(landing: string): Promise<number> {
    const visitor = site.stranger();
    const courriel = address();
    const from = { 'X-Forwarded-For': `198.51.100.${made}` };
    const door = await page(visitor, landing);
    const signUp = unescaped(/<a class="bouton principal" href="([^"]+)"/.exec(mainOf(door.html))?.[1] ?? '');
    const form = await page(visitor, signUp);
    const fields = { nom: 'Anne D.', courriel, mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
    const sent = await visitor.post('/inscription', { ...fields, retour: filledIn(form.html, 'retour') ?? '' }, from);
    const waiting = await page(visitor, sent.headers.get('location') ?? '');
    expect([door.status, form.status, waiting.status]).toEqual([200, 200, 200]);
    const { code: six } = await mail.last(courriel, 'confirmation');
    const entered = await visitor.post('/connexion/code', { courriel, code: six });
    expect(entered.headers.get('location')).toContain(href('salon', { salon }, { dit: 'rejoint' }));
    const room = await page(visitor, entered.headers.get('location') ?? '');
    expect(words(room.html)).toContain('Jardin au balcon');
    return [door, form, waiting, room].length;
  }

  test('comes from a code through sign-up into the room in four screens', async () => {
    expect(await throughSignUp(href('shareLink', { code }))).toBe(4);
  });

  test('and from an invitation', async () => {
    const courriel = address();
    await invite(courriel);
    expect(await throughSignUp(await linkTo(courriel))).toBe(4);
  });

  test('whose link has died meanwhile reads that on its page', async () => {
    const visitor = site.stranger();
    const courriel = address();
    const retour = href('shareLink', { code });
    const fields = { nom: 'Anne D.', courriel, mot_de_passe: 'noisette-parapluie-bleu', consentement: 'on' };
    await visitor.post('/inscription', { ...fields, retour }, { 'X-Forwarded-For': '198.51.100.250' });
    await site.cast.sql`update salons set is_active = false where id = ${salon}`;
    const { code: six } = await mail.last(courriel, 'confirmation');
    const entered = await visitor.post('/connexion/code', { courriel, code: six });
    expect(entered.headers.get('location')).toBe(`${retour}?dit=confirme`);
  });
});

describe('shared', () => {
  test('a link shows the salon’s own title, words and picture', async () => {
    await site.cast.sql`update salons set description = 'Tomates et voisins' where id = ${salon}`;
    const courriel = address();
    await invite(courriel);
    for (const path of [href('shareLink', { code }), await linkTo(courriel)]) {
      const { html } = await page(site.stranger(), path);
      expect(html).toContain('<meta property="og:title" content="Jardin au balcon · Invitation · Aurora50"/>');
      expect(html).toContain('<meta property="og:description" content="Tomates et voisins"/>');
      expect(html).toContain(`<meta property="og:image" content="${site.origin}${path}/image.png"/>`);
      const picture = await site.stranger().get(`${path}/image.png`);
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect([picture.headers.get('content-type'), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
        ...['image/png', 1200, 630],
      ]);
    }
    for (const path of ['/s/ZZZZZZZZZ/image.png', `/invitation/${'x'.repeat(43)}/image.png`])
      expect((await site.stranger().get(path)).status).toBe(404);
  });

  test('a sheet for a notice board has the code, the address and the drawing, for members of an open salon', async () => {
    const sheet = await page(await site.as(monique), href('salonPoster', { salon }));
    expect(words(mainOf(sheet.html))).toContain(`Code : ${code}`);
    expect(words(mainOf(sheet.html))).toContain(`/s/${code}`);
    expect(mainOf(sheet.html)).toContain('<svg');
    const outsider = await site.as(await site.cast.member('Luc'));
    expect((await outsider.get(href('salonPoster', { salon }))).status).toBe(404);
  });

  test('a new code has at least forty bits', () => {
    expect([code.length, Math.log2(31 ** code.length) >= 40]).toEqual([9, true]);
  });
});
