import { Offer } from '~/billing/views/offer';
import { type Course, type Door, type Lesson, lessonToRead, type Standing } from '~/courses/rules';
import { PremiumNote } from '~/courses/views/premium';
import { openingDay } from '~/courses/views/words';
import { LampDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

export type ClosedLessonProps = {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly standing: Standing;
  readonly door: Exclude<Door, 'open'>;
  readonly now: Date;
  /** D24. */
  readonly offer: boolean;
};

/** A lesson that is there, and not open to this reader: why, when, and what can be read meanwhile. Nothing of what it says. */
export function ClosedLessonPage({ course, lesson, standing, door, now, offer }: ClosedLessonProps) {
  const place = href('course', { cours: course.slug });
  const open = lessonToRead(course, standing);
  return (
    <div className="etroit">
      <Breadcrumb
        crumbs={[
          { label: 'Cours', href: href('courses') },
          { label: course.title, href: place },
        ]}
        here={`Leçon\u00a0${lesson.number}`}
      />
      <LampDrawing />
      <h1>{lesson.title}</h1>
      <Reason course={course} lesson={lesson} standing={standing} door={door} now={now} offer={offer} />
      <div className="boutons">
        {door === 'start' && (
          <form method="post" noValidate action={href('startCourse')}>
            <input type="hidden" name="cours" value={course.slug} />
            <Button kind="principal" icon="sprout">
              {standing.enrollment ? 'Reprendre ce cours' : 'Commencer ce cours'}
            </Button>
          </form>
        )}
        {open && (
          <LinkButton
            kind={door === 'start' ? 'second' : 'principal'}
            href={href('lesson', { cours: course.slug, numero: open.number })}
            icon="book"
          >
            Lire la leçon&nbsp;{open.number} : {open.title}
          </LinkButton>
        )}
        <LinkButton kind="second" href={place} icon="back">
          Revenir au cours
        </LinkButton>
      </div>
    </div>
  );
}

function Reason({ course, lesson, standing, door, now, offer }: ClosedLessonProps) {
  const opensAt = standing.lessons[lesson.id]?.opensAt;
  if (door === 'later') {
    return (
      <p className="chapeau">
        Cette leçon n’est pas encore ouverte. Elle sera disponible{' '}
        {opensAt ? openingDay(opensAt, now) : 'dans quelques jours'}. Rien ne presse : elle vous attendra.
      </p>
    );
  }
  if (door === 'paused') {
    return (
      <p className="chapeau">
        Votre cours est en pause. Cette leçon s’ouvrira quelques jours après votre retour. Vous reprenez le cours sur sa
        page, d’un seul bouton.
      </p>
    );
  }
  if (door === 'start') {
    return (
      <p className="chapeau">Cette leçon s’ouvre pour ceux qui suivent le cours. Commencez-le quand vous voudrez.</p>
    );
  }
  return (
    <>
      <p className="chapeau">Cette leçon fait partie de Premium, et votre compte est gratuit.</p>
      <PremiumNote course={course} />
      {offer && <Offer what="paid_lessons" />}
    </>
  );
}
