import { followedCourses } from '~/courses/queries/own';
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
    own
      .filter(({ leftAt }) => !leftAt)
      .map(({ courseId, percentage, completedAt }) => [courseId, { percentage, isDone: completedAt !== null }]),
  );
  return { courses: courses.filter(({ isPublished }) => isPublished), followed, isSignedIn: viewer !== null };
});

export const handle = {
  title: () => 'Les cours',
  description: () =>
    'Sept piliers, des leçons courtes et claires : le corps, la mémoire, les liens, les papiers, le numérique, la table, les projets.',
} satisfies PageHandle;

export default function Courses() {
  return <CataloguePage {...useLoaderData<typeof loader>()} />;
}
