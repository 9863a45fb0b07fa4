import type { DeskLine } from '~/courses/authoring/queries';
import { LinkButton } from '~/ui/button';
import { PILLARS } from '~/ui/emblems';
import { plural } from '~/ui/format';
import { Badge, Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

/** Every course there is, drafts too, pilier by pilier. */
export function DeskCoursesPage({ courses }: { readonly courses: readonly DeskLine[] }) {
  return (
    <div className="bureau">
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Cours" />
      <h1>Écrire les cours</h1>
      <p>
        <LinkButton kind="principal" icon="plus" href={href('newCourse')}>
          Écrire un nouveau cours
        </LinkButton>
      </p>
      {PILLARS.map(({ key, name }, index) => (
        <section key={key}>
          <h2>
            {index + 1}. {name}
          </h2>
          <PillarCourses courses={courses.filter(({ pillar }) => pillar === index + 1)} />
        </section>
      ))}
    </div>
  );
}

function PillarCourses({ courses }: { readonly courses: readonly DeskLine[] }) {
  if (courses.length === 0) return <p>Pas encore de cours dans ce pilier.</p>;
  return (
    <ul className="pupitre">
      {courses.map(({ id, title, isPublished, lessonCount }) => (
        <li key={id}>
          <a href={href('deskCourse', { cours: id })}>{title}</a>
          <span>{plural(lessonCount, 'leçon', 'leçons')}</span> <Badge>{isPublished ? 'Publié' : 'Brouillon'}</Badge>
        </li>
      ))}
    </ul>
  );
}
