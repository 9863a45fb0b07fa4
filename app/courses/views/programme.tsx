import { type Course, doorOf, type Lesson, type Standing } from '~/courses/rules';
import { dayOfProgramme, lessonState, minutesInWords } from '~/courses/views/words';
import { Icon } from '~/ui/icon';
import { href } from '~/urls';

type ProgrammeProps = { readonly course: Course; readonly standing: Standing; readonly now: Date };

/** The lessons in their order, with the day each opens and how far the reader has come in it (D60, D62, D64). */
export function Programme({ course, standing, now }: ProgrammeProps) {
  return (
    <ol className="programme">
      {course.lessons.map((lesson) => (
        <ProgrammeLine key={lesson.id} course={course} lesson={lesson} standing={standing} now={now} />
      ))}
    </ol>
  );
}

function ProgrammeLine({ course, lesson, standing, now }: ProgrammeProps & { readonly lesson: Lesson }) {
  const door = doorOf(lesson, standing);
  const state = lessonState(lesson, standing, door, now);
  const place = href('lesson', { cours: course.slug, numero: lesson.number });
  return (
    <li className={door === 'open' ? 'ouverte' : undefined}>
      <span className="numero" aria-hidden="true">
        {lesson.number}
      </span>
      <div>
        <h3>{door === 'open' ? <a href={place}>{lesson.title}</a> : lesson.title}</h3>
        <p className="meta">
          <span>{minutesInWords(lesson.minutes)}</span>{' '}
          <span>
            <Icon name={state.icon} /> {state.word}
          </span>{' '}
          {(door === 'plan' || (door === 'open' && !standing.enrollment)) && <span>{dayOfProgramme(lesson)}</span>}
        </p>
      </div>
    </li>
  );
}
