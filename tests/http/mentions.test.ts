/** Members named in a message: kept by id, shown by the name of now, told by a notice and a letter (M07, C-22, D42). */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import { mailboxOf } from '../support/mailbox';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
const mail = mailboxOf(site);
let anne: Member;
let fatima: Member;
let salon: string;
beforeEach(async () => {
  anne = await site.cast.member('Anne Martin');
  fatima = await site.cast.member('Fatima Haddad-Éloi');
  ({ id: salon } = await site.cast.salon(anne, { name: 'Jardin', visibility: 'prive' }));
  await site.cast.join(fatima, salon);
});

const say = async (texte: string, who = anne) => (await site.as(who)).post(href('messages', { salon }), { texte });
const read = async (path: string, who = anne) => mainOf(await (await (await site.as(who)).get(path)).text());
const room = (who = anne) => read(href('salon', { salon }), who);
const named = async () =>
  (
    await site.cast.sql<{ id: string }[]>`
      select n.user_id as id from message_mentions n join chat_messages m on m.id = n.message_id where m.salon_id = ${salon}`
  ).map(({ id }) => id);
const link = ({ id }: Member, name: string) => `<a href="${href('member', { membre: id })}">@${name}</a>`;

describe('typed by name', () => {
  test.each(['@Fatima Haddad-Éloi, regardez', '@fatima haddad-eloi', 'Bonjour @Fatima !', '(@FATIMA)'])(
    '%j names her, is told to her, and leads to her card',
    async (texte) => {
      await say(texte);
      expect(await named()).toEqual([fatima.id]);
      expect(await room()).toContain(link(fatima, 'Fatima Haddad-Éloi'));
      expect(await mail.last(fatima.email, 'mention')).toMatchObject({ author: 'Anne Martin', excerpt: texte });
      expect(words(await read(href('notices'), fatima))).toContain('Anne Martin parle de vous dans « Jardin »');
    },
  );

  test.each(['@Fatimata est là', 'contact@fatima.fr', 'Fatima, sans signe', '@Personne', '@', '@Anne Martin'])(
    '%j names nobody',
    async (texte) => {
      await say(texte);
      expect(await named()).toEqual([]);
    },
  );

  test('a first name that two members have names neither; a whole name names one', async () => {
    const other = await site.cast.member('Fatima Zidane');
    await site.cast.join(other, salon);
    await say('@Fatima ?');
    expect(await named()).toEqual([]);
    await say('@Fatima Zidane et @Fatima Haddad-Éloi');
    expect((await named()).sort()).toEqual([fatima.id, other.id].sort());
    const html = await room();
    for (const each of [fatima, other]) expect(html).toContain(link(each, each.name));
  });

  test('somebody who is not in the salon is not named', async () => {
    const odile = await site.cast.member('Odile');
    await say('@Odile');
    expect([await named(), await mail.templates(odile.email)]).toEqual([[], []]);
  });

  test('a new name shows on what was said before (D03)', async () => {
    await say('Merci @Fatima');
    expect(await room()).toContain('@Fatima Haddad-Éloi</a>');
    await site.cast.sql`update profiles set full_name = 'Fatima Durand' where id = ${fatima.id}`;
    expect(await room()).toContain('Merci <a href');
    expect(await room()).toContain(link(fatima, 'Fatima Durand'));
  });

  test('words around it stay words', async () => {
    await say('<b>@Fatima</b> https://exemple.fr/@Fatima');
    const html = await room();
    expect(html).toContain(`&lt;b&gt;${link(fatima, 'Fatima Haddad-Éloi')}&lt;/b&gt;`);
    expect(html).toContain('href="https://exemple.fr/@Fatima"');
  });
});

describe('told', () => {
  const letters = async () => (await mail.templates(fatima.email)).filter((template) => template === 'mention');

  test('once, however often the message is corrected', async () => {
    await say('@Fatima');
    const [row] = await site.cast.sql<{ id: number }[]>`select id from chat_messages where salon_id = ${salon}`;
    await (await site.as(anne)).post(href('message', { salon, message: Number(row?.id) }), {
      texte: '@Fatima, pardon',
    });
    expect(await letters()).toEqual(['mention']);
  });

  test('not to whom the author has blocked, or who has blocked her, nor to who has no bell here (C-22, D42)', async () => {
    await site.cast.sql`insert into blocks (blocker_id, blocked_id) values (${fatima.id}, ${anne.id})`;
    await say('@Fatima');
    await site.cast.sql`delete from blocks`;
    await site.cast.sql`
      update salon_members set notifications_enabled = false, mentions_enabled = false where user_id = ${fatima.id}`;
    await say('@Fatima');
    expect(await letters()).toEqual([]);
  });

  test('by no letter to who has the room open', async () => {
    await site.cast.sql`
      insert into presence_leases (connection, salon_id, user_id, expires_at)
      values (gen_random_uuid(), ${salon}, ${fatima.id}, now() + interval '1 minute')`;
    await say('@Fatima');
    expect([await letters(), await named()]).toEqual([[], [fatima.id]]);
  });
});

test('a name is chosen from a page, without scripts, and stands in the message to be written', async () => {
  const page = await read(href('nameSomebody', { salon }));
  const way = new RegExp(`href="([^"]+)"[^>]*>${fatima.name}`).exec(page)?.[1] ?? '';
  expect(filledIn(await (await (await site.as(anne)).get(way.split('#')[0] ?? '')).text(), 'texte')).toBe(
    '@Fatima Haddad-Éloi ',
  );
  const outsider = await site.cast.member('Odile');
  expect(
    await (await (await site.as(anne)).get(href('salon', { salon }, { nommer: outsider.id }))).text(),
  ).not.toContain('@Odile');
  expect((await (await site.as(outsider)).get(href('nameSomebody', { salon }))).status).toBe(404);
});

test('an account of the first days names ten people a day, and then says so; another one goes on (K04)', async () => {
  const NAMES = ['Alba', 'Basile', 'Célie', 'Denis', 'Elsa', 'Fleur', 'Gaston', 'Huguette', 'Irène', 'Jules', 'Karl'];
  const people: Member[] = [];
  for (const name of NAMES) people.push(await site.cast.member(name));
  const { id: other } = await site.cast.salon(fatima);
  for (const each of people) await site.cast.join(each, salon);
  await site.cast.join(anne, other);
  expect(
    (
      await say(
        NAMES.slice(0, 10)
          .map((name) => `@${name}`)
          .join(' '),
      )
    ).status,
  ).toBe(303);
  const texte = '@Fatima, @Karl, venez voir';
  const refused = await (await say(texte)).text();
  expect([filledIn(refused, 'texte'), faultsShown(refused).fields.texte]).toEqual([
    texte,
    expect.stringMatching(
      /^Pendant vos 7 premiers jours, vous pouvez nommer 10.personnes par jour\. .* dans 24.heures.; il reste ici\.$/,
    ),
  ]);
  const elsewhere = await (await site.as(anne)).post(href('messages', { salon: other }), { texte: '@Fatima' });
  expect(faultsShown(await elsewhere.text()).fields.texte).toMatch(/^Pendant vos 7 premiers jours/);
  expect([(await named()).length, await mail.templates(people[10]?.email ?? '')]).toEqual([10, []]);
  // Nor does a correction name more.
  await say('Bonsoir');
  const [last] = await site.cast.sql<
    { id: string }[]
  >`select max(id) as id from chat_messages where salon_id = ${salon}`;
  const place = href('message', { salon, message: last?.id ?? '' });
  const corrected = await (await site.as(anne)).post(place, { texte: 'Bonsoir @Karl' });
  expect([corrected.status, faultsShown(await corrected.text()).fields.texte]).toEqual([
    422,
    expect.stringMatching(/^Pendant vos 7 premiers jours/),
  ]);
  expect((await say('Bonsoir à tous')).status).toBe(303);
  await site.cast.sql`update auth.users set created_at = now() - interval '8 days' where id = ${anne.id}`;
  expect((await say(texte)).status).toBe(303);
});
