import type { ReadyLesson } from '~/courses/library';
import {
  type Course,
  doorOf,
  isFollowing,
  type Lesson,
  NOTE_MAX,
  nextIn,
  type Place,
  type Standing,
} from '~/courses/rules';
import { Film, type FilmProps } from '~/courses/views/film';
import { NextStep } from '~/courses/views/next';
import { minutesInWords } from '~/courses/views/words';
import { Button, LinkButton } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { onceFor } from '~/ui/once';
import { Breadcrumb, Pager } from '~/ui/page';
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
        here={`Leçon ${lesson.number}`}
      />
      <header className="lecon-tete">
        <h1>{lesson.title}</h1>
        <p className="meta">
          <span>
            Leçon {lesson.number} sur {course.lessons.length}
          </span>
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
          {standing.isSignedIn ? <Done {...props} at={at} /> : <Invitation at={at} />}
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

type At = { readonly at: { readonly cours: string; readonly numero: number } };

function Done({ course, lesson, standing, now, at }: LessonPageProps & At) {
  const action = href('finishLesson', at);
  if (standing.lessons[lesson.id]?.status !== 'completed') {
    return (
      <section className="lecon-fin" id="fin" aria-label="Finir la leçon">
        <form method="post" noValidate action={action}>
          <Button kind="principal" icon="check">
            J’ai terminé cette leçon
          </Button>
        </form>
      </section>
    );
  }
  return (
    <section className="lecon-fin" id="fin" aria-label="Finir la leçon">
      <p className="constat">
        <Icon name="check" />
        <span>Vous avez terminé cette leçon{standing.enrollment?.completedAt ? ', et le cours entier' : ''}.</span>
      </p>
      <Onwards course={course} standing={standing} now={now} />
      <form method="post" noValidate action={action}>
        <input type="hidden" name="recommencer" value="on" />
        <Button kind="discret">Recommencer cette leçon</Button>
      </form>
    </section>
  );
}

/** The one main action after a lesson: the next one, the certificate, the beginning of the course, or the course's page. */
function Onwards({ course, standing, now }: Pick<LessonPageProps, 'course' | 'standing' | 'now'>) {
  const { slug } = course;
  const next = nextIn(course, standing);
  if (next.kind === 'read') return <NextStep slug={slug} next={next} kind="principal" now={now} />;
  if (standing.enrollment?.completedAt) {
    return (
      <p className="boutons">
        <LinkButton kind="principal" href={`${href('myCourses')}#mes-attestations`} icon="check">
          Voir mon attestation
        </LinkButton>
      </p>
    );
  }
  if (!isFollowing(standing) && standing.isEntitled) {
    return (
      <form method="post" noValidate action={href('startCourse')}>
        <input type="hidden" name="cours" value={slug} />
        <Button kind="principal" icon="sprout">
          {standing.enrollment ? 'Reprendre ce cours' : 'Commencer ce cours'}
        </Button>
      </form>
    );
  }
  return (
    <>
      <NextStep slug={slug} next={next} kind="principal" now={now} />
      <p className="boutons">
        <LinkButton kind="principal" href={href('course', { cours: slug })} icon="next">
          Voir le programme du cours
        </LinkButton>
      </p>
    </>
  );
}

function Invitation({ at }: At) {
  return (
    <section className="lecon-fin">
      <p>
        Cette leçon est gratuite. Avec un compte, gratuit lui aussi, votre place et vos notes sont gardées, et vous
        retrouvez la leçon sur tous vos appareils.
      </p>
      <p className="boutons">
        <LinkButton kind="principal" href={href('signUp')}>
          Créer mon compte
        </LinkButton>
        <LinkButton kind="second" href={href('signIn', {}, { retour: href('lesson', at) })} icon="signIn">
          Me connecter
        </LinkButton>
      </p>
    </section>
  );
}

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

function Neighbours({ course, lesson, standing }: LessonPageProps) {
  const beside = (step: number) => {
    const found = course.lessons.find(({ number }) => number === lesson.number + step);
    if (!found || doorOf(found, standing) !== 'open') return null;
    return {
      label: `Leçon ${found.number} : ${found.title}`,
      href: href('lesson', { cours: course.slug, numero: found.number }),
    };
  };
  return <Pager label="Leçons voisines" previous={beside(-1)} next={beside(1)} />;
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
