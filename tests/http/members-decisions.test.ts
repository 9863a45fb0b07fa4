/** C-22, G35: a decision on a report gives its reasons to both sides, and can be answered. */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { mailboxOf } from '../support/mailbox';
import { JUDGED, type Name, type People, reportingIn, reportsOf, type Visitors, WORDS } from '../support/reports';
import { openSite, words } from '../support/site';
import { readStream } from '../support/stream-reader';

const site = openSite();
const mail = mailboxOf(site);
let people: People;
let as: Visitors;
let salon: string;
let message: string;
beforeEach(async () => {
  ({ people, as, salon, message } = await reportingIn(site));
});
const { report, reported, decide, textOf } = reportsOf(site, () => ({ people, as, salon, message }));
const lettersTo = async (name: Name) =>
  (await mail.all(people[name].email)).map(({ template, props }) => ({
    template,
    props: props as Record<string, string>,
  }));
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
