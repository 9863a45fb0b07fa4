/** Recognition as its pages show it (D71 to D76, R24, R26, R27, G28). */
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db';
import { computeRankings } from '~/play/queries/ranking';
import { BADGES } from '~/play/rules/badges';
import { LEVELS, limitInWords, RULES } from '~/play/rules/points';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const site = openSite();
let anne: Member;
let asAnne: Visitor;
let paul: Member;
let asPaul: Visitor;
beforeEach(async () => {
  anne = await site.cast.member('Anne Martin');
  paul = await site.cast.member('Paul Roux');
  await site.cast.sql`update profiles set created_at = now() - interval '1 year'`;
  [asAnne, asPaul] = [await site.as(anne), await site.as(paul)];
});

const text = async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text()));
const act = ({ id }: Member, type: string, points: number, title: string, days = 0) => site.cast.sql`
  insert into user_activities (user_id, type, points, title, created_at)
  values (${id}, ${type}, ${points}, ${title}, now() - make_interval(days => ${days}))`;
async function night(): Promise<void> {
  const database = openDatabase(site.url, { viewers: 1, systems: 1 });
  await database.inJob(computeRankings);
  await database.close();
}

test('whoever has done nothing yet is made welcome, and a first message is counted at once', async () => {
  const before = await text(asAnne, href('myCourses'));
  expect(before).toContain('Niveau 1 : Première lueur');
  expect(before).toContain('Tout commence ici, quand vous voulez');
  expect(before).not.toMatch(/perdu|dommage|absen|retard/i);
  const { id: salon } = await site.cast.salon(anne, { name: 'Jardin au balcon' });
  await asAnne.post(href('messages', { salon }), { texte: 'Bonjour à tous' });
  expect(await text(asAnne, href('myCourses'))).toContain(`${RULES.message.points} points.`);
  const journal = await text(asAnne, href('journal'));
  expect(journal).toContain('Un message dans le salon « Jardin au balcon »');
  expect(journal).toContain('Badge obtenu : « Premier mot »');
  expect(await text(asAnne, href('badges'))).toContain('Premier mot');
});

test('whoever did nothing for three months finds all of it again, and no word of her absence', async () => {
  await act(anne, 'lesson', 20, 'Leçon terminée : « Le dos »', 100);
  await site.cast.sql`select refresh_stats(${anne.id}, '{0,60}')`;
  for (const place of ['home', 'myCourses', 'badges', 'journal', 'ranking'] as const) {
    const page = await text(asAnne, href(place));
    expect(page).not.toMatch(/perdu|dommage|absen|retard|longtemps|manqu|oubli|depuis votre|inacti|dépêch/i);
  }
  expect(await text(asAnne, href('myCourses'))).toContain('20 points.');
  expect(await text(asAnne, href('journal'))).toContain('Le dos');
});

test('what a lesson earned is said at its end, with the reason; begun again, it earns and says nothing', async () => {
  const course = await site.cast.course({ lessons: [{ free: true }, { free: true }, { free: true }] });
  await asAnne.post(href('startCourse'), { cours: course.slug });
  const finish = async (numero: number) => {
    const lesson = { cours: course.slug, numero };
    const answer = await asAnne.post(href('finishLesson', lesson), {});
    return (await text(asAnne, answer.headers.get('location') ?? '')).slice(0, 400);
  };
  expect(await finish(1)).toContain('20 points de plus : leçon terminée. Et un nouveau badge est à vous');
  expect(await finish(2)).toContain('20 points de plus : leçon terminée.');
  await asAnne.post(href('finishLesson', { cours: course.slug, numero: 2 }), { recommencer: 'on' });
  expect(await finish(2)).not.toContain('points de plus');
});

test('what a salon earned is said where it was opened or entered, once, with the reason', async () => {
  const form = {
    ...{ nom: 'Jardin au balcon', description: '', categorie: 'jardin', ville: '', couleur: '#5C940D' },
    ...{ visibilite: 'public', cle: crypto.randomUUID() },
  };
  const opened = (await asAnne.post(href('newSalon'), form)).headers.get('location') ?? '';
  expect(await text(asAnne, opened)).toContain('20 points de plus : ouverture du salon.');
  const salon = opened.split(/[/?]/)[2] ?? '';
  const enter = async () => (await asPaul.post(href('salonMembership', { salon }), {})).headers.get('location') ?? '';
  expect(await text(asPaul, await enter())).toContain('5 points de plus : entrée dans le salon.');
  await asPaul.post(href('leaveSalon', { salon }), {});
  expect(await text(asPaul, await enter())).not.toContain('points de plus');
});

test('the page of the rules says every rule and level of the table', async () => {
  const page = await text(asAnne, href('howItCounts'));
  for (const rule of Object.values(RULES)) {
    for (const part of [rule.what, limitInWords(rule), String(rule.points)]) {
      expect(page).toContain(part.replace(/[\u00a0\u202f]/g, ' '));
    }
  }
  for (const { name } of LEVELS) expect(page).toContain(name);
});

describe('the journal', () => {
  test('is filtered, goes on page by page without a gap, and comes as a file', async () => {
    for (let n = 0; n < 95; n += 1) await act(anne, n % 2 ? 'message' : 'lesson', 2, `acte-${n}-`, n);
    await act(anne, 'message', 2, '=SOMME(A1:A9)', 99);
    const seen: string[] = [];
    let next: string | undefined = href('journal', {}, { genre: 'apprendre' });
    while (next) {
      const html = mainOf(await (await asAnne.get(next)).text());
      seen.push(...[...html.matchAll(/acte-(\d+)-/g)].map(([, n = '']) => n));
      next = /rel="next" href="([^"]*)"|href="([^"]*apres=[^"]*)"/
        .exec(html)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 48 }, (_, n) => String(2 * n)));
    const file = await asAnne.get(href('journalFile'));
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('cache-control')).toContain('no-store');
    const lines = (await file.text()).split('\r\n');
    expect(lines).toHaveLength(98);
    expect(lines[0]).toContain('Quand;Quoi;Points');
    // A spreadsheet computes nothing that a salon's name asks for.
    expect(lines.find((line) => line.includes('SOMME'))).toContain(";'=SOMME");
  });

  test('is its member’s alone (R27)', async () => {
    await act(anne, 'message', 2, 'un-secret');
    for (const path of [href('journal'), href('journalFile'), href('myCourses'), href('member', { membre: anne.id })]) {
      expect(await (await asPaul.get(path)).text()).not.toContain('un-secret');
    }
  });

  test.each(['genre=rien', 'apres=x', 'apres=%00', `apres=${crypto.randomUUID()}`])('bears %s', async (query) => {
    expect((await asAnne.get(`${href('journal')}?${query}`)).status).toBe(200);
  });
});

describe('badges', () => {
  test('are seen by others only once their member shows them, and not by who is blocked (R26)', async () => {
    const { id, title } = BADGES[3] ?? { id: '', title: '' };
    await site.cast.sql`insert into user_achievements (user_id, badge_id, title) values (${anne.id}, ${id}, ${title})`;
    const card = href('member', { membre: anne.id });
    expect(await text(asPaul, card)).not.toContain(title);
    await asAnne.post(href('badges'), { montrer: 'on' });
    expect(await text(asPaul, card)).toContain(title);
    await asAnne.post(href('badges'), {});
    expect(await text(asPaul, card)).not.toContain(title);
  });
});

describe('the streak', () => {
  test('is shown with its jokers, rests with its member, and says nothing of what was lost (D72)', async () => {
    for (const days of [0, 1, 2, 3]) await act(anne, 'message', 2, 'x', days);
    expect(await text(asAnne, href('myCourses'))).toContain('4 jours de suite');
    const answer = await asAnne.post(href('rest'), { pause: 'debut' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/parcours?dit=repos-commence']);
    await asAnne.post(href('rest'), { pause: 'debut' });
    expect(await text(asAnne, href('myCourses'))).toContain('Vous êtes en pause');
    await asAnne.post(href('rest'), { pause: 'fin' });
    expect(await text(asAnne, href('myCourses'))).toContain('4 jours de suite');
    expect((await asAnne.post(href('rest'), { pause: 'autre' })).status).toBe(422);
    for (const days of [60, 61, 62]) await act(paul, 'message', 2, 'x', days);
    expect(await text(asPaul, href('myCourses'))).not.toMatch(/de suite|perdu|dommage/);
  });
});

describe('the ranking', () => {
  const shown = (visitor: Visitor, query = '') => text(visitor, `${href('ranking')}${query}`);

  test('shows only who takes part, says when it was computed, and forgets at once who leaves (G28, D74)', async () => {
    await act(anne, 'lesson', 50, 'x', 20);
    await act(paul, 'lesson', 80, 'x', 20);
    await site.cast.sql`select refresh_stats(u.id, '{0}') from auth.users u`;
    await asAnne.post(href('ranking'), { participer: 'on' });
    await night();
    const page = await shown(asPaul);
    expect(page).toContain('Anne Martin');
    expect(page).toContain('Calculé à l’instant');
    expect(page).not.toContain('80 points');
    const [ranks] = await site.cast.sql`
      select
        (select rank from user_stats where user_id = ${anne.id}) as hers,
        (select rank from user_stats where user_id = ${paul.id}) as his,
        (select count(*)::int from rankings where user_id = ${paul.id}) as rows`;
    expect(ranks).toMatchObject({ hers: expect.any(Number), his: null, rows: 0 });
    await asAnne.post(href('ranking'), { participer: 'off' });
    expect(await shown(asPaul)).not.toContain('Anne Martin');
    expect((await asAnne.post(href('ranking'), { participer: 'peut-être' })).status).toBe(422);
  });

  test('shows nobody who has not chosen it, in none of its views and by no statement, whatever stands in its table', async () => {
    const { id: salon } = await site.cast.salon(anne);
    await site.cast.join(paul, salon);
    await asAnne.post(href('ranking'), { participer: 'on' });
    await act(paul, 'lesson', 80, 'x', 1);
    await night();
    // As after a fault: a row of somebody who takes no part, and of somebody who never said anything.
    const zoe = await site.cast.member('Zoé Dupin');
    await site.cast.join(zoe, salon);
    await asPaul.post(href('ranking'), { participer: 'off' });
    await site.cast.sql`
      insert into rankings (user_id, rank, points, week_rank, week_points, computed_at)
      values (${paul.id}, 1, 80, 1, 80, now()), (${zoe.id}, 1, 80, 1, 80, now())`;
    for (const query of ['', '?vue=semaine', `?salon=${salon}`, `?salon=${salon}&vue=semaine`]) {
      const page = await shown(asAnne, query);
      expect([query, page]).toEqual([query, expect.stringContaining('Anne Martin')]);
      expect([query, page]).toEqual([query, expect.not.stringMatching(/Paul Roux|Zoé Dupin/)]);
    }
    const database = openDatabase(site.url, { viewers: 1, systems: 1 });
    const others = await database.asViewer(anne.id, async (tx) => [
      ...(await tx`select user_id from rankings where user_id <> ${anne.id}`),
      ...(await tx`select user_id from user_stats where user_id <> ${anne.id}`),
      ...(await tx`select user_id from play_choices where user_id <> ${anne.id}`),
    ]);
    await database.close();
    expect(others).toEqual([]);
  });

  test('is fair to who is even, knows this week and my salon, and shows nobody who is blocked', async () => {
    const zoe = await site.cast.member('Zoé Dupin');
    const { id: salon } = await site.cast.salon(anne);
    await site.cast.join(paul, salon);
    for (const [member, old, fresh] of [
      [anne, 10, 40],
      [paul, 90, 40],
      [zoe, 500, 0],
    ] as const) {
      await act(member, 'lesson', old, 'x', 20);
      await act(member, 'lesson', fresh, 'x', 1);
      await (await site.as(member)).post(href('ranking'), { participer: 'on' });
    }
    await site.cast.sql`select refresh_stats(u.id, '{0}') from auth.users u`;
    await night();
    const rows = (await site.cast.sql`
      select user_id as id, week_rank as week from rankings
      where user_id in (${anne.id}, ${paul.id}, ${zoe.id})`) as unknown as { id: string; week: number }[];
    const weekOf = ({ id }: Member) => rows.find((row) => row.id === id)?.week;
    expect(weekOf(anne)).toBe(weekOf(paul));
    expect(weekOf(zoe)).toBeGreaterThan(weekOf(anne) ?? 0);
    const mine = await shown(asAnne, `?salon=${salon}`);
    expect(mine).toContain('Paul Roux');
    expect(mine).not.toContain('Zoé Dupin');
    // A salon of others is nobody’s list.
    const { id: other } = await site.cast.salon(zoe);
    expect(await shown(asAnne, `?salon=${other}`)).not.toContain('Zoé Dupin');
    await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${zoe.id}, ${anne.id})`;
    expect(await shown(asAnne)).not.toContain('Zoé Dupin');
    expect(await shown(asPaul)).toContain('Zoé Dupin');
  });

  test('goes on without a member who was erased while she stood there', async () => {
    await asAnne.post(href('ranking'), { participer: 'on' });
    await asPaul.post(href('ranking'), { participer: 'on' });
    await night();
    await site.cast.sql`delete from auth.users where id = ${anne.id}`;
    const html = async () => mainOf(await (await asPaul.get(href('ranking'))).text());
    expect(await html()).not.toContain(anne.id);
    await night();
    expect(await html()).toContain(paul.id);
  });
});
