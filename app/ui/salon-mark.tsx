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

type SalonMarkProps = {
  readonly category: keyof typeof DRAWINGS;
  /** Without a width, as the salon keeps it (`files/rules/picture.ts`). */
  readonly picture?: string | null;
};

/**
 * The salon's picture (B02), or its colour with the drawing of its category. Decoration: the salon's name and the
 * category's word stand beside it.
 */
export function SalonMark({ category, picture }: SalonMarkProps) {
  if (picture) {
    return <img className="blason" src={`${picture}-96`} alt="" width={48} height={48} decoding="async" />;
  }
  return (
    <span className="blason">
      <Icon name={DRAWINGS[category]} />
    </span>
  );
}
