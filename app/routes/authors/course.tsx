import { DeskCoursePage } from '~/courses/views/authoring/course';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadCourse } from '~/routes/authors/load-desk';

export const loader = members(async ({ context, viewer, params }) => ({
  course: await loadCourse(context, viewer, params),
}));

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ course }) => `${course.title} · Écrire` } satisfies PageHandle<Data>;

export default function DeskCourseRoute() {
  return <DeskCoursePage {...useLoaderData<typeof loader>()} />;
}
