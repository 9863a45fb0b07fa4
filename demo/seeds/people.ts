/** Members for trying things out: each shows something that a page must bear. */
import { uuidNamed } from '../dice';
import type { DemoMember } from '../types';

const DAY = 86_400_000;

/** What a seeded member has besides what every demonstration member has. */
export type Comfort = {
  readonly id: string;
  readonly textSize: 1 | 2 | 3 | 4;
  readonly theme: 'clair' | 'sombre' | 'contraste' | null;
};

type Given = Partial<DemoMember> & { readonly name: string };

export function person(box: string, now: Date, { joinedAt, ...given }: Given): DemoMember {
  const email = `${box}@exemple.fr`;
  return {
    id: uuidNamed(`essai:${email}`),
    email,
    city: '',
    bio: '',
    avatarUrl: null,
    coverUrl: null,
    interests: [],
    shown: ['tous', 'tous', 'tous'],
    listed: true,
    appRole: 'member',
    subscriptionType: 'freemium',
    joinedAt: joinedAt ?? new Date(now.getTime() - 40 * DAY),
    ...given,
  };
}

/** X04: one known member with each plan. */
export function membersOfEachPlan(now: Date): DemoMember[] {
  return (['freemium', 'premium', 'annuel'] as const).map((subscriptionType) =>
    person(`essai.${subscriptionType}`, now, {
      name: { freemium: 'Odile Gratuit', premium: 'Yvon Mensuel', annuel: 'Renée Annuel' }[subscriptionType],
      city: 'Nantes',
      bio: 'Compte d’essai.',
      interests: ['jardinage'],
      subscriptionType,
    }),
  );
}

const NAMES = [
  ...['Anne', 'Jo Le', 'Marie-Françoise de La Rochefoucauld-Montmorency-Lévis de Saint-Aubin-d’Aubigné'],
  ...['Éloïse Œuvrard', 'Zoë Ångström', 'Nguyễn Thị Hạnh', 'Łucja Wójcik', 'Σοφία Παπαδοπούλου', 'Ольга Соколова'],
  ...['مريم بن علي', 'דינה כהן', '田中 恵子', '김영희', 'Jean-Baptiste O’Connor', 'Ginette  Double-Espace'],
  ...['Robert "Bob" Martin', 'Lise <em>Balise</em>', 'Élie & Fils', 'Ida 🌻', 'MAJUSCULE ROGER'],
] as const;
const TOWNS = [
  ...['Nantes', 'Lyon', 'L’Haÿ-les-Roses', 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson', 'Y', '', 'Fort-de-France'],
] as const;
const BIOS = [
  '',
  'Une ligne.',
  'Un paragraphe tranquille, comme on en écrit le dimanche : le jardin, les petits-enfants, un livre commencé trop tard.',
  `${'Une longue présentation qui raconte toute une vie, de l’école du village à la retraite. '.repeat(20)}Fin.`,
  'Un-mot-sans-espace-qui-ne-se-coupe-pas-'.repeat(6),
] as const;
const SIZES = [1, 2, 3, 4] as const;
const THEMES = [null, 'clair', 'sombre', 'contraste'] as const;

/** How many varied members there are. */
export const VARIED = 60;

/** X05: every name, town, length of words, plan, role, text size and theme, each beside another. */
export function variedMembers(now: Date): (DemoMember & Comfort)[] {
  return Array.from({ length: VARIED }, (_, index) => {
    const name = (NAMES[index % NAMES.length] ?? '').slice(0, 80);
    const rounds = Math.floor(index / NAMES.length);
    const at = <T>(list: readonly T[]) => list[(index + rounds) % list.length] as T;
    const member = person(`essai.membre.${String(index + 1).padStart(2, '0')}`, now, {
      name,
      city: at(TOWNS),
      bio: at(BIOS),
      interests: ['jardinage', 'lecture', 'voyages', 'cuisine', 'musique'].slice(0, index % 6),
      shown: at([
        ['tous', 'tous', 'tous'],
        ['salons', 'moi', 'tous'],
        ['moi', 'moi', 'moi'],
      ] as DemoMember['shown'][]),
      listed: index % 7 !== 6,
      subscriptionType: at(['freemium', 'freemium', 'premium', 'annuel'] as const),
      joinedAt: new Date(now.getTime() - (1 + index * 13) * DAY),
    });
    return { ...member, textSize: at(SIZES), theme: at(THEMES) };
  });
}
