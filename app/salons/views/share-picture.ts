/** What is shown where a salon's link is shared: its colour, its name, and a little of the dawn. */
import { CATEGORIES, type SalonInvitation } from '~/salons/rules';
import { accentFor } from '~/ui/colour';
import { circle, type Drawing, type Face, rectangle, type Shape } from '~/ui/drawing/shapes';
import { plural } from '~/ui/format';

export type Pictured = Pick<SalonInvitation, 'name' | 'category' | 'city' | 'colorTheme' | 'memberCount'>;

/** Breaks words into lines of a width, in the letters that they are drawn with. */
export type Typesetter = (text: string, face: Face, size: number, width: number) => readonly string[];

/** As social networks cut it. */
const [WIDTH, HEIGHT] = [1200, 630] as const;
const MARGIN = 80;

export function sharePicture(salon: Pictured, linesOf: Typesetter): Drawing {
  const { background, text } = accentFor(salon.colorTheme);
  const size = salon.name.length > 36 ? 72 : 92;
  const name = linesOf(salon.name, 'title', size, WIDTH - 2 * MARGIN - 120).slice(0, 4);
  const facts = [CATEGORIES[salon.category], salon.city, plural(salon.memberCount, 'membre', 'membres')];
  const words = (said: string, face: Face, points: number, y: number): Shape => ({
    ...{ kind: 'words', text: said, face, size: points, colour: text, at: [MARGIN, y], align: 'left', role: 'P' },
  });
  return {
    ...{ width: WIDTH, height: HEIGHT, title: salon.name, description: `Le salon ${salon.name} sur Aurora50` },
    shapes: [
      { kind: 'area', d: rectangle(0, 0, WIDTH, HEIGHT), fill: background },
      ...[150, 240, 340].map(
        (r): Shape => ({ kind: 'line', d: circle(1080, 640, r), colour: text, width: 26, opacity: 0.14 }),
      ),
      { kind: 'area', d: circle(1080, 640, 80), fill: text, opacity: 0.3 },
      words('On vous invite dans un salon', 'text', 38, 130),
      ...name.map((line, index) => words(line, 'title', size, 240 + index * size * 1.12)),
      words(facts.filter(Boolean).join('  ·  '), 'text', 36, HEIGHT - 110),
      words('Aurora50', 'bold', 36, HEIGHT - 55),
    ],
  };
}
