import { coverFile } from '~/urls';
import { type Dice, diceNamed, uuidNamed } from './dice';
import { men, women } from './people';
import { PORTRAITS, portraitFile } from './portraits';
import type { DemoMember, Gender } from './types';
import { typo } from './typo';

/** A member before we know since when: that follows from the salons. */
export type Actor = Omit<DemoMember, 'joinedAt'> & { firstName: string; gender: Gender };

export const MEMBERS = 150;

const cities: readonly (readonly [city: string, weight: number])[] = [
  ['Nantes', 20],
  ['Lyon', 8],
  ['Tours', 8],
  ['Rennes', 8],
  ['Toulouse', 7],
  ['Bordeaux', 7],
  ['Lille', 6],
  ['Angers', 6],
  ['Marseille', 5],
  ['Strasbourg', 5],
  ['Dijon', 5],
  ['Brest', 4],
  ['Grenoble', 4],
  ['Montpellier', 4],
  ['Clermont-Ferrand', 4],
  ['Limoges', 3],
  ['Pau', 3],
  ['Metz', 3],
  ['Caen', 3],
  ['Niort', 3],
  ['Avignon', 3],
  ['Le Mans', 3],
  ['Bourges', 2],
  ['Quimper', 2],
];

const pastimes = [
  'jardinage',
  'cuisine',
  'voyages',
  'lecture',
  'santé',
  'numérique',
  'famille',
  'musique',
  'marche',
  'bricolage',
  'jeux',
  'histoire',
  'aquarelle',
  'tricot',
  'photographie',
  'chorale',
  'pétanque',
  'cinéma',
  'généalogie',
  'bénévolat',
  'oiseaux',
];

const known: readonly Actor[] = [
  actor('Monique Delaunay', 'f', 'monique@exemple.fr', {
    city: 'Nantes',
    avatarUrl: portraitFile('f', 20),
    coverUrl: coverFile(6, 'svg'),
    bio: "Ancienne institutrice, un balcon plein sud et trop d'arrosoirs.\nJe chante alto et je fais des confitures.",
    interests: ['jardinage', 'cuisine', 'chorale'],
    subscriptionType: 'annuel',
  }),
  actor('Gérard Lemoine', 'm', 'gerard@exemple.fr', {
    city: 'Angers',
    bio: "Retraité du rail. J'apprends la tablette et je fais pousser des tomates.",
    interests: ['jardinage', 'numérique', 'voyages'],
  }),
  actor('Fatima Benali', 'f', 'fatima@exemple.fr', {
    city: 'Lyon',
    avatarUrl: portraitFile('f', 7),
    bio: 'Infirmière à la retraite, quatre petits-enfants et une grande table.',
    interests: ['cuisine', 'famille', 'lecture', 'jardinage'],
    subscriptionType: 'premium',
  }),
  actor('Équipe Aurora50', 'f', 'admin@exemple.fr', {
    bio: "L'équipe qui prend soin du site. Posez vos questions dans « Bienvenue sur Aurora50 ».",
    city: 'Nantes',
    appRole: 'admin',
  }),
];

/** The whole cast, always the same people. */
export function cast(): Actor[] {
  const dice = diceNamed('cast');
  const others = dice
    .shuffled([...names(women, 'f'), ...names(men, 'm')])
    .slice(0, MEMBERS - known.length)
    .map(({ name, gender }, index) => invented(name, gender, index, dice));
  return [...known, ...others];
}

function invented(name: string, gender: Gender, index: number, dice: Dice): Actor {
  const interests = dice.shuffled(pastimes).slice(0, dice.between(2, 5));
  const [city] = dice.weighted(cities, ([, weight]) => weight);
  return actor(name, gender, `${ascii(name).replace(/ /g, '.')}@exemple.fr`, {
    city: dice.chance(0.94) ? city : '',
    bio: biography(gender, interests, dice),
    interests: dice.chance(0.93) ? interests : [],
    ...choices(name),
    ...pictures(name, gender),
    appRole: index < 3 ? 'author' : index < 5 ? 'moderator' : 'member',
    subscriptionType: dice.weighted(['freemium', 'premium', 'annuel'] as const, (plan) =>
      plan === 'freemium' ? 70 : plan === 'premium' ? 21 : 9,
    ),
  });
}

/** Most show a line to everybody, some to their salons alone, a few to nobody. Dice of their own: they change no other. */
function choices(name: string): Pick<Actor, 'shown' | 'listed'> {
  const dice = diceNamed(`choices:${name}`);
  const who = () =>
    dice.weighted(['tous', 'salons', 'moi'] as const, (shown) => (shown === 'tous' ? 80 : shown === 'salons' ? 14 : 6));
  return { shown: [who(), who(), who()], listed: dice.chance(0.95) };
}

/** Most show a drawn portrait, a few a cover as well; nobody but these is drawn, so no face is anybody's. */
function pictures(name: string, gender: Gender): Pick<Actor, 'avatarUrl' | 'coverUrl'> {
  const dice = diceNamed(`pictures:${name}`);
  return {
    avatarUrl: dice.chance(0.65) ? portraitFile(gender, dice.between(1, PORTRAITS)) : null,
    coverUrl: dice.chance(0.15) ? coverFile(dice.pick([1, 2, 3, 6, 7]), 'svg') : null,
  };
}

function actor(name: string, gender: Gender, email: string, rest: Partial<Actor>): Actor {
  return {
    id: uuidNamed(`member:${email}`),
    email,
    name,
    firstName: name.split(' ')[0] ?? name,
    gender,
    city: '',
    interests: [],
    shown: ['tous', 'tous', 'tous'],
    listed: true,
    avatarUrl: null,
    coverUrl: null,
    appRole: 'member',
    subscriptionType: 'freemium',
    ...rest,
    bio: typo(rest.bio ?? ''),
  };
}

function biography(gender: Gender, interests: readonly string[], dice: Dice): string {
  if (dice.chance(0.16)) return '';
  const work = dice.pick(
    gender === 'f'
      ? [
          'Ancienne libraire',
          'Ancienne secrétaire de mairie',
          'Infirmière à la retraite',
          'Ancienne postière',
          'Couturière',
          'Professeure à la retraite',
          'Ancienne comptable',
          'Retraitée du commerce',
          'Ancienne agricultrice',
        ]
      : [
          'Ancien menuisier',
          'Ancien facteur',
          'Professeur à la retraite',
          'Cheminot à la retraite',
          'Ancien boulanger',
          'Ancien comptable',
          'Mécanicien à la retraite',
          'Ancien agriculteur',
          'Retraité de la Poste',
        ],
  );
  const children = dice.pick([
    '',
    ` ${dice.pick(['Deux', 'Trois', 'Quatre', 'Cinq', 'Six'])} petits-enfants.`,
    ' Un chat.',
    ' Deux filles et un jardin.',
  ]);
  const taste = `J'aime ${interests
    .filter((interest) => interest !== 'santé')
    .slice(0, 2)
    .map(article)
    .join(' et ')}.`;
  const wish = dice.pick(['', ' Au plaisir de vous lire.', '\nIci pour apprendre et bavarder.']);
  return `${work}.${children} ${taste}${wish}`;
}

function article(pastime: string): string {
  const plural = ['voyages', 'jeux', 'oiseaux'];
  const masculine = ['jardinage', 'numérique', 'bricolage', 'tricot', 'cinéma', 'bénévolat'];
  if (plural.includes(pastime)) return `les ${pastime}`;
  if (/^[aeiouéh]/.test(pastime)) return `l'${pastime}`;
  return `${masculine.includes(pastime) ? 'le' : 'la'} ${pastime}`;
}

function names(list: string, gender: Gender) {
  return list.split(',').map((name) => ({ name: name.trim(), gender }));
}

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '')
    .toLowerCase();
}
