import type { ReactNode } from 'react';
import type { FollowedCourse, JournalLine, StudyTotals } from '~/courses/queries/own';
import type { Step } from '~/courses/rules';
import { NextStep } from '~/courses/views/next';
import { minutesInWords, progressInWords } from '~/courses/views/words';
import { BenchDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { Cover } from '~/ui/covers/picture';
import { dayLabel, momentInWords, plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { EmptyState } from '~/ui/page';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';

export type MyCoursesProps = {
  readonly steps: readonly Step<FollowedCourse>[];
  readonly journal: readonly JournalLine[];
  readonly totals: StudyTotals;
  /** Drawn by the certificates' own view. */
  readonly certificates: ReactNode;
  /** Points, streak and badges, drawn by their own view. */
  readonly play: ReactNode;
  readonly now: Date;
};

/** « Mon parcours »: where I am and what is next; what I have finished; what I did last, for who asks. */
export function MyCoursesPage({ steps, journal, totals, certificates, play, now }: MyCoursesProps) {
  const kept = steps.filter(({ followed }) => !followed.leftAt);
  const current = kept.filter(({ followed }) => !followed.completedAt);
  const done = kept.filter(({ followed }) => followed.completedAt);
  const left = steps.filter(({ followed }) => followed.leftAt);
  return (
    <>
      <div className="ouverture">
        <h1>Mon parcours</h1>
        <p className="chapeau">{summary(totals)}</p>
      </div>
      {kept.length === 0 && <FirstCourse />}
      <Current steps={current} now={now} />
      <Finished steps={done} now={now} />
      {certificates}
      {play}
      <LeftCourses steps={left} />
      <Journal journal={journal} now={now} />
      {kept.length > 0 && (
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

type Steps = { readonly steps: readonly Step<FollowedCourse>[] };
type Dated = Steps & { readonly now: Date };

function Current({ steps, now }: Dated) {
  if (steps.length === 0) return null;
  return (
    <section className="suite">
      <h2>Où j’en suis</h2>
      <ul className="cours-liste">
        {steps.map(({ followed, next }) => (
          <li key={followed.courseId}>
            <article className="cours-carte cours-rang">
              <Cover pillar={followed.pillar} />
              <div>
                <h3>
                  <a href={href('course', { cours: followed.slug })}>{followed.title}</a>
                </h3>
                <p className="meta">{datesOf(followed, now)}</p>
                <Progress
                  id={`avancement-${followed.slug}`}
                  label="Avancement"
                  done={followed.percentage}
                  total={100}
                  words={progressInWords(followed)}
                />
                {next && <NextStep slug={followed.slug} next={next} kind="second" now={now} />}
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** D68 */
function datesOf({ enrolledAt, pausedAt }: FollowedCourse, now: Date) {
  return (
    <>
      <span>Commencé le {dayLabel(enrolledAt, now)}</span>{' '}
      {pausedAt && <span>en pause depuis le {dayLabel(pausedAt, now)}</span>}
    </>
  );
}

/** A line each: there is nothing left to do. */
function Finished({ steps, now }: Dated) {
  if (steps.length === 0) return null;
  return (
    <section className="suite">
      <h2>Cours terminés</h2>
      <ul className="quittes">
        {steps.map(({ followed: { courseId, slug, title, completedAt } }) => (
          <li key={courseId}>
            <a href={href('course', { cours: slug })}>{title}</a>
            {completedAt && <span className="note">terminé le {dayLabel(completedAt, now)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftCourses({ steps }: Steps) {
  if (steps.length === 0) return null;
  return (
    <section className="suite">
      <h2>Cours quittés</h2>
      <ul className="quittes">
        {steps.map(({ followed: { courseId, slug, title } }) => (
          <li key={courseId}>
            <span>{title}</span>
            <form method="post" noValidate action={href('startCourse')}>
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

/** Folded: it says what was done, not where one is. */
function Journal({ journal, now }: Pick<MyCoursesProps, 'journal' | 'now'>) {
  if (journal.length === 0) return null;
  return (
    <details className="repli">
      <summary>
        <Icon name="clock" /> Mes dernières actions
      </summary>
      <ul className="journal">
        {journal.map((line) => (
          <li key={line.id}>
            <span className="note">{momentInWords(line.at, now)}</span> <span>{inWords(line)}</span>
          </li>
        ))}
      </ul>
    </details>
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
