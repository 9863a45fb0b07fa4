/** Courses written on pages: who may, what is public of them, and for whom they are opened. R18, D53, D57, C-19, Q03. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { authorsOf, COURSE, LESSON, writingOf } from '../support/authors';
import type { Course, Member } from '../support/cast';
import { type RunningServer, startServer, type Visitor, visitor } from '../support/server';
import { faultsShown, filledIn, openSite } from '../support/site';

const site = openSite();
let author: Member;
let asAuthor: Visitor;
let asOther: Visitor;
let asMember: Visitor;
beforeAll(async () => {
  ({ author, asAuthor, asOther, asMember } = await authorsOf(site));
});
const { made, lessonIn, pageOf } = writingOf(site, () => asAuthor);

describe('the desk', () => {
  test('is there for authors and admins, and for nobody else, in whole and in every part', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours);
    const pages = [
      '/admin',
      href('deskCourses'),
      href('newCourse'),
      href('deskCourse', { cours }),
      href('editCourse', { cours }),
      href('openCourseFor', { cours }),
      href('newLesson', { cours }),
      href('editLesson', { cours, lecon }),
      href('retireLesson', { cours, lecon }),
    ];
    const before = await site.cast.sql`select * from lessons where id = ${lecon}`;
    for (const path of pages) {
      expect([path, (await asAuthor.get(path)).status, (await asOther.get(path)).status]).toEqual([path, 200, 200]);
      expect([path, (await asMember.get(path)).status]).toEqual([path, 404]);
    }
    for (const path of [
      href('newCourse'),
      href('lessonPreview'),
      href('editCourse', { cours }),
      href('publishCourse', { cours }),
      href('openCourseFor', { cours }),
      href('newLesson', { cours }),
      href('editLesson', { cours, lecon }),
      href('moveLesson', { cours, lecon }),
      href('retireLesson', { cours, lecon }),
      href('restoreLesson', { cours, lecon }),
    ]) {
      const answer = await asMember.post(path, {
        ...COURSE,
        ...LESSON,
        publier: 'on',
        sens: 'monter',
        courriel: author.email,
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect(await site.cast.sql`select * from lessons where id = ${lecon}`).toEqual(before);
    const moderator = await site.as(await site.cast.member('Max', { role: 'moderator' }));
    expect((await moderator.get(href('deskCourses'))).status).toBe(404);
  });

  test('is reached from every page of an author’s, and from no page of a member’s', async () => {
    expect(await pageOf('/')).toContain('href="/admin"');
    expect(await pageOf('/', asMember)).not.toContain('"/admin');
    expect(await pageOf('/admin')).toContain(`href="${href('deskCourses')}"`);
  });

  test('knows no course and no lesson that are not there, nor one under another’s address', async () => {
    const [cours, other] = [await made(), await made()];
    const lecon = await lessonIn(cours);
    for (const odd of ['rien', randomUUID(), `${cours}0`]) {
      expect((await asAuthor.get(`/admin/cours/${odd}`)).status).toBe(404);
      expect((await asAuthor.get(`/admin/cours/${cours}/lecons/${odd}`)).status).toBe(404);
      expect((await asAuthor.post(`/admin/cours/${odd}/publication`, { publier: 'on' })).status).toBe(404);
    }
    for (const place of ['editLesson', 'retireLesson'] as const) {
      expect((await asAuthor.get(href(place, { cours: other, lecon }))).status).toBe(404);
      expect((await asAuthor.post(href(place, { cours: other, lecon }), LESSON)).status).toBe(404);
    }
    expect((await asAuthor.post(href('moveLesson', { cours: other, lecon }), { sens: 'monter' })).status).toBe(404);
  });
});

describe('a course', () => {
  test('is written, hidden until it is published, and not published without a lesson', async () => {
    const cours = await made({ titre: 'Les oiseaux du matin' });
    const path = '/cours/les-oiseaux-du-matin';
    expect((await asMember.get(path)).status).toBe(404);
    expect((await asAuthor.get(path)).status).toBe(200);
    const refused = await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    expect(refused.headers.get('location')).toContain('dit=cours-vide');
    await lessonIn(cours);
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    expect((await asMember.get(path)).status).toBe(200);
    await asAuthor.post(href('publishCourse', { cours }), {});
    expect((await asMember.get(path)).status).toBe(404);
  });

  test('that comes back refused has lost nothing', async () => {
    const answer = await asAuthor.post(href('newCourse'), { ...COURSE, titre: 'ab', pilier: '9', semaines: 'x' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(Object.keys(faultsShown(html).fields).sort()).toEqual(['pilier', 'semaines', 'titre']);
    expect([filledIn(html, 'titre'), filledIn(html, 'resume'), filledIn(html, 'semaines')]).toEqual([
      'ab',
      COURSE.resume,
      'x',
    ]);
  });

  test('keeps the address it had, and takes none that another has', async () => {
    const cours = await made({ titre: 'Ancien nom' });
    await made({ titre: 'Déjà pris' });
    const html = await pageOf(href('editCourse', { cours }));
    const version = filledIn(html, 'version') ?? '';
    const taken = await asAuthor.post(href('editCourse', { cours }), {
      ...COURSE,
      titre: 'x'.repeat(9),
      adresse: 'deja-pris',
      version,
    });
    expect([taken.status, Object.keys(faultsShown(await taken.text()).fields)]).toEqual([422, ['adresse']]);
    const moved = await asAuthor.post(href('editCourse', { cours }), {
      ...COURSE,
      titre: 'Nouveau nom',
      adresse: 'nouveau-nom',
      version,
    });
    expect(moved.status).toBe(303);
    const old = await asAuthor.get('/cours/ancien-nom');
    expect([301, 302, 303, 308]).toContain(old.status);
    expect(old.headers.get('location')).toBe('/cours/nouveau-nom');
  });
});

describe('open for one person (C-19)', () => {
  let course: Course;
  let follower: Member;
  beforeAll(async () => {
    course = await site.cast.course({ lessons: [{ free: true }, { after: 20 }] });
    follower = await site.cast.member('Fanny Roux');
    await site.cast.sql`insert into enrollments (user_id, course_id) values (${follower.id}, ${course.id})`;
  });
  const path = () => href('openCourseFor', { cours: course.id });

  test('opens what was to come, in one act, and can be taken back', async () => {
    const asFollower = await site.as(follower);
    const second = `/cours/${course.slug}/lecons/2`;
    expect((await asFollower.get(second)).status).not.toBe(200);
    const answers = await Promise.all(
      [1, 2, 3].map(() => asAuthor.post(path(), { courriel: follower.email.toUpperCase() })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await asFollower.get(second)).status).toBe(200);
    expect(await pageOf(path())).toContain('Fanny Roux');
    await asAuthor.post(path(), { courriel: follower.email, refermer: 'on' });
    expect((await asFollower.get(second)).status).not.toBe(200);
    expect(await pageOf(path())).not.toContain('Fanny Roux');
  });

  test('tells nobody who has an account and who follows what', async () => {
    const elsewhere = await site.cast.member('Ève');
    const said = [];
    for (const courriel of [elsewhere.email, 'personne@exemple.fr']) {
      const answer = await asAuthor.post(path(), { courriel });
      expect(answer.status).toBe(422);
      said.push(faultsShown(await answer.text()).fields);
    }
    expect(said[0]).toEqual(said[1]);
    expect((await asMember.post(path(), { courriel: follower.email })).status).toBe(404);
    const [row] = await site.cast.sql<{ allOpen: boolean }[]>`
      select all_open as "allOpen" from enrollments where user_id = ${follower.id}`;
    expect(row?.allOpen).toBe(false);
  });
});

test('what one process publishes the other shows, and hides again (Q03)', async () => {
  const second: RunningServer = await startServer({ DATABASE_URL: site.url });
  try {
    const titre = `Deux maisons ${randomUUID().slice(0, 6)}`;
    const cours = await made({ titre });
    await lessonIn(cours);
    const there = visitor(second.origin);
    const shows = async () => (await (await there.get('/cours')).text()).includes(titre);
    expect(await shows()).toBe(false);
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    await expect.poll(shows).toBe(true);
    await asAuthor.post(href('publishCourse', { cours }), {});
    await expect.poll(shows).toBe(false);
  } finally {
    await second.stop();
  }
});
