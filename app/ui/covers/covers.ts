/** One cover a pilier, in the order of the piliers (D55): seen on lists, at the head of a course, on certificates, in letters. */
import { HEIGHT, WIDTH } from '~/ui/covers/light';
import { mind } from '~/ui/covers/mind';
import { moving } from '~/ui/covers/moving';
import { papers } from '~/ui/covers/papers';
import { screens } from '~/ui/covers/screens';
import { table } from '~/ui/covers/table';
import { ties } from '~/ui/covers/ties';
import { tomorrow } from '~/ui/covers/tomorrow';
import { type PlainShape, rectangle } from '~/ui/drawing/shapes';
import { type Definitions, svgOfShape } from '~/ui/drawing/svg';

export const COVERS: readonly (readonly PlainShape[])[] = [moving, mind, ties, papers, screens, table, tomorrow];

/** @param pillar 1 to 7; what is not stands under the first one's light */
export const coverOf = (pillar: number): readonly PlainShape[] => COVERS[pillar - 1] ?? moving;

/** A file of its own; nothing of it is drawn beyond its edge. */
export function coverSvg(pillar: number): string {
  const definitions: Definitions = [];
  const drawn = coverOf(pillar)
    .map((shape) => svgOfShape(shape, definitions))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><defs>${definitions.join('')}</defs>${drawn}</svg>`;
}

/** In a cover's own measure. */
export const COVER_FRAME = rectangle(0, 0, WIDTH, HEIGHT);
