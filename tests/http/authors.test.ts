/** Issue 5, part 5: courses written on pages. R18, D28, D53, D57, C-19, Q03. */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Course, Member } from '../support/cast';
import { type RunningServer, startServer, type Visitor, visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
let author: Member;
let asAuthor: Visitor;
let asOther: Visitor;
let asMember: Visitor;

beforeAll(async () => {
  author = await site.cast.member('Aude', { role: 'author' });
  asAuthor = await site.as(author);
  asOther = await site.as(await site.cast.member('Alix', { role: 'admin' }));
  asMember = await site.as(await site.cast.member('Paul'));
});

const COURSE = {
  titre: 'Marcher en forêt',
  adresse: '',
  pilier: '1',
  resume: 'À son allure.',
  description: 'Un cours.',
  semaines: '4',
  besoins: '',
};
const LESSON = {
  titre: 'Le premier pas',
  texte: '## Bonjour\n\nMarchez.',
  minutes: '15',
  jours: '0',
  gratuite: 'on',
  visible: 'on',
  video: '',
  video_adresse: '',
  video_duree: '',
  transcription: '',
  sources: '',
};
type Fields = Readonly<Record<string, string>>;

async function made(fields: Fields = {}): Promise<string> {
  const answer = await asAuthor.post(href('newCourse'), {
    ...COURSE,
    titre: `Cours ${randomUUID().slice(0, 8)}`,
    ...fields,
  });
  expect(answer.status).toBe(303);
  return /^\/admin\/cours\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
}

async function lessonIn(cours: string, fields: Fields = {}): Promise<string> {
  const answer = await asAuthor.post(href('newLesson', { cours }), { ...LESSON, ...fields });
  expect(answer.status).toBe(303);
  return /#lecon-(.*)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
}

const pageOf = async (path: string, who = asAuthor) => (await who.get(path)).text();
const order = async (cours: string) =>
  (
    await site.cast.sql<{ title: string }[]>`
      select title from lessons where course_id = ${cours} and retired_at is null order by lesson_number`
  ).map(({ title }) => title);

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

describe('two authors at once', () => {
  test('the second is told, sees both texts, and decides', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours, { texte: 'Le premier texte.' });
    const path = href('editLesson', { cours, lecon });
    const [hers, his] = [await pageOf(path), await pageOf(path, asOther)].map(
      (html) => filledIn(html, 'version') ?? '',
    );
    expect(hers).toBe(his);
    expect((await asOther.post(path, { ...LESSON, texte: 'Son texte à lui.', version: his ?? '' })).status).toBe(303);
    const late = await asAuthor.post(path, { ...LESSON, texte: 'Mon texte à moi.', version: hers ?? '' });
    expect(late.status).toBe(422);
    const html = await late.text();
    expect(words(mainOf(html))).toContain('Quelqu’un d’autre a enregistré');
    expect(filledIn(html, 'texte')).toBe('Mon texte à moi.');
    expect(html).toContain('Son texte à lui.');
    const again = await asAuthor.post(path, {
      ...LESSON,
      texte: 'Nos deux textes.',
      version: filledIn(html, 'version') ?? '',
    });
    expect(again.status).toBe(303);
    const [row] = await site.cast.sql<
      { content: string }[]
    >`select content from lesson_contents where lesson_id = ${lecon}`;
    expect(row?.content).toBe('Nos deux textes.');
  });

  test('of ten who send at the very same moment one is first, for a lesson and for a course', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours);
    for (const [path, form] of [
      [href('editLesson', { cours, lecon }), { ...LESSON }],
      [href('editCourse', { cours }), { ...COURSE, adresse: `a-${randomUUID().slice(0, 8)}` }],
    ] as const) {
      const version = filledIn(await pageOf(path), 'version') ?? '';
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? asAuthor : asOther).post(path, { ...form, titre: `Titre ${n}`, version }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(422)]);
    }
  });

  test('moving a lesson is no change of its text', async () => {
    const cours = await made();
    await lessonIn(cours, { titre: 'Une' });
    const lecon = await lessonIn(cours, { titre: 'Deux' });
    const path = href('editLesson', { cours, lecon });
    const version = filledIn(await pageOf(path), 'version') ?? '';
    await asOther.post(href('moveLesson', { cours, lecon }), { sens: 'monter' });
    expect((await asAuthor.post(path, { ...LESSON, titre: 'Deux bis', version })).status).toBe(303);
    expect(await order(cours)).toEqual(['Deux bis', 'Une']);
  });
});

describe('the sources of a lesson', () => {
  const LINES = 'Bien manger | Santé publique France | 2023 | https://www.exemple.fr/a\nSouvenirs | Éditions du Soir';

  test('are written a line each, read by members, and kept when the rest is changed', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours, { sources: LINES });
    const path = href('editLesson', { cours, lecon });
    const before = await pageOf(path);
    expect(filledIn(before, 'sources')).toBe(LINES);
    await asAuthor.post(path, { ...LESSON, sources: LINES, version: filledIn(before, 'version') ?? '' });
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const [row] = await site.cast.sql<{ slug: string }[]>`select slug from courses where id = ${cours}`;
    const html = await pageOf(href('lesson', { cours: row?.slug ?? '', numero: 1 }), asMember);
    expect(html).toContain('<a href="https://www.exemple.fr/a" rel="noopener">Bien manger</a>, Santé publique France');
    expect(words(html)).toContain('Souvenirs, Éditions du Soir');
  });

  test('come back as they were typed, with the line that is wrong; nothing is stored', async () => {
    const cours = await made();
    const typed = `${LINES}\nUn piège | Moi | javascript:alert(1)`;
    const answer = await asAuthor.post(href('newLesson', { cours }), { ...LESSON, sources: typed });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(faultsShown(html).fields.sources).toContain('Ligne 3, adresse');
    expect(filledIn(html, 'sources')).toBe(typed);
    expect(await order(cours)).toEqual([]);
  });

  test('are part of what two authors may change at once', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours);
    const path = href('editLesson', { cours, lecon });
    const version = filledIn(await pageOf(path), 'version') ?? '';
    expect((await asOther.post(path, { ...LESSON, sources: LINES, version })).status).toBe(303);
    const late = await asAuthor.post(path, { ...LESSON, version });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('<summary>Sources</summary>');
  });
});

describe('lessons', () => {
  test('go up and down by buttons, stop at the ends, and never share a number however many press', async () => {
    const cours = await made();
    const ids: string[] = [];
    for (const titre of ['Une', 'Deux', 'Trois', 'Quatre']) ids.push(await lessonIn(cours, { titre }));
    const move = (lecon = '', sens = 'monter') => asAuthor.post(href('moveLesson', { cours, lecon }), { sens });
    expect((await move(ids[3])).headers.get('location')).toBe(`${href('deskCourse', { cours })}#lecon-${ids[3]}`);
    expect(await order(cours)).toEqual(['Une', 'Deux', 'Quatre', 'Trois']);
    await move(ids[0]);
    await move(ids[2], 'descendre');
    expect(await order(cours)).toEqual(['Une', 'Deux', 'Quatre', 'Trois']);
    expect((await move(ids[0], 'ailleurs')).status).toBe(422);
    await Promise.all(ids.flatMap((id) => [move(id), move(id, 'descendre'), move(id)]));
    const rows = await site.cast.sql<{ n: number }[]>`
      select lesson_number as n from lessons where course_id = ${cours} order by lesson_number`;
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  test('retired and emptied ones keep what members did in them, and come back', async () => {
    const cours = await made();
    const ids: string[] = [];
    for (const titre of ['Une', 'Deux', 'Trois']) ids.push(await lessonIn(cours, { titre }));
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const reader = await site.cast.member('Rose');
    await site.cast.sql`insert into enrollments (user_id, course_id) values (${reader.id}, ${cours})`;
    for (const id of ids.slice(0, 2)) {
      await site.cast.sql`
        insert into user_lesson_progress (user_id, lesson_id, status, completion_percentage, started_at, completed_at)
        values (${reader.id}, ${id ?? ''}, 'completed', 100, now(), now())`;
    }
    const progress = () =>
      site.cast.sql`select * from user_lesson_progress where user_id = ${reader.id} order by lesson_id`;
    const before = await progress();
    const retire = href('retireLesson', { cours, lecon: ids[0] ?? '' });
    expect(words(mainOf(await pageOf(retire)))).toContain('Retirer cette leçon');
    const answers = await Promise.all([1, 2, 3].map(() => asAuthor.post(retire, {})));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await order(cours)).toEqual(['Deux', 'Trois']);
    const path = href('editLesson', { cours, lecon: ids[1] ?? '' });
    await asAuthor.post(path, {
      ...LESSON,
      titre: 'Deux',
      texte: '',
      version: filledIn(await pageOf(path), 'version') ?? '',
    });
    expect(await pageOf(href('deskCourse', { cours }))).toContain('Sans texte');
    expect(await progress()).toEqual(before);
    await Promise.all([1, 2].map(() => asAuthor.post(href('restoreLesson', { cours, lecon: ids[0] ?? '' }), {})));
    expect(await order(cours)).toEqual(['Deux', 'Trois', 'Une']);
    expect(await progress()).toEqual(before);
  });

  test('two of one title are two; ten written at once have ten numbers', async () => {
    const cours = await made();
    await Promise.all(Array.from({ length: 10 }, () => lessonIn(cours)));
    const rows = await site.cast.sql<{ n: number; slug: string }[]>`
      select lesson_number as n, slug from lessons where course_id = ${cours} order by lesson_number`;
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(10);
  });

  test('a heavy one is taken, one too long comes back, five megabytes are refused', async () => {
    const cours = await made();
    const heavy = 'é'.repeat(199_000);
    const lecon = await lessonIn(cours, { texte: heavy });
    expect(filledIn(await pageOf(href('editLesson', { cours, lecon })), 'texte')).toBe(heavy);
    const long = await asAuthor.post(href('newLesson', { cours }), { ...LESSON, texte: 'a'.repeat(200_001) });
    expect([long.status, Object.keys(faultsShown(await long.text()).fields)]).toEqual([422, ['texte']]);
    expect(await sent(href('newLesson', { cours }), 5_000_000)).toBe(413);
    expect(await sent(href('lessonPreview'), 5_000_000)).toBe(413);
    // What carries no lesson has the usual limit.
    expect(await sent(href('newCourse'), 100_000)).toBe(413);
  });
});

/** Not by `fetch`, which would ask its next question on the line that the server closes. @param bytes announced */
function sent(path: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const question = request(site.origin + path, {
      method: 'POST',
      agent: false,
      headers: {
        Origin: site.origin,
        Cookie: asAuthor.cookie(),
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': bytes,
      },
    });
    question.on('response', (answer) => {
      resolve(answer.statusCode);
      question.destroy();
    });
    question.on('error', reject);
    // What is too long as it is announced is refused before it is sent: whoever writes on then may miss the answer.
    question.flushHeaders();
  });
}

const CORPUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:x)',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '`</textarea><script>alert(1)</script>`',
  '</textarea><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '<form action=https://mal.exemple><input name=p>',
];

describe('what is written is never run', () => {
  test.each(CORPUS)('%s', async (texte) => {
    const cours = await made({ description: texte, besoins: texte, resume: texte });
    const lecon = await lessonIn(cours, { titre: `T ${texte}`.slice(0, 150), texte, transcription: texte });
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const [row] = await site.cast.sql<{ slug: string }[]>`select slug from courses where id = ${cours}`;
    const pages = [
      await (await asAuthor.post(href('lessonPreview'), { ...LESSON, titre: texte, texte })).text(),
      await pageOf(href('editLesson', { cours, lecon })),
      await pageOf(href('deskCourse', { cours })),
      await pageOf(href('editCourse', { cours })),
      await pageOf(`/cours/${row?.slug}`, asMember),
      await pageOf(`/cours/${row?.slug}/lecons/1`, asMember),
    ];
    for (const page of pages) {
      const html = mainOf(page);
      expect(html.length).toBeGreaterThan(100);
      expect(html).not.toMatch(/<(script|img src=x|iframe|style|svg\/onload|form action=https)/i);
      expect(html).not.toMatch(/(href|src|action)="?\s*(javascript|data|vbscript):/i);
      // Between quotes it is what somebody has typed.
      expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[a-z][^>]*\son(error|load)=/i);
    }
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
