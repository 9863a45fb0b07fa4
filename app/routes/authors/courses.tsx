import { atDesk } from '~/courses/authoring/commands';
import { deskCourses } from '~/courses/authoring/queries';
import { DeskCoursesPage } from '~/courses/views/authoring/list';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

export const loader = members(async ({ context, viewer }) => ({ courses: await atDesk(context, viewer, deskCourses) }));

export const handle = { title: () => 'Écrire les cours' } satisfies PageHandle;

export default function DeskCoursesRoute() {
  return <DeskCoursesPage {...useLoaderData<typeof loader>()} />;
}
