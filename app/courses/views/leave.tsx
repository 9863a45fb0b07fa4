import type { Course } from '~/courses/rules';
import { Breadcrumb } from '~/ui/page';
import { QuestionPage } from '~/ui/question-page';
import { href } from '~/urls';

/** Asks before, and says what stays (D70). */
export function LeaveCoursePage({ course }: { readonly course: Course }) {
  const place = href('course', { cours: course.slug });
  return (
    <div className="etroit">
      <Breadcrumb
        crumbs={[
          { label: 'Cours', href: href('courses') },
          { label: course.title, href: place },
        ]}
        here="Quitter ce cours"
      />
      <QuestionPage
        question={`Quitter « ${course.title} » ?`}
        action={href('leaveCourse', { cours: course.slug })}
        yes="Quitter ce cours"
        icon="door"
        no="Rester dans ce cours"
        back={place}
      >
        <p>Ce cours ne sera plus dans votre parcours. Vos leçons terminées, vos notes et votre place sont gardées.</p>
        <p>Vous pourrez le reprendre quand vous voudrez, où vous l’aviez laissé.</p>
      </QuestionPage>
    </div>
  );
}
