import { followedCourses, journalOf, studyTotals } from '~/courses/queries';
import { MyCoursesPage } from '~/courses/views/my-courses';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** Three statements. */
export const loader = members(async ({ context, viewer }) => {
  const [courses, journal, totals] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([followedCourses(tx, viewer.id), journalOf(tx, viewer.id), studyTotals(tx, viewer.id)]),
  );
  return { courses, journal, totals, now: new Date() };
});

export const handle = { title: () => 'Mon parcours' } satisfies PageHandle;

export default function MyCourses() {
  return <MyCoursesPage {...useLoaderData<typeof loader>()} />;
}
