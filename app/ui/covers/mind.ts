/** « La mémoire et l’esprit »: a tree that grows out of an open book, its leaves against the light. */
import { area, DARK, DAWN, FAR, fading, LAMP, line, MIDDLE, NEAR, PAPER, SUN, sky, sun } from '~/ui/covers/light';
import { circle, type PlainShape } from '~/ui/drawing/shapes';

const [X, Y] = [240, 124];
const LEAVES = [DARK, NEAR, '#8d4f8f', DARK, '#b5487f', NEAR, '#7b3f86', DARK, LAMP, '#8d4f8f', '#b5487f'] as const;

export const mind: readonly PlainShape[] = [
  sky(...DAWN),
  ...sun(X, Y, 56, 3.2),
  area('M0 214c70-30 140-36 210-16 90 22 170 14 270-22v144H0z', FAR),
  area('M0 246c80-22 160-26 240-8 80 16 160 8 240-16v98H0z', MIDDLE),
  area('M0 280c100-20 200-16 280-4 80 10 140 4 200-8v52H0z', NEAR),
  line(
    'M240 272C243 240 238 214 240 168M240 220C228 200 206 188 190 168M240 206C254 188 272 178 288 154M240 180C236 160 226 148 218 128M240 176C246 156 256 142 262 122',
    DARK,
    9,
  ),
  area('M231 274c6-20 6-40 4-58h10c-2 18-2 38 4 58z', DARK),
  ...crown(),
  ...flying(),
  ...book(),
];

/** Leaves spread like the seeds of a sunflower: nowhere crowded, nowhere empty. */
function crown(): PlainShape[] {
  return Array.from({ length: 64 }, (_, index) => {
    const far = 92 * Math.sqrt((index + 2) / 66);
    const turn = index * 2.39996;
    const [x, y] = [Math.round(X + far * 1.12 * Math.cos(turn)), Math.round(Y + far * 0.92 * Math.sin(turn))];
    return area(leaf(x, y, 9 + (index % 3), turn), LEAVES[index % LEAVES.length] ?? DARK);
  });
}

function flying(): PlainShape[] {
  return [
    area(leaf(370, 76, 9, 0.6), '#8d4f8f'),
    area(leaf(404, 112, 8, 2), DARK),
    area(leaf(386, 152, 7, 1.2), LAMP),
    area(leaf(430, 164, 7, 2.6), NEAR),
  ];
}

/** Two arcs from tip to tip. */
function leaf(x: number, y: number, r: number, turn: number): string {
  const [dx, dy] = [Math.round(r * 1.25 * Math.cos(turn)), Math.round(r * 1.25 * Math.sin(turn))];
  return `M${x - dx} ${y - dy}a${r * 1.5} ${r * 1.5} 0 0 1 ${2 * dx} ${2 * dy}a${r * 1.5} ${r * 1.5} 0 0 1 ${-2 * dx} ${-2 * dy}z`;
}

function book(): PlainShape[] {
  return [
    area(
      'M70 304C140 290 204 294 240 316 276 294 340 290 410 304L412 312C340 300 276 304 244 320H236C204 304 140 300 68 312z',
      DARK,
    ),
    area('M240 270C204 246 148 240 90 250L72 302C140 290 206 294 240 312z', fading(240, 312, SUN, PAPER)),
    area('M240 270C276 246 332 240 390 250L408 302C340 290 274 294 240 312z', fading(240, 312, PAPER, '#f3d9cf')),
    line(
      'M104 266C150 260 190 264 224 280M100 280C146 274 188 278 222 294M256 280C290 264 330 260 376 266M258 294C292 278 334 274 380 280',
      '#b69ac0',
      2.6,
      0.8,
    ),
    area(circle(240, 271, 3), DARK),
  ];
}
