/** Salons that are made by the form, and what their tables count. */
import type { Visitor } from './server';
import type { Site } from './site';

export const FORM = {
  nom: 'Jardin au balcon',
  description: 'Tomates, géraniums et voisins.',
  categorie: 'jardin',
  ville: 'Nantes',
  couleur: '#8B5CF6',
  visibilite: 'public',
};

/** @param maker who makes a salon where nobody is named */
export function salonsOf(site: Pick<Site, 'cast'>, maker: () => Visitor) {
  return {
    create: (fields: Readonly<Record<string, string>> = {}, by = maker()) =>
      by.post('/salons/nouveau', { ...FORM, ...fields }),
    /** The salon's counter, and the rows it counts (D36). */
    async countOf(salon: string): Promise<number[]> {
      const [row] = await site.cast.sql<{ counter: number; rows: number }[]>`
        select member_count as counter, (select count(*)::int from salon_members where salon_id = s.id) as rows
        from salons s where s.id = ${salon}`;
      return [row?.counter ?? -1, row?.rows ?? -1];
    },
  };
}
