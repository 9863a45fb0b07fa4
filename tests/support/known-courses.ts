/** Every page of the courses in each of its states, for what must hold on all pages. */
import { href } from '~/urls';
import type { Member } from './cast';
import { known } from './courses';
import type { Furnishing, Part } from './known-page';

const WORDS = `Un début sans titre, avec **du gras**, de l’*italique* et [un lien](https://www.exemple.fr/lecture).

## Ce qu’il faut savoir

1. D’abord ceci.
2. Puis cela.

> Une phrase que l’on cite.

| Jour | Pas |
|---|---|
| Lundi | 2 000 |
| Mardi | 2 500 |

### Plus près

- Un mot sans fin : ${'anticonstitutionnellement'.repeat(4)}

## L’exercice

Marchez cinq minutes.

## La fiche à garder

- Cinq minutes, chaque jour.
`;

/** The owner is in the middle of a course and has finished another; the member may not read what follows; the newcomer follows nothing. */
export async function coursePages(site: Furnishing, owner: Member, member: Member): Promise<Part> {
  const { cast } = site;
  await cast.plan(member, 'freemium');
  const course = await cast.course({
    title: 'Bouger à son allure',
    lessons: [{ free: true, video: 760, content: WORDS }, { content: WORDS }, { after: 4 }, {}],
  });
  const short = await cast.course({ title: 'Un seul pas', pillar: 2, lessons: [{ free: true, content: WORDS }] });
  const elsewhere = await cast.course({ title: 'Un film d’ailleurs', pillar: 3, lessons: [{ free: true }] });
  await cast.sql`
    update courses set short_description = 'Se lever, marcher, se baisser.', needs = 'Une chaise, un carnet.',
      description = 'Pour qui bouge moins qu’avant.\n\nEn quatre semaines, **sans courir**.'
    where id in (${course.id}, ${short.id}, ${elsewhere.id})`;
  await cast.sql`
    update lesson_contents set transcript = 'Ce que dit la voix.', sources = ${cast.sql.json([
      { title: 'Bouger plus', publisher: 'Santé publique', year: 2020, url: 'https://www.exemple.fr/bouger' },
      { title: 'Un livre', publisher: 'Une maison' },
    ])} where lesson_id = ${course.lessons[0] ?? ''}`;
  await cast.sql`
    update lesson_contents set video_url = 'https://vimeo.com/123456789' where lesson_id = ${elsewhere.lessons[0] ?? ''}`;
  await known(site, elsewhere.slug);

  const [asOwner, asMember] = [await site.as(owner), await site.as(member)];
  const at = (numero: number, cours = course.slug) => href('lesson', { cours, numero });
  await asOwner.post(href('startCourse'), { cours: course.slug });
  await asOwner.post(`${at(1)}/progression`, { position: '400', secondes: '10' });
  await asOwner.post(`${at(1)}/notes`, { note: 'Acheter\ndes chaussures.' });
  await asOwner.post(`${at(2)}/terminer`, {});
  await asOwner.post(href('startCourse'), { cours: short.slug });
  await asOwner.post(`${at(1, short.slug)}/terminer`, {});
  await asMember.post(href('startCourse'), { cours: course.slug });
  await asMember.post(href('pauseCourse', { cours: course.slug }), {});
  await asMember.post(href('startCourse'), { cours: elsewhere.slug });
  await asMember.post(href('leaveCourse', { cours: elsewhere.slug }), {});

  const page = href('course', { cours: course.slug });
  const states: Part['states'] = [
    { name: 'courses, one followed', who: 'owner', path: href('courses'), status: 200 },
    { name: 'course, followed', who: 'owner', path: page, status: 200 },
    { name: 'course, finished', who: 'owner', path: href('course', { cours: short.slug }), status: 200 },
    { name: 'course, on a pause', who: 'member', path: page, status: 200 },
    { name: 'course, left', who: 'member', path: href('course', { cours: elsewhere.slug }), status: 200 },
    { name: 'course, not begun', who: 'newcomer', path: page, status: 200 },
    { name: 'lesson with its film', who: 'owner', path: at(1), status: 200 },
    { name: 'lesson, going on', who: 'owner', path: `${at(1)}?place=400`, status: 200 },
    { name: 'lesson, finished', who: 'owner', path: at(2), status: 200 },
    { name: 'lesson, another site’s film', who: 'newcomer', path: at(1, elsewhere.slug), status: 200 },
    { name: 'lesson, not yet', who: 'owner', path: at(3), status: 403 },
    { name: 'lesson, not paid for', who: 'member', path: at(4), status: 403 },
    { name: 'lesson, not begun', who: 'newcomer', path: at(4), status: 403 },
    {
      name: 'refused place',
      who: 'owner',
      from: at(1),
      path: `${at(1)}/progression`,
      form: { place_minutes: 'dix', place_secondes: '75' },
      status: 422,
    },
    {
      name: 'refused note',
      who: 'owner',
      from: at(1),
      path: `${at(1)}/notes`,
      form: { note: 'mot '.repeat(2_501) },
      status: 422,
    },
    { name: 'my courses, one finished', who: 'owner', path: href('myCourses'), status: 200 },
    { name: 'my courses, none', who: 'newcomer', path: href('myCourses'), status: 200 },
  ];
  return { params: { '/cours': { cours: course.slug, numero: 1 } }, states };
}
