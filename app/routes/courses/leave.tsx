import { leaveCourse } from '~/courses/commands';
import { standingIn } from '~/courses/queries/reading';
import { isFollowing } from '~/courses/rules';
import { LeaveCoursePage } from '~/courses/views/leave';
import { notFound } from '~/errors';
import { done } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { courseAt } from '~/routes/courses/load-course';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const course = await courseAt(context, viewer, params.cours, (cours) => href('leaveCourse', { cours }));
  const standing = await context.database.asViewer(viewer.id, (tx) => standingIn(tx, viewer.id, course.id));
  if (!isFollowing(standing)) throw notFound();
  return { course };
});

export const action = membersPost(async ({ context, viewer, params }) => {
  const course = await courseAt(context, viewer, params.cours, (cours) => href('leaveCourse', { cours }));
  await leaveCourse(context, viewer, course.id);
  return done(href('myCourses', {}, said('cours-quitte')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ course }) => `Quitter ${course.title}` } satisfies PageHandle<Data>;

export default function LeaveCourse() {
  return <LeaveCoursePage {...useLoaderData<typeof loader>()} />;
}
