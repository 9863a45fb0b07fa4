import { followedCourses } from '~/courses/queries/own';
import { stepsIn } from '~/courses/rules';
import { CataloguePage, type Followed } from '~/courses/views/catalogue';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';

/** Signed out: no statement while the courses are kept. Signed in: one. */
export const loader = anyone(async ({ context, viewer }) => {
  const courses = await coursesOf(context, viewer);
  const own = viewer ? await context.database.asViewer(viewer.id, (tx) => followedCourses(tx, viewer.id)) : [];
  const followed: Followed = Object.fromEntries(
    stepsIn(courses, own)
      .filter(({ followed: { leftAt } }) => !leftAt)
      .map(({ followed: { courseId, percentage, completedAt }, next }) => [
        courseId,
        { percentage, isDone: completedAt !== null, next },
      ]),
  );
  const published = courses.filter(({ isPublished }) => isPublished);
  return { courses: published, followed, isSignedIn: viewer !== null, now: new Date() };
});

export const handle = {
  title: () => 'Les cours',
  description: () =>
    'Sept piliers, des leçons courtes et claires : le corps, la mémoire, les liens, les papiers, le numérique, la table, les projets.',
} satisfies PageHandle;

export default function Courses() {
  return <CataloguePage {...useLoaderData<typeof loader>()} />;
}
