import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';

const DRAWINGS = {
  jardin: 'sprout',
  cuisine: 'pot',
  voyages: 'compass',
  lecture: 'book',
  sante: 'leaf',
  numerique: 'tablet',
  famille: 'home',
  musique: 'music',
  marche: 'steps',
  bricolage: 'hammer',
  jeux: 'dices',
  histoire: 'landmark',
  autres: 'chat',
} as const satisfies Record<string, IconName>;

/** The salon's colour with the drawing of its category. Decoration: the category's word stands beside it. */
export function SalonMark({ category }: { readonly category: keyof typeof DRAWINGS }) {
  return (
    <span className="blason">
      <Icon name={DRAWINGS[category]} />
    </span>
  );
}
