import { atDesk, createCourse } from '~/courses/authoring/commands';
import { parseCourse } from '~/courses/authoring/rules';
import { CourseFormPage, NEW_COURSE } from '~/courses/views/authoring/course-form';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { conflictIn, SLUG_TAKEN } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(({ context, viewer }) => atDesk(context, viewer, async () => null));

export const action = membersPost(async ({ context, viewer, form }) => {
  await atDesk(context, viewer, async () => null);
  const parsed = parseCourse(form);
  const refused = (errors: Readonly<Record<string, string>>) =>
    page({ errors, values: typedOn(NEW_COURSE, form) }, 422);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    const cours = await createCourse(context, viewer, parsed.value);
    return seeOther(href('deskCourse', { cours }, said('cours-enregistre')));
  } catch (error) {
    conflictIn(error);
    return refused({ adresse: SLUG_TAKEN });
  }
});

export const handle = { title: () => 'Un nouveau cours' } satisfies PageHandle;

export default function NewCourseRoute() {
  const refused = useActionData<typeof action>();
  return (
    <CourseFormPage id={null} values={refused?.values ?? NEW_COURSE} errors={refused?.errors ?? {}} stored={null} />
  );
}
