import { Heading, Link, Text } from '@react-email/components';
import { dayName, listInWords, plural } from '~/ui/format';
import { useFrame } from './frame';
import type { Letter } from './letter';
import { look } from './look';
import { somebody, titleOf, words } from './member-text';
import { Action, Greeting, P, Quote } from './parts';
import type { LetterProps } from './props';

type Salon = LetterProps['dailyLetter']['salons'][number];

/** The most that one letter shows: Gmail folds what is longer than 102 KB, and nobody reads that much. */
const SALONS = 12;
const EXCERPTS = 3;

/** C-14, C-15, U08. */
export const letter: Letter<'dailyLetter'> = {
  subject: ({ day }) => `Votre lettre du ${dayName(new Date(day))}`,
  preheader: ({ salons }) => `Du nouveau dans ${listInWords(salons.slice(0, 3).map(({ name }) => titleOf(name, 40)))}.`,
  why: () => 'Votre compte est réglé pour une lettre par jour.',
  body: ({ name, salons, path }) => (
    <>
      <Greeting name={name} />
      <P>Voici du nouveau dans vos salons.</P>
      {salons.slice(0, SALONS).map((salon) => (
        <SalonNews key={salon.path} {...salon} />
      ))}
      {salons.length > SALONS && (
        <P>Et du nouveau dans {plural(salons.length - SALONS, 'autre salon', 'autres salons')}.</P>
      )}
      <Action path={path}>Ouvrir mes salons</Action>
      <LessOften />
    </>
  ),
  example: {
    name: 'Monique Berger',
    day: '2026-11-23',
    salons: [
      {
        name: 'Jardin au balcon',
        path: '/salons/1f6c1c9e-52a8-4c43-9d0b-6f6d1f0c8a11',
        excerpts: [
          { author: 'Gérard Petit', text: 'Les géraniums sont rentrés, il était temps : 2 degrés cette nuit.' },
          {
            author: 'Odile Martin',
            text: 'Chez moi les capucines tiennent encore, sous un voile. Je vous dirai samedi.',
          },
        ],
        more: 5,
      },
      {
        name: 'Club de lecture',
        path: '/salons/83b0a7de-0c3f-4d52-8b62-5f2a9a0d7c22',
        excerpts: [{ author: 'Fatima Benali', text: 'On se retrouve mardi à 18 h pour le dernier chapitre ?' }],
        more: 0,
      },
    ],
    path: '/salons',
  },
};

/** C-14: between every day and never. */
function LessOften() {
  const { origin, unsubscribePath } = useFrame();
  if (!unsubscribePath) return null;
  return (
    <Text className="doux" style={look.small}>
      Une lettre par jour, c’est trop ?{' '}
      <Link className="lien" style={look.link} href={`${origin}${unsubscribePath}#moins-souvent`}>
        Moins souvent
      </Link>
    </Text>
  );
}

function SalonNews({ name, path, excerpts, more }: Salon) {
  const { origin } = useFrame();
  const shown = excerpts.slice(0, EXCERPTS);
  const rest = more + excerpts.length - shown.length;
  return (
    <>
      <Heading as="h2" className="encre" style={look.subtitle}>
        <Link className="lien" style={look.link} href={origin + path}>
          {titleOf(name, 80)}
        </Link>
      </Heading>
      <Quote>
        {shown.map(({ author, text }, index) => (
          <Text key={index} className="encre" style={index === shown.length - 1 && rest === 0 ? look.last : look.tight}>
            <strong>{somebody(author)} :</strong> {words(text, 220)}
          </Text>
        ))}
        {rest > 0 && (
          <Text className="doux" style={look.rest}>
            Et {plural(rest, 'autre message', 'autres messages')}.
          </Text>
        )}
      </Quote>
    </>
  );
}
