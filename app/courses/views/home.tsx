import type { FollowedCourse } from '~/courses/queries/own';
import { LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { Progress } from '~/ui/progress';
import { href } from '~/urls';

/** « Mon cours » on the home page: the one I was in last, and the way back into it. Nothing for who follows none. */
export function MyCourse({ courses }: { readonly courses: readonly FollowedCourse[] }) {
  const course = courses.find(({ leftAt, completedAt, pausedAt }) => !leftAt && !completedAt && !pausedAt);
  if (!course) return null;
  const { slug, title, lastLesson, percentage, lessonsCompleted, lessonCount } = course;
  const place = lastLesson
    ? href('lesson', { cours: slug, numero: lastLesson.number })
    : href('course', { cours: slug });
  return (
    <section className="suite">
      <h2>Mon cours</h2>
      <article className="cours-carte">
        <h3>
          <a href={href('course', { cours: slug })}>{title}</a>
        </h3>
        <Progress
          id="avancement"
          label="Où j’en suis"
          done={percentage}
          total={100}
          words={`${plural(lessonsCompleted, 'leçon terminée', 'leçons terminées')} sur ${lessonCount}`}
        />
        <p className="boutons">
          <LinkButton kind="second" href={place} icon="next">
            {lastLesson
              ? `Reprendre la leçon ${lastLesson.number} : ${lastLesson.title}`
              : 'Commencer la première leçon'}
          </LinkButton>
        </p>
      </article>
    </section>
  );
}
