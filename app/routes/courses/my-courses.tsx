import { certificatesOf } from '~/certificates/queries';
import { CertificateList } from '~/certificates/views/list';
import { followedCourses, journalOf, studyTotals } from '~/courses/queries/own';
import { stepsIn } from '~/courses/rules';
import { MyCoursesPage } from '~/courses/views/my-courses';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { myBadges, myStats } from '~/play/queries/own';
import { PlaySummary } from '~/play/views/summary';
import type { PageHandle } from '~/root';
import { coursesOf } from '~/routes/courses/load-course';

/** Six statements while the courses are kept. */
export const loader = members(async ({ context, viewer }) => {
  const known = await coursesOf(context, viewer);
  const [followed, journal, totals, certificates, stats, badges] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      followedCourses(tx, viewer.id),
      journalOf(tx, viewer.id),
      studyTotals(tx, viewer.id),
      certificatesOf(tx, viewer.id),
      myStats(tx, viewer.id),
      myBadges(tx, viewer.id),
    ]),
  );
  return { steps: stepsIn(known, followed), journal, totals, certificates, stats, badges, now: new Date() };
});

export const handle = { title: () => 'Mon parcours' } satisfies PageHandle;

export default function MyCourses() {
  const { certificates, stats, badges, ...page } = useLoaderData<typeof loader>();
  return (
    <MyCoursesPage
      {...page}
      certificates={<CertificateList certificates={certificates} />}
      play={<PlaySummary stats={stats} badges={badges} />}
    />
  );
}
