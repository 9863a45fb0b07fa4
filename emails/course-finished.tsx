import { Link } from '@react-email/components';
import { useFrame } from './frame';
import type { Letter } from './letter';
import { look } from './look';
import { titleOf } from './member-text';
import { Action, Cover, Greeting, P } from './parts';
import type { LetterProps } from './props';

/** M06. */
export const letter: Letter<'courseFinished'> = {
  subject: ({ course }) => `Bravo, vous avez terminé « ${titleOf(course, 40)} »`,
  preheader: () => 'Votre attestation est prête.',
  why: () => 'C’est l’adresse du compte qui a suivi ce cours.',
  body: ({ name, course, path, pillar, next }) => (
    <>
      {pillar && <Cover pillar={pillar} course={titleOf(course, 120)} />}
      <Greeting name={name} />
      <P>
        Vous avez terminé toutes les leçons de <strong>« {titleOf(course, 120)} »</strong>. Bravo : vous y êtes, et à
        votre rythme.
      </P>
      <P>Votre attestation est prête. Vous pouvez la lire, l’imprimer et la garder :</P>
      <Action path={path}>Voir mon attestation</Action>
      <P>
        Cette page peut être lue par toute personne à qui vous donnez son adresse : elle prouve que l’attestation est la
        vôtre. Les leçons restent ouvertes, pour y revenir quand vous voulez.
      </P>
      {next && <NextLesson {...next} />}
    </>
  ),
  example: {
    name: 'Gérard Petit',
    course: 'Prendre soin de son balcon',
    pillar: 7,
    path: '/attestations/7f0c2a52-6d1e-4b7a-9a8e-2f4f4c0f9d31',
    next: {
      course: 'Bonne table, bonnes nuits',
      number: 4,
      lesson: 'Boire assez sans y penser',
      path: '/cours/bonne-table-bonnes-nuits/lecons/4',
    },
  },
};

function NextLesson({ course, number, lesson, path }: NonNullable<LetterProps['courseFinished']['next']>) {
  const { origin } = useFrame();
  return (
    <P>
      Et quand vous voudrez, dans « {titleOf(course, 80)} » :{' '}
      <Link className="lien" style={look.link} href={origin + path}>
        la leçon {number}, « {titleOf(lesson, 80)} »
      </Link>
      .
    </P>
  );
}
