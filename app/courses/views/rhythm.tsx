import type { Course, Enrollment } from '~/courses/rules';
import { Button, LinkButton } from '~/ui/button';
import { href } from '~/urls';

type RhythmProps = { readonly course: Course; readonly enrollment: Enrollment };

/** C-19, D70: stop for a while, or for good; neither loses anything. */
export function Rhythm({ course, enrollment }: RhythmProps) {
  const leave = (
    <LinkButton kind="second" href={href('leaveCourse', { cours: course.slug })} icon="door">
      Quitter ce cours
    </LinkButton>
  );
  if (enrollment.completedAt) {
    return (
      <section className="suite changements">
        <h2>Ranger ce cours</h2>
        <p>Il reste dans votre parcours tant que vous le voulez. Si vous le quittez, votre attestation vous reste.</p>
        <div className="boutons">{leave}</div>
      </section>
    );
  }
  const paused = enrollment.pausedAt !== null;
  return (
    <section className="suite changements">
      <h2>Changer de rythme</h2>
      <p>
        {paused
          ? 'Quand vous reprendrez, les leçons à venir seront décalées d’autant de jours que la pause.'
          : 'Une maladie, un voyage, trop à faire ? Mettez le cours en pause : les leçons à venir attendront votre retour.'}
      </p>
      <div className="boutons">
        <form method="post" noValidate action={href('pauseCourse', { cours: course.slug })}>
          {paused && <input type="hidden" name="reprendre" value="on" />}
          <Button kind="second" icon={paused ? 'refresh' : 'pause'}>
            {paused ? 'Reprendre le cours' : 'Mettre en pause (maladie, voyage)'}
          </Button>
        </form>
        {leave}
      </div>
    </section>
  );
}
