import type { ReactNode } from 'react';
import type { Course, Next } from '~/courses/rules';
import { NextStep } from '~/courses/views/next';
import { minutesInWords } from '~/courses/views/words';
import { Cover } from '~/ui/covers/picture';
import { PILLARS } from '~/ui/emblems';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { onceFor } from '~/ui/once';
import { Badge } from '~/ui/page';
import { href } from '~/urls';

/** How far the reader has come, by course, and what is next. */
export type Followed = Readonly<
  Record<string, { readonly percentage: number; readonly isDone: boolean; readonly next: Next | null }>
>;

type CatalogueProps = {
  readonly courses: readonly Course[];
  readonly followed: Followed;
  readonly isSignedIn: boolean;
  /** G17: whether a free account opens every lesson. */
  readonly areFree: boolean;
  readonly now: Date;
  /** Z11: drawn by the members' own view. */
  readonly idea: ReactNode;
};

/** The courses, pillar by pillar (D55). */
export function CataloguePage({ courses, followed, isSignedIn, areFree, now, idea }: CatalogueProps) {
  return (
    <>
      <div className="ouverture">
        <h1>Les cours</h1>
        <p className="chapeau">
          Sept piliers, des leçons courtes, un exercice et une fiche à garder à chaque fois. On avance à son pas, et
          l’on reprend où l’on s’était arrêté.
        </p>
        <p>
          La première leçon de chaque cours est gratuite{isSignedIn ? '' : ', même sans compte'}.{' '}
          {areFree ? 'Les suivantes le sont aussi, avec un compte.' : 'Les suivantes font partie de Premium.'}
        </p>
        {isSignedIn && (
          <p className="suite-lien">
            <a href={href('myCourses')}>
              <Icon name="steps" /> Mon parcours
            </a>
          </p>
        )}
      </div>
      {idea}
      <div className="piliers-cours">
        {PILLARS.map((pillar, index) => (
          <PillarPart
            key={pillar.key}
            name={pillar.name}
            courses={courses.filter((course) => course.pillar === index + 1)}
            followed={followed}
            now={now}
          />
        ))}
      </div>
    </>
  );
}

type PillarProps = Pick<CatalogueProps, 'courses' | 'followed' | 'now'> & { readonly name: string };

function PillarPart({ name, courses, followed, now }: PillarProps) {
  const [first] = courses;
  if (!first) return null;
  return (
    <section className="pilier">
      <Cover pillar={first.pillar} isLater={first.pillar > 3} />
      <div>
        <h2>{name}</h2>
        <ul className="cours-liste">
          {courses.map((course) => (
            <li key={course.id}>
              <CourseCard course={course} followed={followed[course.id]} now={now} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

type CourseCardProps = {
  readonly course: Course;
  readonly followed: Followed[string] | undefined;
  readonly now: Date;
};

function CourseCard({ course, followed, now }: CourseCardProps) {
  return (
    <article className="cours-carte">
      <h3>
        <a href={href('course', { cours: course.slug })}>{course.title}</a>
      </h3>
      <p>{course.summary}</p>
      <CourseFacts course={course} />
      {followed && <Badge>{followed.isDone ? 'Terminé' : `En cours : ${followed.percentage} %`}</Badge>}
      {followed?.next?.kind === 'read' && <NextStep slug={course.slug} next={followed.next} kind="second" now={now} />}
    </article>
  );
}

/** D56, D61: how many, how long, over how many weeks, how many for nothing. */
export function CourseFacts({ course }: { readonly course: Course }) {
  return <p className="meta" {...facts(course)} />;
}

const facts = onceFor(({ lessons, weeks }: Course) => {
  const free = lessons.filter((lesson) => lesson.isFree).length;
  return (
    <>
      <span>
        {plural(lessons.length, 'leçon', 'leçons')}
        {free > 0 && free < lessons.length && `, dont ${plural(free, 'gratuite', 'gratuites')}`}
      </span>{' '}
      <span>{minutesInWords(lessons.reduce((sum, lesson) => sum + lesson.minutes, 0))} en tout</span>{' '}
      <span>{plural(weeks, 'semaine', 'semaines')}</span>
    </>
  );
});
