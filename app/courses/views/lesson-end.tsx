/** What comes after a lesson: finishing it, the next step, an account, its neighbours. */
import { type Course, doorOf, isFollowing, type Lesson, nextIn, type Standing } from '~/courses/rules';
import { NextStep } from '~/courses/views/next';
import { Button, LinkButton } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { Pager } from '~/ui/page';
import { href } from '~/urls';

export type At = { readonly at: { readonly cours: string; readonly numero: number } };

type EndProps = {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly standing: Standing;
  readonly now: Date;
};

/** The lesson is finished with one button; from then on the one main button leads onwards. */
export function LessonEnd({ course, lesson, standing, now, at }: EndProps & At) {
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
function Onwards({ course, standing, now }: Omit<EndProps, 'lesson'>) {
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

/** For who reads without an account. */
export function Invitation({ at }: At) {
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

/** The lessons before and after, as far as they are open. */
export function Neighbours({ course, lesson, standing }: Omit<EndProps, 'now'>) {
  const beside = (step: number) => {
    const found = course.lessons.find(({ number }) => number === lesson.number + step);
    if (!found || doorOf(found, standing) !== 'open') return null;
    return {
      label: `Leçon\u00a0${found.number} : ${found.title}`,
      href: href('lesson', { cours: course.slug, numero: found.number }),
    };
  };
  return <Pager label="Leçons voisines" previous={beside(-1)} next={beside(1)} />;
}
