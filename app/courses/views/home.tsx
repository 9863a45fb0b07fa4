import type { FollowedCourse } from '~/courses/queries/own';
import { currentStep, type Step } from '~/courses/rules';
import { NextStep } from '~/courses/views/next';
import { progressInWords } from '~/courses/views/words';
import { Cover } from '~/ui/covers/picture';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';

type MyCourseProps = { readonly steps: readonly Step<FollowedCourse>[]; readonly now: Date };

/** « Mon cours » on the home page: the one to go on with, and the way into it. Who follows none is led to them. */
export function MyCourse({ steps, now }: MyCourseProps) {
  const step = currentStep(steps);
  if (!step) return <NoCourse />;
  const { followed, next } = step;
  return (
    <section className="suite">
      <h2>Mon cours</h2>
      <article className="cours-carte cours-rang">
        <Cover pillar={followed.pillar} isLater />
        <div>
          <h3>
            <a href={href('course', { cours: followed.slug })}>{followed.title}</a>
          </h3>
          <Progress
            id="avancement"
            label="Où j’en suis"
            done={followed.percentage}
            total={100}
            words={progressInWords(followed)}
          />
          {next && <NextStep slug={followed.slug} next={next} kind="second" now={now} />}
        </div>
      </article>
    </section>
  );
}

function NoCourse() {
  return (
    <section className="suite">
      <h2>Mon cours</h2>
      <p>
        Vous n’en suivez pas pour le moment. <a href={href('courses')}>Voir les cours</a>
      </p>
    </section>
  );
}
