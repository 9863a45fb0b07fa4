import type { Opened } from '~/courses/authoring/queries';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type OpeningPageProps = {
  readonly course: { readonly id: string; readonly title: string };
  readonly opened: readonly Opened[];
  readonly email: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** C-19. Nobody else who follows the course is shown: an author needs to know the one she was asked by. */
export function OpeningPage({ course, opened, email, errors }: OpeningPageProps) {
  const action = href('openCourseFor', { cours: course.id });
  return (
    <div className="etroit">
      <Breadcrumb
        crumbs={[
          { label: 'Équipe', href: href('admin') },
          { label: 'Cours', href: href('deskCourses') },
          { label: course.title, href: href('deskCourse', { cours: course.id }) },
        ]}
        here="Ouvrir à une personne"
      />
      <h1>Ouvrir toutes les leçons à une personne</h1>
      <p>
        Une maladie, un voyage, l’envie d’avancer : cette personne ne sera plus tenue par les jours d’ouverture. Elle
        suit déjà le cours ; son abonnement ne change pas.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={action}>
        <Field
          name="courriel"
          label="Son adresse de courriel"
          hint="Celle de son compte."
          type="email"
          inputMode="email"
          autoComplete="off"
          value={email}
          error={errors.courriel}
          maxLength={254}
          required
        />
        <Button kind="principal" icon="key">
          Ouvrir toutes les leçons
        </Button>
      </form>
      {opened.length > 0 && (
        <section>
          <h2>Ouvert en ce moment pour</h2>
          <ul className="pupitre">
            {opened.map(({ name, address }) => (
              <li key={address}>
                <span>
                  {name} ({address})
                </span>
                <form method="post" noValidate action={action}>
                  <input type="hidden" name="courriel" value={address} />
                  <Button kind="second" icon="lock" name="refermer" value="on">
                    Revenir aux jours d’ouverture<span className="hors-vue"> pour {name}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
