import { addLesson } from '~/courses/authoring/commands';
import { LESSON_FORM_MAX, parseLesson } from '~/courses/authoring/rules';
import { LessonFormPage, NEW_LESSON } from '~/courses/views/authoring/lesson-form';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadCourse } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => ({
  course: await loadCourse(context, viewer, params),
}));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCourse(context, viewer, params);
  const parsed = parseLesson(form);
  if (!parsed.ok) return page({ errors: parsed.errors, values: typedOn(NEW_LESSON, form) }, 422);
  const made = await addLesson(context, viewer, id, parsed.value);
  return seeOther(`${href('deskCourse', { cours: id }, said('lecon-enregistree'))}#lecon-${made}`);
}, LESSON_FORM_MAX);

export const handle = { title: () => 'Une nouvelle leçon' } satisfies PageHandle;

export default function NewLessonRoute() {
  const refused = useActionData<typeof action>();
  const { course } = useLoaderData<typeof loader>();
  return (
    <LessonFormPage
      course={course}
      lesson={null}
      values={refused?.values ?? NEW_LESSON}
      errors={refused?.errors ?? {}}
      stored={null}
    />
  );
}
