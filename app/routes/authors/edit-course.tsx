import { editCourse } from '~/courses/authoring/commands';
import { parseCourse } from '~/courses/authoring/rules';
import { CourseFormPage, courseValues, NEW_COURSE } from '~/courses/views/authoring/course-form';
import { MOVED } from '~/courses/views/authoring/stored';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { conflictIn, loadCourse, SLUG_TAKEN } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => ({
  course: await loadCourse(context, viewer, params),
}));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { id } = await loadCourse(context, viewer, params);
  const parsed = parseCourse(form);
  const refused = (errors: Readonly<Record<string, string>>, moved = false) =>
    page({ errors, values: typedOn(NEW_COURSE, form), moved }, 422);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    await editCourse(context, viewer, id, parsed.value);
  } catch (error) {
    return conflictIn(error) === 'slug' ? refused({ adresse: SLUG_TAKEN }) : refused({ formulaire: MOVED }, true);
  }
  return seeOther(href('deskCourse', { cours: id }, said('cours-enregistre')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ course }) => `${course.title} · Fiche` } satisfies PageHandle<Data>;

export default function EditCourseRoute() {
  const { course } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const now = courseValues(course);
  // Once she has seen the other's text, her next « Enregistrer » is meant.
  const values = refused ? { ...refused.values, ...(refused.moved ? { version: now.version } : {}) } : now;
  return (
    <CourseFormPage
      id={course.id}
      values={values}
      errors={refused?.errors ?? {}}
      stored={
        refused?.moved
          ? {
              Titre: now.titre,
              Adresse: now.adresse,
              'En une ou deux phrases': now.resume,
              Présentation: now.description,
              'Ce qu’il faut': now.besoins,
            }
          : null
      }
    />
  );
}
