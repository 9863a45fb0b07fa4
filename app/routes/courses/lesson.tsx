import { ClosedLessonPage } from '~/courses/views/closed';
import { LessonPage, type Refused } from '~/courses/views/lesson';
import { useActionData, useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import type { PageHandle } from '~/root';
import { type LoadedLesson, loadLesson } from '~/routes/courses/load-lesson';

export const loader = anyone((asked) => loadLesson(asked, asked.viewer));

export const handle = {
  title: ({ open, closed }) => {
    const { lesson, course } = open ?? closed;
    return `${lesson.title} · ${course.title}`;
  },
  // Of a lesson only what everybody may know: a preview elsewhere shows nothing of what it says.
  description: ({ open, closed }) => {
    const { lesson, course } = open ?? closed;
    return `Leçon ${lesson.number} du cours « ${course.title} ».`;
  },
} satisfies PageHandle<LoadedLesson>;

/** Also the page that a refused note or place comes back to. */
export default function LessonRoute() {
  const { open, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<() => Promise<Refused>>() ?? null;
  return open ? <LessonPage {...open} refused={refused} /> : <ClosedLessonPage {...closed} />;
}
