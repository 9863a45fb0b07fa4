import { type Course, doorOf, isFollowing, nextIn, type Standing } from '~/courses/rules';
import { CourseFacts } from '~/courses/views/catalogue';
import { NextStep } from '~/courses/views/next';
import { PremiumNote } from '~/courses/views/premium';
import { Programme } from '~/courses/views/programme';
import { Rhythm } from '~/courses/views/rhythm';
import { minutesInWords, openingDay } from '~/courses/views/words';
import { Button, LinkButton } from '~/ui/button';
import { Cover } from '~/ui/covers/picture';
import { PILLARS } from '~/ui/emblems';
import { dayLabel, plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';

export type CoursePageProps = {
  readonly course: Course;
  readonly standing: Standing;
  /** Signs of the reader's name that her certificate could not show. */
  readonly undrawn: readonly string[];
  /** Our own rendering of what the author wrote. */
  readonly descriptionHtml: string;
  readonly now: Date;
};

/** The course: what it is, what it asks, its programme with dates, and one thing to do. */
export function CoursePage({ course, standing, undrawn, descriptionHtml, now }: CoursePageProps) {
  const pillar = PILLARS[course.pillar - 1];
  return (
    <div className="cours">
      <Breadcrumb crumbs={[{ label: 'Cours', href: href('courses') }]} here={course.title} />
      {!course.isPublished && (
        <Notice tone="alerte">
          <p>Ce cours n’est pas publié : vous le voyez parce que vous écrivez des cours.</p>
        </Notice>
      )}
      <header className="cours-tete">
        <Cover pillar={course.pillar} />
        <div>
          <p className="surtitre">{pillar?.name}</p>
          <h1>{course.title}</h1>
          <p className="chapeau">{course.summary}</p>
          <CourseFacts course={course} />
        </div>
      </header>
      <WhereIAm course={course} standing={standing} now={now} />
      {undrawn.length > 0 && (
        <Notice tone="alerte">
          <p>
            Votre attestation ne pourra pas dessiner tout votre nom : <bdi>{undrawn.join(' ')}</bdi> y manquerait. Son
            texte et sa preuve le gardent en entier. Pour qu’il soit dessiné dans d’autres lettres, écrivez-nous avant
            de finir le cours : l’adresse est dans les <a href={href('legal')}>mentions légales</a>.
          </p>
        </Notice>
      )}
      <div className="cours-corps">
        <div className="texte-cours" dangerouslySetInnerHTML={{ __html: descriptionHtml }} />
        <Needs course={course} />
      </div>
      <section className="suite">
        <h2>Le programme</h2>
        <ProgrammeNote course={course} standing={standing} now={now} />
        <Programme course={course} standing={standing} now={now} />
      </section>
      {standing.enrollment && isFollowing(standing) && <Rhythm course={course} enrollment={standing.enrollment} />}
    </div>
  );
}

type PartProps = { readonly course: Course; readonly standing: Standing; readonly now: Date };

/** The one main action, with what stands in its way if anything does. */
function WhereIAm({ course, standing, now }: PartProps) {
  const { enrollment } = standing;
  if (!isFollowing(standing)) return <Begin course={course} standing={standing} />;
  return (
    <section className="cours-ou-j-en-suis" aria-label="Où j’en suis">
      <Progress
        id="avancement"
        label="Où j’en suis"
        done={enrollment?.percentage ?? 0}
        total={100}
        words={doneInWords(course, standing)}
      />
      {enrollment?.completedAt && (
        <p className="constat">
          <Icon name="check" />
          <span>Vous avez terminé ce cours le {dayLabel(enrollment.completedAt, now)}. Il reste ouvert pour vous.</span>
        </p>
      )}
      {enrollment?.pausedAt && (
        <p className="constat">
          <Icon name="pause" />
          <span>
            Votre cours est en pause depuis le {dayLabel(enrollment.pausedAt, now)}. Les leçons ouvertes le restent ;
            les suivantes vous attendent.
          </span>
        </p>
      )}
      {enrollment?.completedAt && (
        <p className="boutons">
          <LinkButton kind="principal" href={`${href('myCourses')}#mes-attestations`} icon="check">
            Voir mon attestation
          </LinkButton>
        </p>
      )}
      <NextStep
        slug={course.slug}
        next={nextIn(course, standing)}
        kind={enrollment?.completedAt ? 'second' : 'principal'}
        now={now}
      />
      {!standing.isEntitled && <PremiumNote course={course} />}
    </section>
  );
}

function doneInWords(course: Course, standing: Standing): string {
  const done = course.lessons.filter((lesson) => standing.lessons[lesson.id]?.status === 'completed').length;
  return `${plural(done, 'leçon terminée', 'leçons terminées')} sur ${course.lessons.length}`;
}

function Begin({ course, standing }: Omit<PartProps, 'now'>) {
  const mayStart = standing.isEntitled || course.lessons.some((lesson) => lesson.isFree);
  const firstFree = course.lessons.find((lesson) => lesson.isFree && doorOf(lesson, standing) === 'open');
  const wasHere = standing.enrollment?.leftAt;
  return (
    <section className="cours-ou-j-en-suis" aria-label="Commencer">
      {wasHere && (
        <p>
          Vous avez quitté ce cours. Tout ce que vous y aviez fait est gardé, et il vous attend où vous l’aviez laissé.
        </p>
      )}
      <div className="boutons">
        {standing.isSignedIn && mayStart && (
          <form method="post" noValidate action={href('startCourse')}>
            <input type="hidden" name="cours" value={course.slug} />
            <Button kind="principal" icon="sprout">
              {wasHere ? 'Reprendre ce cours' : 'Commencer ce cours'}
            </Button>
          </form>
        )}
        {firstFree && (
          <LinkButton
            kind={standing.isSignedIn && mayStart ? 'second' : 'principal'}
            href={href('lesson', { cours: course.slug, numero: firstFree.number })}
            icon="book"
          >
            {firstFree.number === 1
              ? 'Lire la première leçon, gratuite'
              : `Lire la leçon\u00a0${firstFree.number}, gratuite`}
          </LinkButton>
        )}{' '}
        {!standing.isSignedIn && (
          <LinkButton
            kind="second"
            href={href('signIn', {}, { retour: href('course', { cours: course.slug }) })}
            icon="signIn"
          >
            Me connecter pour le suivre
          </LinkButton>
        )}
      </div>
      {!standing.isEntitled && <PremiumNote course={course} />}
    </section>
  );
}

function Needs({ course }: { readonly course: Course }) {
  const minutes = course.lessons.map((lesson) => lesson.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return (
    <dl className="besoins">
      {course.needs && (
        <div>
          <dt>Ce qu’il vous faut</dt>
          <dd>{course.needs}</dd>
        </div>
      )}
      {minutes.length > 0 && (
        <div>
          <dt>Le temps</dt>
          <dd>
            {least === most ? minutesInWords(most) : `De ${minutesInWords(least)} à ${minutesInWords(most)}`} par leçon,
            sur {plural(course.weeks, 'semaine', 'semaines')}. Rien ne se perd si vous prenez plus de temps.
          </dd>
        </div>
      )}
    </dl>
  );
}

function ProgrammeNote({ course, standing, now }: PartProps) {
  const next = course.lessons.find((lesson) => doorOf(lesson, standing) === 'later');
  const opensAt = next && standing.lessons[next.id]?.opensAt;
  if (next && opensAt) {
    return (
      <p>
        La leçon&nbsp;{next.number} s’ouvre {openingDay(opensAt, now)}.
      </p>
    );
  }
  if (isFollowing(standing)) return null;
  return <p>Les leçons s’ouvrent peu à peu, à 6 h du matin, à partir du jour où vous commencez.</p>;
}
