import { undrawnIn } from '~/certificates/papers';
import { standingIn } from '~/courses/queries/reading';
import { CoursePage } from '~/courses/views/course';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { courseAt } from '~/routes/courses/load-course';
import { href } from '~/urls';

/** One statement while the courses are kept. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const course = await courseAt(context, viewer, params.cours, (cours) => href('course', { cours }));
  const viewerId = viewer?.id ?? null;
  const standing = await context.database.asViewer(viewerId, (tx) => standingIn(tx, viewerId, course.id));
  const { enrollment } = standing;
  // Said before the certificate is made, while something can still be done about it.
  const undrawn = viewer && enrollment && !enrollment.completedAt ? await undrawnIn(viewer.name) : [];
  return { course, standing, undrawn, descriptionHtml: context.library.description(course), now: new Date() };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ course }) => `${course.title} · Cours`,
  description: ({ course }) => course.summary,
} satisfies PageHandle<Data>;

export default function CourseRoute() {
  return <CoursePage {...useLoaderData<typeof loader>()} />;
}
