import { followedCourses } from '~/courses/queries/own';
import { stepsIn } from '~/courses/rules';
import { CataloguePage, type Followed } from '~/courses/views/catalogue';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { wishesOf } from '~/members/queries/suggestions';
import { Ideas } from '~/members/views/suggestions';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';
import { courseSuggestion } from '~/routes/welcome/load-suggestions';
import { href } from '~/urls';

/** Signed out: no statement while the courses are kept. Signed in: two. */
export const loader = anyone(async ({ context, viewer }) => {
  const courses = await coursesOf(context, viewer);
  const [own, wishes] = viewer
    ? await context.database.asViewer(viewer.id, (tx) =>
        Promise.all([followedCourses(tx, viewer.id), wishesOf(tx, viewer.id)]),
      )
    : [[], null];
  const taken = own.map(({ courseId }) => courseId);
  const ideas = wishes?.answers?.suggestions ? courseSuggestion(courses, taken, wishes) : [];
  const followed: Followed = Object.fromEntries(
    stepsIn(courses, own)
      .filter(({ followed: { leftAt } }) => !leftAt)
      .map(({ followed: { courseId, percentage, completedAt }, next }) => [
        courseId,
        { percentage, isDone: completedAt !== null, next },
      ]),
  );
  const published = courses.filter(({ isPublished }) => isPublished);
  const areFree = context.plans().freemium.paidLessons;
  return { courses: published, followed, ideas, areFree, isSignedIn: viewer !== null, now: new Date() };
});

export const handle = {
  title: () => 'Les cours',
  description: () =>
    'Sept piliers, des leçons courtes et claires : le corps, la mémoire, les liens, les papiers, le numérique, la table, les projets.',
} satisfies PageHandle;

export default function Courses() {
  const { ideas, ...rest } = useLoaderData<typeof loader>();
  return <CataloguePage {...rest} idea={<Ideas suggestions={ideas} back={href('courses')} />} />;
}
