import { CONTENT_MAX, durationWritten, type LessonSheet, SOURCES_MAX, TRANSCRIPT_MAX } from '~/courses/authoring/rules';
import { sourcesWritten } from '~/courses/sources';
import { Stored, type Written } from '~/courses/views/authoring/stored';
import { Button, LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/choice';
import { Field, TextArea } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

export const NEW_LESSON = {
  titre: '',
  texte: '',
  minutes: '15',
  jours: '0',
  gratuite: '',
  visible: '',
  video: '',
  video_adresse: '',
  video_duree: '',
  transcription: '',
  sources: '',
  version: '',
};
export type LessonValues = Readonly<Record<keyof typeof NEW_LESSON, string>>;

export function lessonValues(lesson: LessonSheet): LessonValues {
  return {
    titre: lesson.title,
    texte: lesson.content,
    minutes: String(lesson.minutes),
    jours: String(lesson.opensAfterDays),
    gratuite: lesson.isFree ? 'on' : '',
    visible: lesson.isPublished ? 'on' : '',
    video: lesson.video ?? '',
    video_adresse: lesson.videoUrl ?? '',
    video_duree: durationWritten(lesson.videoSeconds),
    transcription: lesson.transcript,
    sources: sourcesWritten(lesson.sources),
    version: lesson.version,
  };
}

type LessonFormPageProps = Written & {
  readonly course: { readonly id: string; readonly slug: string; readonly title: string };
  /** Null: a new one. */
  readonly lesson: { readonly id: string; readonly number: number | null; readonly isPublished: boolean } | null;
  readonly values: LessonValues;
};

export function LessonFormPage({ course, lesson, values, errors, stored }: LessonFormPageProps) {
  const title = lesson ? 'Modifier une leçon' : 'Une nouvelle leçon';
  const action = lesson
    ? href('editLesson', { cours: course.id, lecon: lesson.id })
    : href('newLesson', { cours: course.id });
  return (
    <div className="etroit">
      <Breadcrumb
        crumbs={[
          { label: 'Équipe', href: href('admin') },
          { label: 'Cours', href: href('deskCourses') },
          { label: course.title, href: href('deskCourse', { cours: course.id }) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      {stored && <Stored texts={stored} />}
      {lesson?.number && lesson.isPublished && (
        <p>
          <LinkButton kind="second" icon="eye" href={href('lesson', { cours: course.slug, numero: lesson.number })}>
            Voir comme un membre
          </LinkButton>
        </p>
      )}
      <form method="post" noValidate action={action}>
        <input type="hidden" name="version" value={values.version} />
        <Words values={values} errors={errors} />
        <Film values={values} errors={errors} />
        <TextArea
          name="sources"
          label="Sources (facultatif)"
          hint="Une par ligne : titre | éditeur | année | adresse. Par exemple : Bien manger après 60 ans | Santé publique France | 2023 | https://www.exemple.fr. L’année et l’adresse peuvent manquer."
          value={values.sources}
          error={errors.sources}
          rows={5}
          maxLength={SOURCES_MAX}
        />
        <Checkbox
          name="gratuite"
          label="Leçon gratuite"
          hint="Lisible sans abonnement et sans compte."
          checked={values.gratuite === 'on'}
        />
        <Checkbox
          name="visible"
          label="Montrer cette leçon"
          hint="Sinon, elle n’est visible que des auteurs."
          checked={values.visible === 'on'}
        />
        <div className="boutons">
          <Button kind="principal" icon="check">
            Enregistrer
          </Button>
          <button
            type="submit"
            className="bouton second"
            formAction={href('lessonPreview')}
            formTarget="_blank"
            formNoValidate
          >
            <Icon name="eye" /> Aperçu (nouvel onglet)
          </button>
        </div>
      </form>
    </div>
  );
}

type FieldsProps = Pick<LessonFormPageProps, 'values' | 'errors'>;

function Words({ values, errors }: FieldsProps) {
  return (
    <>
      <Field name="titre" label="Titre" value={values.titre} error={errors.titre} maxLength={160} required />
      <TextArea
        name="texte"
        label="Texte de la leçon"
        hint="## fait un intertitre, une ligne vide sépare deux paragraphes, - commence une liste, **deux étoiles** mettent en gras, [mots](https://adresse) fait un lien."
        value={values.texte}
        error={errors.texte}
        rows={24}
        maxLength={CONTENT_MAX}
      />
      <Field
        name="minutes"
        label="Durée en minutes"
        hint="Lecture et exercice."
        value={values.minutes}
        error={errors.minutes}
        inputMode="numeric"
        maxLength={6}
      />
      <Field
        name="jours"
        label="S’ouvre combien de jours après l’inscription ?"
        hint="0 : tout de suite. Les autres jours, à 6 heures du matin."
        value={values.jours}
        error={errors.jours}
        inputMode="numeric"
        maxLength={6}
      />
    </>
  );
}

function Film({ values, errors }: FieldsProps) {
  return (
    <>
      <Field
        name="video_adresse"
        label="Vidéo ailleurs (facultatif)"
        hint="L’adresse d’une vidéo de YouTube, de Vimeo ou d’un site PeerTube."
        value={values.video_adresse}
        error={errors.video_adresse}
        type="url"
        maxLength={500}
      />
      <Field
        name="video"
        label="Vidéo de la maison (facultatif)"
        hint="Par exemple : 5-a-l-aise-avec-ses-ecrans/video/01. Le fichier est déposé à côté du cours."
        value={values.video}
        error={errors.video}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <Field
        name="video_duree"
        label="Durée de la vidéo (facultatif)"
        hint="En minutes et secondes, par exemple 4:30."
        value={values.video_duree}
        error={errors.video_duree}
        maxLength={12}
      />
      <TextArea
        name="transcription"
        label="Ce que dit la vidéo (facultatif)"
        hint="Mot pour mot : pour qui ne l’entend pas, et pour qui préfère lire."
        value={values.transcription}
        error={errors.transcription}
        rows={6}
        maxLength={TRANSCRIPT_MAX}
      />
    </>
  );
}
