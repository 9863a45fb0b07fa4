import { editLesson } from '~/courses/authoring/commands';
import { LESSON_FORM_MAX, parseLesson } from '~/courses/authoring/rules';
import { LessonFormPage, lessonValues, NEW_LESSON } from '~/courses/views/authoring/lesson-form';
import { MOVED } from '~/courses/views/authoring/stored';
import { typedOn } from '~/forms';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { conflictIn, loadLesson } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(({ context, viewer, params }) => loadLesson(context, viewer, params));

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const { course, lesson } = await loadLesson(context, viewer, params);
  const parsed = parseLesson(form);
  const refused = (errors: Readonly<Record<string, string>>, moved = false) =>
    page({ errors, values: typedOn(NEW_LESSON, form), moved }, 422);
  if (!parsed.ok) return refused(parsed.errors);
  try {
    await editLesson(context, viewer, course.id, lesson.id, parsed.value);
  } catch (error) {
    conflictIn(error);
    return refused({ formulaire: MOVED }, true);
  }
  const back = href('deskCourse', { cours: course.id }, said('lecon-enregistree'));
  return seeOther(`${back}#lecon-${lesson.id}`);
}, LESSON_FORM_MAX);

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ lesson }) => `${lesson.title} · Écrire` } satisfies PageHandle<Data>;

export default function EditLessonRoute() {
  const { course, lesson } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const now = lessonValues(lesson);
  // Once she has seen the other's text, her next « Enregistrer » is meant.
  const values = refused ? { ...refused.values, ...(refused.moved ? { version: now.version } : {}) } : now;
  return (
    <LessonFormPage
      course={course}
      lesson={lesson}
      values={values}
      errors={refused?.errors ?? {}}
      stored={
        refused?.moved
          ? {
              Titre: now.titre,
              'Texte de la leçon': now.texte,
              Durée: `${now.minutes} min`,
              'Jours avant l’ouverture': now.jours,
              Vidéo: now.video || now.video_adresse,
              'Ce que dit la vidéo': now.transcription,
              Sources: now.sources,
            }
          : null
      }
    />
  );
}
