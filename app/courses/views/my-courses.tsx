import type { ReactNode } from 'react';
import type { FollowedCourse, JournalLine, StudyTotals } from '~/courses/queries/own';
import { minutesInWords } from '~/courses/views/words';
import { BenchDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { dayLabel, momentInWords, plural } from '~/ui/format';
import { EmptyState } from '~/ui/page';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';

export type MyCoursesProps = {
  readonly courses: readonly FollowedCourse[];
  readonly journal: readonly JournalLine[];
  readonly totals: StudyTotals;
  /** Drawn by the certificates' own view. */
  readonly certificates: ReactNode;
  readonly now: Date;
};

/** « Mon parcours »: where I am, what I have finished, what I did last. */
export function MyCoursesPage({ courses, journal, totals, certificates, now }: MyCoursesProps) {
  const current = courses.filter(({ leftAt, completedAt }) => !leftAt && !completedAt);
  const done = courses.filter(({ leftAt, completedAt }) => !leftAt && completedAt);
  const left = courses.filter(({ leftAt }) => leftAt);
  return (
    <>
      <div className="ouverture">
        <h1>Mon parcours</h1>
        <p className="chapeau">{summary(totals)}</p>
      </div>
      {current.length + done.length === 0 && <FirstCourse />}
      <Part title="Mes cours" courses={current} now={now} />
      <Part title="Cours terminés" courses={done} now={now} />
      {certificates}
      <LeftCourses courses={left} />
      {journal.length > 0 && (
        <section className="suite">
          <h2>Mes dernières actions</h2>
          <ul className="journal">
            {journal.map((line) => (
              <li key={line.id}>
                <span className="note">{momentInWords(line.at, now)}</span> <span>{inWords(line)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {current.length + done.length > 0 && (
        <p className="suite">
          <LinkButton kind="second" href={href('courses')} icon="book">
            Voir tous les cours
          </LinkButton>
        </p>
      )}
    </>
  );
}

function summary({ lessons, seconds }: StudyTotals): string {
  if (lessons === 0) return 'Ici se garde tout ce que vous apprenez. Rien ne presse.';
  const watched = seconds >= 60 ? ` et ${minutesInWords(Math.floor(seconds / 60))} de vidéo` : '';
  return `${plural(lessons, 'leçon terminée', 'leçons terminées')}${watched}.`;
}

function FirstCourse() {
  return (
    <section className="suite">
      <h2>Pour commencer</h2>
      <EmptyState drawing={<BenchDrawing />} title="Vous ne suivez pas encore de cours">
        <p>La première leçon de chaque cours est gratuite : lisez-en une, et commencez celui qui vous plaît.</p>
        <LinkButton kind="principal" href={href('courses')} icon="book">
          Voir les cours
        </LinkButton>
      </EmptyState>
    </section>
  );
}

function Part({ title, courses, now }: { title: string; courses: readonly FollowedCourse[]; now: Date }) {
  if (courses.length === 0) return null;
  return (
    <section className="suite">
      <h2>{title}</h2>
      <ul className="cours-liste">
        {courses.map((course) => (
          <li key={course.courseId}>
            <FollowedCard course={course} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FollowedCard({ course, now }: { readonly course: FollowedCourse; readonly now: Date }) {
  const { slug, title, lastLesson, lessonsCompleted, lessonCount, percentage } = course;
  return (
    <article className="cours-carte">
      <h3>
        <a href={href('course', { cours: slug })}>{title}</a>
      </h3>
      <p className="meta">{datesOf(course, now)}</p>
      <Progress
        id={`avancement-${slug}`}
        label="Où j’en suis"
        done={percentage}
        total={100}
        words={`${plural(lessonsCompleted, 'leçon terminée', 'leçons terminées')} sur ${lessonCount}`}
      />
      {lastLesson && !course.completedAt && (
        <p>
          <a href={href('lesson', { cours: slug, numero: lastLesson.number })}>
            Revenir à la leçon {lastLesson.number} : {lastLesson.title}
          </a>
        </p>
      )}
    </article>
  );
}

/** D68 */
function datesOf({ enrolledAt, completedAt, pausedAt }: FollowedCourse, now: Date) {
  return (
    <>
      <span>Commencé le {dayLabel(enrolledAt, now)}</span>
      {completedAt && <span>terminé le {dayLabel(completedAt, now)}</span>}
      {pausedAt && !completedAt && <span>en pause depuis le {dayLabel(pausedAt, now)}</span>}
    </>
  );
}

function LeftCourses({ courses }: { readonly courses: readonly FollowedCourse[] }) {
  if (courses.length === 0) return null;
  return (
    <section className="suite">
      <h2>Cours quittés</h2>
      <ul className="quittes">
        {courses.map(({ courseId, slug, title }) => (
          <li key={courseId}>
            <span>{title}</span>
            <form method="post" action={href('startCourse')}>
              <input type="hidden" name="cours" value={slug} />
              <Button kind="second">
                Reprendre<span className="hors-vue"> le cours {title}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inWords({ kind, course, lesson }: JournalLine): string {
  const which = course ? `« ${course.title} »` : 'un cours retiré';
  const part = lesson ? `la leçon « ${lesson.title} »` : 'une leçon retirée';
  switch (kind) {
    case 'enrolled':
      return `Vous avez commencé ${which}.`;
    case 'returned':
      return `Vous avez repris ${which}.`;
    case 'left':
      return `Vous avez quitté ${which}.`;
    case 'paused':
      return `Vous avez mis ${which} en pause.`;
    case 'resumed':
      return `Vous avez repris ${which} après une pause.`;
    case 'started':
      return `Vous avez ouvert ${part}.`;
    case 'completed':
      return `Vous avez terminé ${part}.`;
    case 'restarted':
      return `Vous avez recommencé ${part}.`;
    case 'course_completed':
      return `Vous avez terminé ${which}. Bravo !`;
  }
}
