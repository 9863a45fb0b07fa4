/** Z11: which salons are suggested to whom, and why. Pure and synchronous. */
import type { Interest } from '~/members/rules/interests';
import { becauseNear, becauseOf, interestFor, type Wishes } from '~/members/rules/suggestions';
import type { Category } from '../rules';

const LEADS_TO: Readonly<Partial<Record<Interest, Category>>> = {
  ...{ jardinage: 'jardin', cuisine: 'cuisine', voyages: 'voyages', lecture: 'lecture', ecriture: 'lecture' },
  ...{ yoga: 'sante', natation: 'sante', danse: 'musique', musique: 'musique', chant: 'musique' },
  ...{ ordinateur: 'numerique', photo: 'numerique', petitsEnfants: 'famille', benevolat: 'famille' },
  ...{ marche: 'marche', nature: 'marche', velo: 'marche', bricolage: 'bricolage', couture: 'bricolage' },
  ...{ jeux: 'jeux', cartes: 'jeux', histoire: 'histoire', genealogie: 'histoire' },
};

export function categoriesFor({ interests }: Wishes): readonly Category[] {
  return [...new Set(interests.map((word) => LEADS_TO[word as Interest]))].filter((found) => found !== undefined);
}

type Shown = { readonly category: Category; readonly city: string | null };

export function reasonForSalon({ category, city }: Shown, wishes: Wishes): string {
  const interest = interestFor(wishes, LEADS_TO, category);
  if (interest) return becauseOf(interest);
  const isNear = city !== null && wishes.city !== '' && city.toLowerCase() === wishes.city.toLowerCase();
  return isNear ? becauseNear(city) : 'Parce que c’est un des salons où l’on parle le plus';
}
