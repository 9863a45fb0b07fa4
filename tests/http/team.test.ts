/** Who writes the courses: named by admins, and by nobody else (issue 5 part 5, U17, G06). */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../support/cast';
import type { Visitor } from '../support/server';
import { faultsShown, mainOf, openSite, words } from '../support/site';

const site = openSite();
let admin: Member;
let asAdmin: Visitor;
let anne: Member;

beforeAll(async () => {
  admin = await site.cast.member('Odile', { role: 'admin', proven: true });
  asAdmin = await site.as(admin);
});
beforeEach(async () => {
  anne = await site.cast.member('Anne');
});

const name = (courriel: string, visitor = asAdmin) => visitor.post(href('authors'), { courriel });
const takeBack = (membre: string, visitor = asAdmin) => visitor.post(href('dismissAuthor', { membre }), {});
const team = async (visitor = asAdmin) => words(mainOf(await (await visitor.get(href('authors'))).text()));
async function roleOf({ id }: Member) {
  const [row] = await site.cast.sql<{ role: string }[]>`select app_role as role from profiles where id = ${id}`;
  return row?.role;
}
/** What a member reads of it, and who stands behind it. */
async function journalOf(member: Member) {
  const html = await (await (await site.as(member)).get(href('looks'))).text();
  const lines = await site.cast.sql<{ action: string; actorId: string }[]>`
    select action, actor_id as "actorId" from audit_log where subject_id = ${member.id} order by id`;
  expect(lines.every(({ actorId }) => actorId === admin.id)).toBe(true);
  return { html: words(html), actions: lines.map(({ action }) => action) };
}

describe('the list', () => {
  test('is there for admins who have just proven who they are, and for nobody else', async () => {
    const [author, moderator] = [
      await site.cast.member('Aude', { role: 'author' }),
      await site.cast.member('Marc', { role: 'moderator' }),
    ];
    const gone = href('dismissAuthor', { membre: author.id });
    for (const who of [author, moderator, anne]) {
      const visitor = await site.as({ ...who, proven: true });
      expect((await visitor.get(href('authors'))).status).toBe(404);
      expect((await visitor.get(gone)).status).toBe(404);
      expect((await name(who.email, visitor)).status).toBe(404);
      expect((await takeBack(author.id, visitor)).status).toBe(404);
    }
    const unproven = await site.as({ ...admin, proven: false });
    for (const path of [href('authors'), gone]) {
      const answer = await unproven.get(path);
      expect(answer.headers.get('location')).toBe(href('proof', {}, { retour: path }));
    }
    expect((await name(anne.email, unproven)).headers.get('location')).toContain(href('proof'));
    expect((await takeBack(author.id, unproven)).headers.get('location')).toContain(href('proof'));
    expect([await roleOf(author), await roleOf(anne)]).toEqual(['author', 'member']);
  });

  test('names authors and admins, and is reached from the team’s page', async () => {
    const author = await site.cast.member('Aude Lanoé', { role: 'author' });
    const page = await team();
    expect(page).toContain('Aude Lanoé');
    expect(page).toContain('Odile');
    expect(page).not.toContain(anne.name);
    expect(page).not.toContain(author.email);
    expect(await (await asAdmin.get(href('admin'))).text()).toContain(`href="${href('authors')}"`);
    const asAuthor = await site.as(author);
    expect(await (await asAuthor.get(href('admin'))).text()).not.toContain(`href="${href('authors')}"`);
  });
});

describe('naming an author', () => {
  test('opens the desk to her, and she reads it in her journal', async () => {
    const before = await site.as(anne);
    expect((await before.get(href('deskCourses'))).status).toBe(404);
    const answer = await name(`  ${anne.email.toUpperCase()} `);
    expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, href('authors')]);
    expect(await roleOf(anne)).toBe('author');
    expect((await before.get(href('deskCourses'))).status).toBe(200);
    const { html, actions } = await journalOf(anne);
    expect(actions).toEqual(['role_given']);
    expect(html).toContain('L’équipe vous a confié l’écriture des cours.');
  });

  test.each([
    ['', 'Écrivez votre adresse de courriel'],
    ['pas une adresse', 'Cette adresse ne semble pas complète'],
    ['a\0b@exemple.fr', 'un caractère qui ne peut pas être gardé'],
    ['personne@exemple.fr', 'Aucun compte n’a cette adresse'],
  ])('refuses %j beside the field, as it was typed', async (typed, why) => {
    const answer = await name(typed);
    expect(answer.status).toBe(422);
    const { summary, fields } = faultsShown(await answer.text());
    expect(fields.courriel).toContain(why);
    expect(summary).toHaveLength(1);
  });

  test.each([
    ['author', {}, 'écrit déjà les cours'],
    ['admin', {}, 'écrit déjà les cours'],
    ['moderator', {}, 'modère les salons'],
    ['member', { confirmed: false }, 'pas encore confirmée'],
  ])('refuses %s %j, and the look is written down (U17)', async (role, options, why) => {
    const other = await site.cast.member('Lucie', { role, ...options });
    const answer = await name(other.email);
    expect(answer.status).toBe(422);
    expect(faultsShown(await answer.text()).fields.courriel).toContain(why);
    expect(await roleOf(other)).toBe(role);
    const { html, actions } = await journalOf(other);
    expect(actions).toEqual(['address_looked_up']);
    expect(html).toContain('L’équipe a cherché votre compte');
  });

  test('twenty times at once it is done once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => name(anne.email)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const { actions } = await journalOf(anne);
    expect(actions.filter((action) => action === 'role_given')).toHaveLength(1);
  });
});

describe('taking the role back', () => {
  test('asks first, then shuts the desk at once; she reads it', async () => {
    const aude = await site.cast.member('Aude', { role: 'author' });
    const asAude = await site.as(aude);
    const question = await asAdmin.get(href('dismissAuthor', { membre: aude.id }));
    expect([question.status, words(mainOf(await question.text())).includes('Aude')]).toEqual([200, true]);
    expect(await roleOf(aude)).toBe('author');
    expect((await takeBack(aude.id)).status).toBe(303);
    expect(await roleOf(aude)).toBe('member');
    expect((await asAude.get(href('deskCourses'))).status).toBe(404);
    const { html, actions } = await journalOf(aude);
    expect(actions).toEqual(['role_taken']);
    expect(html).toContain('L’équipe a mis fin à votre accès à ses pages.');
    expect((await takeBack(aude.id)).status).toBe(404);
  });

  test('is not there for whoever has none, or is nobody', async () => {
    for (const membre of [anne.id, crypto.randomUUID(), 'rien', `${anne.id}0`]) {
      expect((await asAdmin.get(href('dismissAuthor', { membre }))).status).toBe(404);
      expect((await takeBack(membre)).status).toBe(404);
    }
    const marc = await site.cast.member('Marc', { role: 'moderator' });
    expect((await takeBack(marc.id)).status).toBe(404);
    expect(await roleOf(marc)).toBe('moderator');
  });

  test('nobody takes her own: the page says so', async () => {
    for (const answer of [await takeBack(admin.id), await asAdmin.get(href('dismissAuthor', { membre: admin.id }))]) {
      expect(answer.status).toBe(303);
      const page = await (await asAdmin.get(answer.headers.get('location') ?? '')).text();
      expect(words(page)).toContain('Vous ne pouvez pas reprendre votre propre rôle.');
    }
    expect(await roleOf(admin)).toBe('admin');
    expect(mainOf(await (await asAdmin.get(href('authors'))).text())).not.toContain(
      href('dismissAuthor', { membre: admin.id }),
    );
  });

  test('admins who take it from each other at once leave one', async () => {
    const others = await Promise.all(['Luc', 'Léa', 'Max'].map((one) => site.cast.member(one, { role: 'admin' })));
    const visitors = await Promise.all(others.map((one) => site.as({ ...one, proven: true })));
    // Nobody else may be left at the end.
    await site.cast.sql`update profiles set app_role = 'member' where id = ${admin.id}`;
    try {
      await Promise.all(
        visitors.flatMap((visitor, at) =>
          others.filter((_, other) => other !== at).map((other) => takeBack(other.id, visitor)),
        ),
      );
      const left = await Promise.all(others.map(roleOf));
      expect(left.filter((role) => role === 'admin')).toHaveLength(1);
    } finally {
      await site.cast.sql`update profiles set app_role = 'admin' where id = ${admin.id}`;
    }
  });
});
