/** C-22, G10, G35: what is reported is read by who may decide of it, kept sealed for thirty days, and answered to both sides. */
import { beforeEach, describe, expect, test } from 'vitest';
import { messageSign } from '~/client/protocol';
import { openDatabase } from '~/db';
import { forgetReportedWords } from '~/moderation/queries';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite();
type Name = 'odile' | 'remi' | 'paul' | 'zoe' | 'autre' | 'moderatrice' | 'admin';
let people: Readonly<Record<Name, Member>>;
let as: Readonly<Record<Name, Visitor>>;
let salon: string;
let message: string;
const WORDS = 'Achetez mes bons du trésor, c’est garanti.';
const JUDGED = { regle: 'vente', motif: 'Ce message propose un placement.', jours: '7' };

beforeEach(async () => {
  const { cast } = site;
  people = {
    /** Owns the salon. */
    odile: await cast.member('Odile'),
    /** Is reported. */
    remi: await cast.member('Rémi Faure'),
    /** Reports. */
    paul: await cast.member('Paul Vidal'),
    /** Is a member too. */
    zoe: await cast.member('Zoé'),
    /** Owns another salon. */
    autre: await cast.member('Lucienne'),
    moderatrice: await cast.member('Monique', { role: 'moderator' }),
    admin: await cast.member('Adèle', { role: 'admin' }),
  };
  as = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, member]) => [name, await site.as(member)] as const)),
  ) as Record<Name, Visitor>;
  salon = (await cast.salon(people.odile, { name: 'Jardin' })).id;
  await cast.salon(people.autre);
  for (const name of ['remi', 'paul', 'zoe'] as const) await cast.join(people[name], salon);
  await as.remi.post(href('messages', { salon }), { texte: WORDS });
  const [said] = await cast.sql<{ id: string }[]>`select id from chat_messages where user_id = ${people.remi.id}`;
  message = String(said?.id);
});

const report = (who: Name, motif = 'Il veut me vendre quelque chose.', at = { salon, message }) =>
  as[who].post(href('reportMessage', at), { nature: 'argent', motif });
const reports = () => site.cast.sql<{ id: string; words: string | null; reason: string }[]>`
  select id, words, reason from reports where reported_id = ${people.remi.id} order by id`;
const reported = async () => {
  await report('paul');
  return String((await reports())[0]?.id);
};
const decide = (who: Name, id: string, decision: string, more: Readonly<Record<string, string>> = {}) =>
  as[who].post(href('report', { signalement: id }), { ...JUDGED, decision, ...more });
const textOf = async (who: Name, path: string) => words(mainOf(await (await as[who].get(path)).text()));
const queue = (who: Name) => as[who].get(href('reports'));
const lettersTo = async (name: Name) => {
  const rows = await site.cast.sql<{ template: string; props: Record<string, string> }[]>`
    select template, props from outbox where user_id = ${people[name].id} order by created_at`;
  return rows;
};
const noticesOf = async (name: Name) => {
  const rows = await site.cast.sql<{ said: string }[]>`
    select said from notices where user_id = ${people[name].id} and kind = 'decision' order by id`;
  return rows.map(({ said }) => said);
};
const decisionId = async () => {
  const [row] = await site.cast.sql<{ id: string }[]>`
    select id from moderation_decisions where subject_id = ${people.remi.id}`;
  return String(row?.id);
};

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

describe('a decision', () => {
  test('removes the message, and gives its reasons to its author and its end to who reported', async () => {
    const id = await reported();
    await report('zoe');
    expect((await decide('odile', id, 'retirer')).status).toBe(303);
    expect(await textOf('paul', href('salon', { salon }))).not.toContain(WORDS);
    expect(await lettersTo('remi')).toMatchObject([
      {
        template: 'moderationDecision',
        props: {
          decision: expect.stringMatching(/^Votre message du .* a été retiré du salon/),
          rule: expect.stringContaining('Ne vendez rien'),
          reason: JUDGED.motif,
          automation: 'none',
          path: href('decision', { decision: await decisionId() }),
        },
      },
    ]);
    expect(await noticesOf('remi')).toHaveLength(1);
    for (const name of ['paul', 'zoe'] as const) {
      expect(await lettersTo(name)).toMatchObject([
        { template: 'reportDecided', props: { decision: 'Le message a été retiré.' } },
      ]);
      expect(await noticesOf(name)).toHaveLength(1);
      const text = await textOf(name, href('decision', { decision: await decisionId() }));
      expect(text).toContain('Le message a été retiré');
      expect(text).not.toContain(JUDGED.motif);
    }
    // Her own salon is no data of the team's: nothing of it stands in the journal of the team's looks.
    expect(await textOf('remi', href('looks'))).not.toContain('signalement');
  });

  test('of the team is in the journal of whom it is about', async () => {
    const id = await reported();
    await as.moderatrice.get(href('report', { signalement: id }));
    await decide('moderatrice', id, 'avertir');
    const journal = await textOf('remi', href('looks'));
    expect(journal).toContain('L’équipe a lu un signalement qui vous concerne');
    expect(journal).toContain('L’équipe a décidé d’un signalement');
  });

  test('to do nothing troubles nobody but who reported', async () => {
    await decide('odile', await reported(), 'rien');
    expect([await lettersTo('remi'), await noticesOf('remi')]).toEqual([[], []]);
    expect((await as.remi.get(href('decision', { decision: await decisionId() }))).status).toBe(404);
    expect(await lettersTo('paul')).toHaveLength(1);
  });

  test('shuts out of the salon', async () => {
    await decide('odile', await reported(), 'exclure');
    expect((await as.remi.get(href('salon', { salon }))).status).toBe(404);
    expect(await site.cast.sql`select user_id from salon_bans where salon_id = ${salon}`).toEqual([
      { user_id: people.remi.id },
    ]);
  });

  test('is made once, of two at the same moment', async () => {
    const id = await reported();
    const answers = await Promise.all([decide('odile', id, 'retirer'), decide('moderatrice', id, 'rien')]);
    expect(answers.map((answer) => answer.headers.get('location')?.split('dit=')[1]).sort()).toEqual([
      'decision-deja',
      'decision-prise',
    ]);
    expect(await site.cast.sql`select from moderation_decisions where subject_id = ${people.remi.id}`).toHaveLength(1);
  });

  test('without a rule or a reason comes back', async () => {
    const id = await reported();
    for (const field of ['regle', 'motif', 'decision'])
      expect((await decide('odile', id, 'retirer', { [field]: ' ' })).status).toBe(422);
    expect(await site.cast.sql`select from moderation_decisions where subject_id = ${people.remi.id}`).toHaveLength(0);
  });
});

describe('a suspension', () => {
  test('is the team’s alone, and never of the team', async () => {
    const id = await reported();
    expect((await decide('odile', id, 'suspendre')).status).toBe(403);
    await site.cast.sql`update profiles set app_role = 'author' where id = ${people.remi.id}`;
    expect((await decide('moderatrice', id, 'suspendre')).status).toBe(422);
    expect(await site.cast.sql`select from auth.suspensions where user_id = ${people.remi.id}`).toHaveLength(0);
  });

  test('ends every session and stream within five seconds, and leaves the decision to read and to answer', async () => {
    const id = await reported();
    const stream = await readStream(site.origin, salon, { cookie: as.remi.cookie() });
    const since = Date.now();
    await decide('moderatrice', id, 'suspendre');
    await expect.poll(stream.isOpen, { timeout: 10_000, interval: 50 }).toBe(false);
    expect(Date.now() - since).toBeLessThan(5_000);
    expect((await as.remi.get(href('salons'))).headers.get('location')).toMatch(/^\/connexion/);
    const again = await site.as(people.remi);
    expect((await again.get(href('salons'))).headers.get('location')).toBe(href('suspension'));
    const path = href('decision', { decision: await decisionId() });
    expect(words(await (await again.get(path)).text())).toContain('Votre compte est suspendu jusqu’au');
    expect((await again.post(path, { texte: 'Ce n’était pas moi.' })).status).toBe(303);
  });
});

describe('the answer of whom it is about', () => {
  const removed = async () => {
    const id = await reported();
    await decide('odile', id, 'retirer');
    return { id, path: href('decision', { decision: await decisionId() }) };
  };

  test('is kept once, told to who decided, and read by nobody else', async () => {
    const { path } = await removed();
    await as.remi.post(path, { texte: 'Ma réponse.' });
    await as.remi.post(path, { texte: 'Une autre.' });
    expect(await site.cast.sql`select appeal from moderation_decisions where subject_id = ${people.remi.id}`).toEqual([
      { appeal: 'Ma réponse.' },
    ]);
    expect(await noticesOf('odile')).toEqual(['Une personne répond à une décision que vous avez prise.']);
    expect((await as.zoe.get(path)).status).toBe(404);
    expect((await as.paul.post(path, { texte: 'Pas la mienne' })).status).toBe(404);
  });

  test('can call the decision off: the words come back as they were, and both are told', async () => {
    const { id, path } = await removed();
    await as.remi.post(path, { texte: 'Je parlais de timbres.' });
    await as.odile.post(href('report', { signalement: id }), { decision: 'annuler', motif: 'C’est vrai.' });
    expect(await textOf('paul', href('salon', { salon }))).toContain(WORDS);
    expect(await textOf('paul', href('salon', { salon }))).not.toContain('modifié');
    expect((await lettersTo('remi')).at(-1)?.props.decision).toContain('annulée');
    const [kept] = await site.cast.sql`select message_count::int as n from salons where id = ${salon}`;
    expect(kept).toEqual({ n: 1 });
    // Answered: there is nothing more to answer.
    await as.odile.post(href('report', { signalement: id }), { decision: 'maintenir', motif: 'Finalement non.' });
    expect(await site.cast.sql`select upheld from moderation_decisions where subject_id = ${people.remi.id}`).toEqual([
      { upheld: false },
    ]);
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
