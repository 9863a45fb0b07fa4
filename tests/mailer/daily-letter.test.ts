/** U08, C-14, C-15: a month of heavy traffic, a day at a time: the clock of the database stands, and what was moves back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { enqueue } from '~/mailer';
import { brevoPost } from '~/mailer/brevo';
import { sendDailyLetters } from '~/mailer/daily/send';
import { deliver } from '~/mailer/deliver';
import { letterWriter } from '~/mailer/writer';
import { BREVO_KEY } from '../support/brevo-stand-in';
import type { Member } from '../support/cast';
import { type Mailroom, mailroom } from '../support/mailroom';

let the: Mailroom;
beforeAll(async () => {
  the = await mailroom();
});
afterAll(() => the.close());

/** Optional letters of every kind. */
const wantsAll = ({ id }: Pick<Member, 'id'>) =>
  the.cast.sql`update mail_preferences set wanted = true where user_id = ${id}`;

const DAYS = 30;
/** Without a word: nobody is written to. */
const SILENT = [4, 11, 12];

async function deliverAll(): Promise<void> {
  const config = parseConfig({ DEMO: '0' } as unknown as NodeJS.ProcessEnv, '/nowhere');
  const brevo = { apiKey: BREVO_KEY, base: the.brevo.base };
  const post = brevoPost({ brevo, from: config.mail.from, replyTo: null });
  const room = { config, database: the.database, post, writer: letterWriter(config), log: () => {}, chance: () => 0.5 };
  const waiting = await the.cast.sql<{ id: string }[]>`select id from outbox where state = 'queued'`;
  for (const { id } of waiting) await deliver(room, id);
}

/** Tomorrow: everything that was is a day older, and the key of a letter names another day. */
const night = () =>
  the.cast.sql.begin(async (tx) => {
    await tx`update outbox set key = gen_random_uuid()::text, created_at = created_at - interval '1 day', taken_at = taken_at - interval '1 day', sent_at = sent_at - interval '1 day'`;
    await tx`update mail_rhythms set last_day = last_day - 1`;
  });

type Letter = {
  readonly salons: readonly { readonly excerpts: readonly { readonly text: string }[]; readonly more: number }[];
};

test('no member gets more than her week allows, nothing twice, nothing empty', async () => {
  const { cast } = the;
  const talker = await cast.member('Bavarde');
  const members: (Member & { allows: number; letters: number[]; told: string[]; heard: number })[] = [];
  for (const allows of [7, 3, 1]) {
    members.push({
      ...(await cast.member(`Lectrice ${'ABC'[members.length]}`)),
      allows,
      letters: [],
      told: [],
      heard: 0,
    });
  }
  const salons = [await cast.salon(talker), await cast.salon(talker), await cast.salon(talker)];
  for (const member of members) {
    await wantsAll(member);
    for (const { id } of salons) await cast.join(member, id);
    await cast.sql`
      insert into mail_rhythms (user_id, per_week, hour)
      values (${member.id}, ${member.allows}, extract(hour from now() at time zone 'Europe/Paris'))`;
  }
  for (let day = 0; day < DAYS; day += 1) {
    if (!SILENT.includes(day)) {
      for (const [n, { id }] of salons.entries()) {
        await cast.sql`
          insert into chat_messages (salon_id, user_id, content)
          select ${id}, ${talker.id}, 'jour ' || ${day}::int || ' salon ' || ${n}::int || ' numéro ' || x from generate_series(1, 8) x`;
      }
    }
    // Somebody speaks to each of them twice, and the job looks three times.
    if (day % 2 === 0) {
      for (const { id: userId, name } of members) {
        const props = { name, author: 'Bavarde', salon: 'Jardin', excerpt: `mention ${day}`, path: '/salons' };
        await the.database.asSystem((tx) => enqueue(tx, { template: 'mention', to: { userId }, props }));
      }
    }
    for (let look = 0; look < 3; look += 1) await sendDailyLetters(the.database);
    await deliverAll();
    for (const member of members) {
      const sent = await cast.sql<{ template: string; props: Letter }[]>`
        select template, props from outbox
        where user_id = ${member.id} and state = 'sent' and sent_at > now() - interval '12 hours'`;
      member.letters.push(sent.length);
      const daily = sent.filter(({ template }) => template === 'dailyLetter');
      expect([day, daily.length <= 1]).toEqual([day, true]);
      for (const { props } of daily) {
        const texts = props.salons.flatMap(({ excerpts }) => excerpts.map(({ text }) => text));
        expect(texts.length).toBeGreaterThan(0);
        member.told.push(...texts);
        member.heard += texts.length + props.salons.reduce((sum, { more }) => sum + more, 0);
      }
      if (SILENT.includes(day) && member.allows === 7) expect([day, daily]).toEqual([day, []]);
    }
    await night();
  }
  for (const { name, allows, letters, told, heard } of members) {
    const weeks = letters.map((_, day) => letters.slice(Math.max(0, day - 6), day + 1).reduce((sum, n) => sum + n, 0));
    expect([name, Math.max(...weeks) <= allows]).toEqual([name, true]);
    expect([name, letters.reduce((sum, n) => sum + n, 0) >= allows * 3]).toEqual([name, true]);
    expect([name, told.length - new Set(told).size]).toEqual([name, 0]);
    expect([name, heard <= (DAYS - SILENT.length) * 24]).toEqual([name, true]);
  }
}, 240_000);

test('what is read, by somebody blocked or of a silent salon is no news; the hour is her own', async () => {
  const { cast } = the;
  const [anne, paul] = [await cast.member('Anne'), await cast.member('Paul')];
  const { id } = await cast.salon(paul);
  await cast.join(anne, id);
  await wantsAll(anne);
  const due = async () => {
    await cast.sql`update mail_rhythms set last_day = null where user_id = ${anne.id}`;
    await cast.sql`delete from outbox where user_id = ${anne.id}`;
    await cast.sql`delete from mail_marks`;
    await sendDailyLetters(the.database);
    return (await cast.sql`select from outbox where user_id = ${anne.id} and template = 'dailyLetter'`).length;
  };
  await cast.sql`
    insert into mail_rhythms (user_id, zone, hour)
    values (${anne.id}, 'Pacific/Noumea', extract(hour from now() at time zone 'Pacific/Noumea'))`;
  await cast.sql`insert into chat_messages (salon_id, user_id, content) values (${id}, ${paul.id}, 'Bonjour')`;
  expect(await due()).toBe(1);
  await cast.sql`update mail_rhythms set hour = (hour + 12) % 24 where user_id = ${anne.id}`;
  expect(await due()).toBe(0);
  await cast.sql`update mail_rhythms set hour = (hour + 12) % 24 where user_id = ${anne.id}`;
  await cast.sql`insert into blocks (blocker_id, blocked_id) values (${paul.id}, ${anne.id})`;
  expect(await due()).toBe(0);
  await cast.sql`delete from blocks`;
  await cast.sql`update salon_members set notifications_enabled = false where user_id = ${anne.id}`;
  expect(await due()).toBe(0);
  await cast.sql`update salon_members set notifications_enabled = true where user_id = ${anne.id}`;
  await cast.sql`update salon_members set bell_paused_until = now() + interval '1 hour' where user_id = ${anne.id}`;
  expect(await due()).toBe(0);
  await cast.sql`update salon_members set bell_paused_until = now() where user_id = ${anne.id}`;
  expect(await due()).toBe(1);
  await cast.sql`update salon_members set last_seen_seq = 1 where user_id = ${anne.id}`;
  expect(await due()).toBe(0);
});

test('in her quiet hours a letter of another kind waits', async () => {
  const { cast } = the;
  const anne = await cast.member('Anne Quiète');
  await wantsAll(anne);
  await cast.sql`
    insert into mail_rhythms (user_id, quiet_from, quiet_until)
    select ${anne.id}, h, (h + 2) % 24 from (select extract(hour from now() at time zone 'Europe/Paris')::int as h) t`;
  const props = { name: 'Anne', author: 'Paul', salon: 'Jardin', excerpt: 'Êtes-vous là ?', path: '/salons' };
  await the.database.asSystem((tx) => enqueue(tx, { template: 'mention', to: { userId: anne.id }, props }));
  await deliverAll();
  expect(await cast.sql`select state, reason from outbox where user_id = ${anne.id}`).toEqual([
    { state: 'queued', reason: 'heures calmes' },
  ]);
});
