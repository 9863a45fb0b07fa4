import type { DeskCourse, DeskLesson } from '~/courses/authoring/rules';
import { Button, LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Badge, Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

/** A course on its author's desk: what it is, whether it is shown, its lessons in their order. */
export function DeskCoursePage({ course }: { readonly course: DeskCourse }) {
  const lessons = course.lessons.filter(({ number }) => number !== null);
  const retired = course.lessons.filter(({ number }) => number === null);
  const place = { cours: course.id };
  return (
    <div className="bureau">
      <Breadcrumb
        crumbs={[
          { label: 'Équipe', href: href('admin') },
          { label: 'Cours', href: href('deskCourses') },
        ]}
        here={course.title}
      />
      <h1>{course.title}</h1>
      <p>
        <Badge>{course.isPublished ? 'Publié' : 'Brouillon'}</Badge> {course.summary}
      </p>
      <Origin course={course} />
      <div className="boutons">
        <LinkButton kind="second" icon="pencil" href={href('editCourse', place)}>
          Modifier la fiche du cours
        </LinkButton>
        <LinkButton kind="second" icon="eye" href={href('course', { cours: course.slug })}>
          Voir comme un membre
        </LinkButton>
        <LinkButton kind="second" icon="key" href={href('openCourseFor', place)}>
          Ouvrir toutes les leçons à une personne
        </LinkButton>
      </div>
      <Publication course={course} />
      <section>
        <h2>Les leçons</h2>
        {lessons.length === 0 && <p>Aucune leçon pour l’instant. Écrivez la première.</p>}
        <ol className="pupitre">
          {lessons.map((lesson, index) => (
            <LessonLine
              key={lesson.id}
              courseId={course.id}
              lesson={lesson}
              isFirst={index === 0}
              isLast={index === lessons.length - 1}
            />
          ))}
        </ol>
        <p>
          <LinkButton kind="principal" icon="plus" href={href('newLesson', place)}>
            Écrire une leçon
          </LinkButton>
        </p>
      </section>
      {retired.length > 0 && <Retired courseId={course.id} lessons={retired} />}
    </div>
  );
}

/** Who wins: the files or this page (docs/decisions/029). */
function Origin({ course: { source, isEdited } }: { readonly course: DeskCourse }) {
  if (source === null) return null;
  return (
    <Notice tone="info">
      {isEdited ? (
        <p>
          Ce cours est venu des fichiers (dossier {source}), puis a été changé ici. C’est cette page qui fait foi : les
          fichiers ne le remplacent plus quand on les charge de nouveau.
        </p>
      ) : (
        <p>
          Ce cours vient des fichiers (dossier {source}). Dès que vous y changez quelque chose ici, cette page fait
          foi : les fichiers ne le remplaceront plus.
        </p>
      )}
    </Notice>
  );
}

function Publication({ course: { id, isPublished } }: { readonly course: DeskCourse }) {
  return (
    <form method="post" noValidate action={href('publishCourse', { cours: id })} className="publication">
      {isPublished ? (
        <>
          <p>Les membres voient ce cours. Si vous le retirez, ceux qui le suivent gardent leur progression.</p>
          <Button kind="second">Retirer de la publication</Button>
        </>
      ) : (
        <>
          <p>Ce cours n’est visible que des auteurs.</p>
          <Button kind="principal" icon="check" name="publier" value="on">
            Publier ce cours
          </Button>
        </>
      )}
    </form>
  );
}

type LessonLineProps = {
  readonly courseId: string;
  readonly lesson: DeskLesson;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

function LessonLine({ courseId, lesson, isFirst, isLast }: LessonLineProps) {
  const { id, number, title, minutes, opensAfterDays, isFree, isPublished, isEmpty } = lesson;
  const place = { cours: courseId, lecon: id };
  return (
    <li id={`lecon-${id}`}>
      <a href={href('editLesson', place)}>
        {number}. {title}
      </a>
      <span>
        {minutes} min,{' '}
        {opensAfterDays === 0
          ? 'ouverte dès l’inscription'
          : `s’ouvre ${plural(opensAfterDays, 'jour', 'jours')} après l’inscription`}
      </span>{' '}
      {isFree && <Badge>Gratuite</Badge>} {!isPublished && <Badge>Cachée</Badge>} {isEmpty && <Badge>Sans texte</Badge>}
      <div className="boutons">
        <form method="post" noValidate action={href('moveLesson', place)} className="boutons">
          {!isFirst && (
            <button type="submit" className="bouton second" name="sens" value="monter">
              <Icon name="up" /> Monter<span className="hors-vue"> la leçon {number}</span>
            </button>
          )}
          {!isLast && (
            <button type="submit" className="bouton second" name="sens" value="descendre">
              <Icon name="down" /> Descendre<span className="hors-vue"> la leçon {number}</span>
            </button>
          )}
        </form>
        <LinkButton kind="second" href={href('retireLesson', place)}>
          Retirer<span className="hors-vue"> la leçon {number}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function Retired({ courseId, lessons }: { readonly courseId: string; readonly lessons: readonly DeskLesson[] }) {
  return (
    <section>
      <h2>Leçons retirées</h2>
      <p>Elles ne paraissent plus nulle part. Ce que les membres y ont fait est gardé.</p>
      <ul className="pupitre">
        {lessons.map(({ id, title }) => (
          <li key={id} id={`lecon-${id}`}>
            <span>{title}</span>
            <form method="post" noValidate action={href('restoreLesson', { cours: courseId, lecon: id })}>
              <Button kind="second" icon="refresh">
                Remettre à la fin<span className="hors-vue"> : {title}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
