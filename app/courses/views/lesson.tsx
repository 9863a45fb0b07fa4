import type { ReadyLesson } from '~/courses/library';
import { type Course, type Lesson, NOTE_MAX, type Place, type Standing } from '~/courses/rules';
import { Film, type FilmProps } from '~/courses/views/film';
import { type At, Invitation, LessonEnd, Neighbours } from '~/courses/views/lesson-end';
import { minutesInWords } from '~/courses/views/words';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { onceFor } from '~/ui/once';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

export type Refused = NonNullable<FilmProps['refused']>;

export type LessonPageProps = {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly standing: Standing;
  readonly ready: ReadyLesson;
  readonly place: Place;
  readonly note: string | null;
  readonly startAt: number | null;
  readonly showExternal: boolean;
  readonly now: Date;
  /** The whole address of this page, and the same as a drawing: for paper (U09). */
  readonly address: string;
  readonly qrSvg: string;
  /** What was typed in a form that came back. */
  readonly refused: Refused | null;
};

/** One lesson: the video if it has one, the text, the reader's own notes, and what comes next. */
export function LessonPage(props: LessonPageProps) {
  const { course, lesson, standing, ready, place, startAt, showExternal, refused } = props;
  const at = { cours: course.slug, numero: lesson.number };
  return (
    <div className="lecon">
      <Breadcrumb
        crumbs={[
          { label: 'Cours', href: href('courses') },
          { label: course.title, href: href('course', { cours: course.slug }) },
        ]}
        here={`Leçon\u00a0${lesson.number}`}
      />
      <header className="lecon-tete">
        <h1>{lesson.title}</h1>
        <p className="meta">
          <span>
            Leçon&nbsp;{lesson.number} sur {course.lessons.length}
          </span>{' '}
          <span>{minutesInWords(lesson.minutes)}</span>
        </p>
      </header>
      <div className="lecon-corps">
        <Contents ready={ready} />
        <div className="lecon-texte">
          <Film
            at={at}
            ready={ready}
            place={place}
            isSignedIn={standing.isSignedIn}
            startAt={startAt}
            showExternal={showExternal}
            refused={refused && 'place_minutes' in refused.values ? refused : null}
          />
          <article className="texte-cours" dangerouslySetInnerHTML={{ __html: ready.html }} />
          <Sources ready={ready} />
          {standing.isSignedIn ? <LessonEnd {...props} at={at} /> : <Invitation at={at} />}
          {standing.isSignedIn && <Notes {...props} at={at} />}
          <Neighbours {...props} />
        </div>
      </div>
      <Paper {...props} />
    </div>
  );
}

/** Beside the text where there is room for it; on a narrow screen the text itself is the quickest way through. */
function Contents({ ready }: Pick<LessonPageProps, 'ready'>) {
  if (ready.parts.length < 2) return null;
  return <nav className="sommaire" aria-label="Dans cette leçon" {...contents(ready)} />;
}

const contents = onceFor(({ parts }: ReadyLesson) => (
  <>
    <p>Dans cette leçon</p>
    <ul>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </>
));

function Notes({ note, refused, at }: LessonPageProps & At) {
  const errors = refused && 'note' in refused.values ? refused.errors : {};
  return (
    <section className="lecon-notes" id="notes">
      <h2>Mes notes</h2>
      <form method="post" noValidate action={href('lessonNote', at)}>
        <ErrorSummary errors={errors} />
        <TextArea
          name="note"
          label="Ce que je veux retenir"
          hint="Personne d’autre ne les lit."
          rows={5}
          value={refused?.values.note ?? note ?? ''}
          maxLength={NOTE_MAX}
          error={errors.note}
        />
        <Button kind="second">Garder mes notes</Button>
      </form>
      {note && <p className="papier note-papier">{note}</p>}
    </section>
  );
}

function Sources({ ready }: Pick<LessonPageProps, 'ready'>) {
  return ready.sources.length > 0 && <details className="repli sources" {...sources(ready)} />;
}

const sources = onceFor((ready: ReadyLesson) => (
  <>
    <summary>
      <Icon name="book" /> D’où vient ce que dit cette leçon
    </summary>
    <ul>
      {ready.sources.map(({ title, publisher, year, url }) => (
        <li key={title}>
          {url ? (
            <a href={url} rel="noopener">
              {title}
            </a>
          ) : (
            title
          )}
          , {publisher}
          {year ? `, ${year}` : ''}
        </li>
      ))}
    </ul>
  </>
));

/** U09: the sheet leads back to the very place. */
function Paper({ address, qrSvg }: LessonPageProps) {
  return (
    <figure className="papier retour-papier">
      <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
      <figcaption>
        Pour revenir à cette leçon, photographiez ce dessin avec un téléphone, ou écrivez : {address}
      </figcaption>
    </figure>
  );
}
