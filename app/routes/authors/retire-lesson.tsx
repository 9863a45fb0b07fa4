import { retireLesson } from '~/courses/authoring/commands';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { loadLesson } from '~/routes/authors/load-desk';
import { said } from '~/routes/flashes';
import { Breadcrumb } from '~/ui/page';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

export const loader = members(({ context, viewer, params }) => loadLesson(context, viewer, params));

export const action = membersPost(async ({ context, viewer, params }) => {
  const { course, lesson } = await loadLesson(context, viewer, params);
  await retireLesson(context, viewer, course.id, lesson.id);
  return seeOther(href('deskCourse', { cours: course.id }, said('lecon-retiree')));
});

export const handle = { title: () => 'Retirer une leçon' } satisfies PageHandle;

export default function RetireLessonRoute() {
  const { course, lesson } = useLoaderData<typeof loader>();
  return (
    <div className="etroit">
      <Breadcrumb
        crumbs={[
          { label: 'Équipe', href: href('admin') },
          { label: 'Cours', href: href('deskCourses') },
          { label: course.title, href: href('deskCourse', { cours: course.id }) },
        ]}
        here="Retirer une leçon"
      />
      <QuestionPage
        question="Retirer cette leçon ?"
        action={href('retireLesson', { cours: course.id, lecon: lesson.id })}
        yes="Retirer la leçon"
        no="La garder"
        back={href('deskCourse', { cours: course.id })}
      >
        <p>
          « {lesson.title} » ne paraîtra plus dans « {course.title} », et les leçons suivantes avanceront d’un rang. Ce
          que les membres y ont fait est gardé. Vous pourrez la remettre.
        </p>
      </QuestionPage>
    </div>
  );
}
