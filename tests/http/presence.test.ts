/** The four states as pages, stream and live page show them (N01–N05, G09, D10–D13, D16). */
import { describe, expect, test } from 'vitest';
import { signOfLife } from '~/client/protocol';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { signInOf } from '../support/sign-in';
import { faultsShown, holding, mainOf, openSite, words } from '../support/site';
import { eventually, readLivePage, readStream, send } from '../support/stream-reader';

const site = openSite();
const { memberWithPassword, signedIn } = signInOf(site);

/** Monique looks on, Gérard is looked at. */
async function scene() {
  const monique = await site.cast.member('Monique');
  const gerard = await site.cast.member('Gérard');
  const { id: salon } = await site.cast.salon(monique);
  await site.cast.join(gerard, salon);
  const [hers, his] = [await site.cast.session(monique), await site.cast.session(gerard)];
  return { monique, gerard, salon, hers, his, she: holding(site.origin, hers), he: holding(site.origin, his) };
}

/** What the page of members says of Gérard. */
async function listed(visitor: Visitor, salon: string, name = 'Gérard'): Promise<string> {
  const page = mainOf(await (await visitor.get(href('salonMembers', { salon }))).text());
  const items = [...page.matchAll(/<li>[\s\S]*?<\/li>/g)].map(([item]) => words(item.replace(/<\/p>/g, ' ')));
  return items.find((item) => item.includes(name)) ?? '';
}

const lastActivity = async ({ id }: Member): Promise<number | null> =>
  (
    await site.cast.sql<{ at: Date | null }[]>`select last_activity as at from profiles where id = ${id}`
  )[0]?.at?.getTime() ?? null;
const idleFor = ({ id }: Member, seconds: number) =>
  site.cast.sql`
    with profile as (update profiles set last_activity = now() - make_interval(secs => ${seconds}) where id = ${id})
    update auth.sessions set active_at = now() - make_interval(secs => ${seconds}) where user_id = ${id}`;
const choose = (cookie: string, statut: string) => send(site.origin, href('presence'), cookie, { statut });

describe('what a member does', () => {
  test('a page makes her en ligne, and a minute and a half without any hors ligne', async () => {
    const { gerard, salon, she, he } = await scene();
    expect(await listed(she, salon)).toContain('hors ligne');
    await he.get('/salons');
    await eventually(() => listed(she, salon)).toContain('en ligne');
    await idleFor(gerard, 89);
    expect(await listed(she, salon)).toContain('en ligne');
    await idleFor(gerard, 91);
    expect(await listed(she, salon)).toMatch(/hors ligne.*Dernière visite il y a quelques minutes\./);
    await idleFor(gerard, 7_300);
    expect(await listed(she, salon)).toContain('Dernière visite il y a 2 h.');
  });

  test.each([
    ['a message', 'messages', { texte: 'bonsoir' }],
    ['a reading mark', 'readingMark', { jusqua: '1' }],
    ['typing', 'typing', {}],
  ] as const)('%s is an act', async (_name, place, form) => {
    const { gerard, salon, he } = await scene();
    await idleFor(gerard, 600);
    const before = (await lastActivity(gerard)) ?? 0;
    expect((await he.post(href(place, { salon }), form)).status).toBe(303);
    await eventually(() => lastActivity(gerard)).toBeGreaterThan(before + 500_000);
  });

  test('an open stream, its coming back, a live page, a page fetched ahead and a sign of life are none', async () => {
    const { gerard, salon, his, he, hers, she } = await scene();
    await readStream(site.origin, salon, { cookie: his });
    await readLivePage(site.origin, salon, his);
    await he.get('/salons', { 'Sec-Purpose': 'prefetch' });
    expect((await he.post(`${href('readingMark', { salon })}${signOfLife}`, { jusqua: '0' })).status).toBe(303);
    // Hers come after his, through the same row lock.
    await readStream(site.origin, salon, { cookie: hers });
    await eventually(() => listed(she, salon)).toContain('Ici en ce moment');
    expect(await lastActivity(gerard)).toBeNull();
    expect(await listed(she, salon)).toContain('absent');
  });
});

describe('an open room', () => {
  test('shows an absence and its end without being loaded again, with and without scripts', async () => {
    const { gerard, salon, hers, his, she, he } = await scene();
    await readStream(site.origin, salon, { cookie: his });
    await he.get('/salons');
    const stream = await readStream(site.origin, salon, { cookie: hers });
    const live = await readLivePage(site.origin, salon, hers);
    const streamed = () => words(stream.named('presence').at(-1)?.data.replaceAll('<', ' <') ?? '');
    const lived = () => words((live.html().split('<li class="ici">').at(-1) ?? '').replaceAll('<', ' <'));
    await eventually(streamed).toContain('Gérard en ligne');
    await eventually(lived).toContain('Gérard en ligne');
    await idleFor(gerard, 299);
    // Somebody comes, which makes the process look; from there on it knows when the delay is over.
    await readStream(site.origin, salon, { cookie: hers });
    await eventually(streamed, 'absent in the stream', 8_000).toContain('Gérard absent');
    await eventually(lived, 'absent in the live page').toContain('Gérard absent');
    expect(words(mainOf(await (await she.get(href('salon', { salon }))).text()).replaceAll('<', ' <'))).toContain(
      'Gérard absent',
    );
    await he.get('/salons');
    await eventually(streamed, 'back', 2_000).toContain('Gérard en ligne');
    await eventually(lived, 'back', 2_000).toContain('Gérard en ligne');
  });

  test('is told of sign-out at once; another device that stays keeps her en ligne', async () => {
    const { gerard, salon, hers, his, he, she } = await scene();
    const second = await site.cast.session(gerard);
    await readStream(site.origin, salon, { cookie: his });
    const other = await readStream(site.origin, salon, { cookie: second });
    const stream = await readStream(site.origin, salon, { cookie: hers });
    const streamed = () => stream.named('presence').at(-1)?.data ?? '';
    await he.get('/salons');
    await eventually(streamed).toMatch(/Gérard<\/a> <span class="etat online"/);
    await he.post('/deconnexion', {});
    expect(await listed(she, salon)).toContain('en ligne');
    expect(other.isOpen()).toBe(true);
    await holding(site.origin, second).post('/deconnexion', {});
    await eventually(streamed, 'gone', 2_000).not.toContain('Gérard');
    await eventually(() => listed(she, salon), 'hors ligne', 2_000).toContain('hors ligne');
  });

  test('of somebody with the other device in a drawer: sign-out is hors ligne at once', async () => {
    const { gerard, salon, he, she } = await scene();
    await site.cast.session(gerard);
    await he.get('/salons');
    await eventually(() => listed(she, salon)).toContain('en ligne');
    await he.post('/deconnexion', {});
    expect(await listed(she, salon)).toContain('hors ligne');
  });

  test('is told a choice within two seconds, in every window', async () => {
    const { salon, hers, his, he, she } = await scene();
    const own = await readStream(site.origin, salon, { cookie: his });
    const stream = await readStream(site.origin, salon, { cookie: hers });
    const live = await readLivePage(site.origin, salon, hers);
    await he.get('/salons');
    expect(await choose(his, 'busy')).toBe(204);
    for (const reader of [own, stream])
      await eventually(() => reader.named('presence').at(-1)?.data, 'busy', 2_000).toMatch(
        /Gérard<\/a> <span class="etat busy"/,
      );
    await eventually(() => live.html().split('class="ici"').at(-1), 'busy', 2_000).toMatch(/etat busy">occupé/);
    expect(await listed(she, salon)).toContain('occupé');
    await choose(his, 'offline');
    await eventually(() => stream.named('presence').at(-1)?.data, 'hidden', 2_000).not.toContain('Gérard');
    expect(await listed(she, salon)).toMatch(/hors ligne(?!.*Vu)(?!.*Ici)/);
  });

  test('is not told that somebody invisible writes', async () => {
    const { salon, hers, his, he } = await scene();
    const stream = await readStream(site.origin, salon, { cookie: hers });
    await choose(his, 'offline');
    await he.post(href('typing', { salon }), {});
    await choose(his, 'auto');
    await he.post(href('typing', { salon }), {});
    await eventually(() => stream.named('ecrit').length).toBe(1);
  });

  test('says the state of the viewer as she is: she asks, so she is there', async () => {
    const { monique, salon, hers, she } = await scene();
    await readStream(site.origin, salon, { cookie: hers });
    await eventually(() => listed(she, salon, 'Monique')).toContain('Ici en ce moment');
    await idleFor(monique, 4_000);
    expect(await listed(she, salon, 'Monique')).toContain('en ligne');
  });
});

describe('the choice', () => {
  test('leads back to its page, which shows it; and the home page and the room remind of it', async () => {
    const { salon, he } = await scene();
    const answer = await he.post(href('presence'), { statut: 'busy' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reglages/presence?dit=presence']);
    expect(await (await he.get(href('presenceSettings'))).text()).toMatch(/checked="" value="busy"/);
    const reminder = 'Votre choix pour les autres : occupé.';
    for (const page of ['/', href('salon', { salon })])
      expect(words(await (await he.get(page)).text()), page).toContain(reminder);
    await he.post(href('presence'), { statut: 'auto' });
    expect(words(await (await he.get('/')).text())).not.toContain('Vous avez choisi');
  });

  test.each([{}, { statut: 'invisible' }, { statut: '' }])('refuses %j in words, and changes nothing', async (form) => {
    const { gerard, he } = await scene();
    await he.post(href('presence'), { statut: 'away' });
    const answer = await he.post(href('presence'), form as Record<string, string>);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(Object.keys(faultsShown(page).fields)).toEqual(['statut']);
    expect(page).toMatch(/checked="" value="away"/);
    const [row] = await site.cast.sql`
      select presence_status as chosen, is_manual_status as manual from profiles where id = ${gerard.id}`;
    expect(row).toEqual({ chosen: 'away', manual: true });
  });

  test('goes with the last session: whoever comes back after signing out is herself again (D11)', async () => {
    const { salon, she } = await scene();
    const anne = await memberWithPassword('Anne');
    await site.cast.join(anne, salon);
    const first = await signedIn(anne);
    await first.post(href('presence'), { statut: 'busy' });
    const second = await signedIn(anne);
    await second.get('/salons');
    await first.post('/deconnexion', {});
    await eventually(() => listed(she, salon, 'Anne')).toContain('occupé');
    await second.post('/deconnexion', {});
    expect(await listed(she, salon, 'Anne')).toContain('hors ligne');
    const third = await signedIn(anne);
    await third.get('/salons');
    await eventually(() => listed(she, salon, 'Anne')).toContain('en ligne');
  });

  test('is not for strangers', async () => {
    const answer = await site.stranger().post(href('presence'), { statut: 'busy' });
    expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/connexion']);
  });
});

describe('the settings', () => {
  test('hide the last visit from others, and leave the delay as it was', async () => {
    const { gerard, salon, she, he } = await scene();
    await idleFor(gerard, 7_300);
    expect(await listed(she, salon)).toContain('Dernière visite il y a 2 h.');
    expect((await he.post(href('settings'), { vu: 'non' })).status).toBe(303);
    await eventually(() => lastActivity(gerard)).toBeGreaterThan(Date.now() - 60_000);
    await idleFor(gerard, 7_300);
    expect(await listed(she, salon)).not.toContain('Vu');
    const page = await (await he.get(href('presenceSettings'))).text();
    expect(page).toMatch(/checked="" value="non"/);
    expect(page).toMatch(/checked="" value="300"/);
    expect((await he.post(href('settings'), { vu: 'peut-être' })).status).toBe(422);
  });

  test('of the delay count from the next moment on, in rooms that are open elsewhere', async () => {
    const { gerard, salon, his, he, she } = await scene();
    await readStream(site.origin, salon, { cookie: his });
    await eventually(() => listed(she, salon)).toContain('Ici en ce moment');
    await he.post(href('settings'), { delai: '1800' });
    await eventually(() => lastActivity(gerard)).not.toBeNull();
    await idleFor(gerard, 1_700);
    expect(await listed(she, salon)).toContain('en ligne');
    await idleFor(gerard, 1_801);
    expect(await listed(she, salon)).toContain('absent');
  });
});

test('a salon’s card counts who is there, and not oneself (D16)', async () => {
  const { salon, hers, his, she } = await scene();
  const card = async (path: string) => words(mainOf(await (await she.get(path)).text()).replaceAll('<', ' <'));
  await readStream(site.origin, salon, { cookie: hers });
  await eventually(() => listed(she, salon, 'Monique')).toContain('Ici');
  expect(await card('/')).not.toContain('en ce moment');
  await readStream(site.origin, salon, { cookie: his });
  await eventually(() => card('/')).toContain('1 personne ici en ce moment');
  expect(await card('/salons')).toContain('1 personne ici en ce moment');
  await choose(his, 'offline');
  await eventually(() => card('/')).not.toContain('en ce moment');
});
