/** C-22, G10: what is reported is read by who may decide of it, and kept sealed for thirty days. */
import { beforeEach, describe, expect, test } from 'vitest';
import { messageSign } from '~/client/protocol';
import { openDatabase } from '~/db';
import { forgetReportedWords } from '~/moderation/queries';
import { href } from '~/urls';
import { type Name, type People, reportingIn, reportsOf, type Visitors, WORDS } from '../support/reports';
import { openSite, words } from '../support/site';

const site = openSite();
let people: People;
let as: Visitors;
let salon: string;
let message: string;
beforeEach(async () => {
  ({ people, as, salon, message } = await reportingIn(site));
});
const { report, reports, reported, decide, textOf } = reportsOf(site, () => ({ people, as, salon, message }));
const queue = (who: Name) => as[who].get(href('reports'));

describe('a report of a message', () => {
  test('keeps the words as they were, whatever its author does; twice is once', async () => {
    expect((await report('paul', 'D’abord.')).status).toBe(303);
    expect((await report('paul', 'Puis mieux dit.')).status).toBe(303);
    await as.remi.post(href('deleteMessage', { salon, message }), {});
    expect(await reports()).toMatchObject([{ words: WORDS, reason: 'Puis mieux dit.' }]);
  });

  test('is refused from outside, of one’s own, of another salon and of nothing: no row', async () => {
    const elsewhere = { salon: (await site.cast.salon(people.paul)).id, message };
    const answers = [
      await report('autre'),
      await report('remi'),
      await report('paul', 'Mal placé', elsewhere),
      await report('paul', 'Rien', { salon, message: '999999' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await report('paul', ' ')).status).toBe(422);
    expect(await reports()).toEqual([]);
  });

  test('is offered in the room and on the message’s page, beside blocking', async () => {
    const path = href('reportMessage', { salon, message });
    const pattern = href('reportMessage', { salon, message: messageSign });
    expect(await (await as.paul.get(href('salon', { salon }))).text()).toContain(pattern);
    expect(await (await as.paul.get(href('message', { salon, message }))).text()).toContain(path);
    const page = await (await as.paul.get(path)).text();
    expect(page).toContain(href('blockMember', { membre: people.remi.id }));
    expect(words(page)).toContain(WORDS);
  });
});

describe('the queue', () => {
  test('is there for the team and for who owns a salon, each with her own', async () => {
    await report('paul');
    for (const name of ['paul', 'remi', 'zoe'] as const)
      expect([name, (await queue(name)).status]).toEqual([name, 404]);
    for (const name of ['odile', 'moderatrice', 'admin'] as const)
      expect([name, await textOf(name, href('reports'))]).toEqual([name, expect.stringContaining('Rémi Faure')]);
    expect(await textOf('autre', href('reports'))).not.toContain('Rémi Faure');
  });

  test('opens a report to those alone, and never names who reported', async () => {
    const id = await reported();
    const path = href('report', { signalement: id });
    for (const name of ['paul', 'remi', 'zoe', 'autre'] as const)
      expect([name, (await as[name].get(path)).status, (await decide(name, id, 'retirer')).status]).toEqual([
        name,
        404,
        404,
      ]);
    for (const name of ['odile', 'moderatrice'] as const) {
      const text = await textOf(name, path);
      expect(text).toContain(WORDS);
      expect(text).not.toContain('Paul Vidal');
    }
  });

  test('keeps what is said of the owner herself for the team', async () => {
    await as.odile.post(href('messages', { salon }), { texte: 'Taisez-vous tous.' });
    const [hers] = await site.cast.sql<
      { id: string }[]
    >`select id from chat_messages where user_id = ${people.odile.id}`;
    await report('paul', 'Elle crie.', { salon, message: String(hers?.id) });
    expect(await textOf('odile', href('reports'))).toContain('Aucun signalement n’attend');
    expect(await textOf('moderatrice', href('reports'))).toContain('Un message d’Odile');
  });

  test('tells the owner that something waits', async () => {
    await report('paul');
    await report('zoe');
    const told = await site.cast.sql`select said from notices where user_id = ${people.odile.id}`;
    expect(told).toMatchObject([{ said: expect.stringContaining('est signalé') }]);
  });
});

test('the seal ends after thirty days (G10)', async () => {
  await report('paul');
  const database = openDatabase(site.url);
  await site.cast.sql`update reports set created_at = now() - interval '29 days' where reported_id = ${people.remi.id}`;
  await database.asSystem(forgetReportedWords);
  expect(await reports()).toMatchObject([{ words: WORDS }]);
  await site.cast.sql`update reports set created_at = now() - interval '31 days' where reported_id = ${people.remi.id}`;
  await database.asSystem(forgetReportedWords);
  expect(await reports()).toMatchObject([{ words: null }]);
  await database.close();
});
