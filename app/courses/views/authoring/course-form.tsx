import type { DeskCourse } from '~/courses/authoring/rules';
import { Stored, type Written } from '~/courses/views/authoring/stored';
import { Button } from '~/ui/button';
import { PILLARS } from '~/ui/emblems';
import { Field, Select, TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

export const NEW_COURSE = {
  titre: '',
  adresse: '',
  pilier: '',
  resume: '',
  description: '',
  semaines: '4',
  besoins: '',
  version: '',
};
export type CourseValues = Readonly<Record<keyof typeof NEW_COURSE, string>>;

export function courseValues(course: DeskCourse): CourseValues {
  return {
    titre: course.title,
    adresse: course.slug,
    pilier: String(course.pillar),
    resume: course.summary,
    description: course.description,
    semaines: String(course.weeks),
    besoins: course.needs,
    version: course.version,
  };
}

type CourseFormPageProps = Written & { readonly id: string | null; readonly values: CourseValues };

/** A course's own sheet, new or changed. */
export function CourseFormPage({ id, values, errors, stored }: CourseFormPageProps) {
  const title = id ? 'La fiche du cours' : 'Un nouveau cours';
  const crumbs = [
    { label: 'Équipe', href: href('admin') },
    { label: 'Cours', href: href('deskCourses') },
  ];
  if (id) crumbs.push({ label: values.titre || 'Ce cours', href: href('deskCourse', { cours: id }) });
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here={title} />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      {stored && <Stored texts={stored} />}
      <form method="post" noValidate action={id ? href('editCourse', { cours: id }) : href('newCourse')}>
        <input type="hidden" name="version" value={values.version} />
        <Fields values={values} errors={errors} />
        <Button kind="principal" icon="check">
          Enregistrer
        </Button>
      </form>
    </div>
  );
}

const PILLAR_NAMES = Object.fromEntries(PILLARS.map(({ name }, index) => [index + 1, `${index + 1}. ${name}`]));

function Fields({ values, errors }: Pick<CourseFormPageProps, 'values' | 'errors'>) {
  return (
    <>
      <Field
        name="titre"
        label="Titre"
        hint="Par exemple : Marcher en forêt."
        value={values.titre}
        error={errors.titre}
        maxLength={120}
        required
      />
      <Field
        name="adresse"
        label="Adresse (facultatif)"
        hint="La fin de l’adresse de la page, en lettres, chiffres et tirets. Laissez vide pour la tirer du titre. Si vous la changez, l’ancienne continue de mener au cours."
        value={values.adresse}
        error={errors.adresse}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <Select
        name="pilier"
        label="Pilier"
        options={PILLAR_NAMES}
        empty="Choisissez dans la liste"
        value={values.pilier}
        error={errors.pilier}
      />
      <TextArea
        name="resume"
        label="En une ou deux phrases"
        hint="Pour la liste des cours. 300 caractères au plus."
        value={values.resume}
        error={errors.resume}
        rows={3}
        maxLength={300}
      />
      <TextArea
        name="description"
        label="Présentation"
        hint="Pour la page du cours. Une ligne vide sépare deux paragraphes ; **deux étoiles** mettent en gras."
        value={values.description}
        error={errors.description}
        rows={10}
        maxLength={20000}
      />
      <Field
        name="semaines"
        label="Nombre de semaines"
        hint="Le rythme conseillé, de 1 à 104."
        value={values.semaines}
        error={errors.semaines}
        inputMode="numeric"
        maxLength={6}
      />
      <TextArea
        name="besoins"
        label="Ce qu’il faut avoir sous la main (facultatif)"
        hint="Par exemple : un carnet, une chaise solide."
        value={values.besoins}
        error={errors.besoins}
        rows={3}
        maxLength={1000}
      />
    </>
  );
}
