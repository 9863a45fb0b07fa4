import { certificatesOf } from '~/certificates/queries';
import { CertificateList } from '~/certificates/views/list';
import { followedCourses, journalOf, studyTotals } from '~/courses/queries/own';
import { stepsIn } from '~/courses/rules';
import { MyCoursesPage } from '~/courses/views/my-courses';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';

/** Four statements while the courses are kept. */
export const loader = members(async ({ context, viewer }) => {
  const known = await coursesOf(context, viewer);
  const [followed, journal, totals, certificates] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      followedCourses(tx, viewer.id),
      journalOf(tx, viewer.id),
      studyTotals(tx, viewer.id),
      certificatesOf(tx, viewer.id),
    ]),
  );
  return { steps: stepsIn(known, followed), journal, totals, certificates, now: new Date() };
});

export const handle = { title: () => 'Mon parcours' } satisfies PageHandle;

export default function MyCourses() {
  const { certificates, ...page } = useLoaderData<typeof loader>();
  return <MyCoursesPage {...page} certificates={<CertificateList certificates={certificates} />} />;
}
