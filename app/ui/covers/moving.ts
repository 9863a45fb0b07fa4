/** « Le corps en mouvement »: two walkers on the way to the sun. */
import { area, DARK, FAR, LAMP, line, MIDDLE, MORNING, NEAR, PAPER, sky, sun, veil } from '~/ui/covers/light';
import { circle, type PlainShape } from '~/ui/drawing/shapes';

export const moving: readonly PlainShape[] = [
  sky(...MORNING),
  veil('M-10 0C60 40 130 10 210 44S380 30 490 70V130C400 96 330 136 240 108S90 120-10 78z', 0.8),
  ...sun(338, 128, 31),
  area('M0 188c60-30 118-34 178-16 50 14 92 20 142 6 60-16 110-30 160-20v162H0z', FAR),
  area('M0 222c70-20 130-30 210-12 70 16 150 14 270-16v126H0z', MIDDLE),
  area('M0 262c90-28 170-24 250-8 80 16 160 8 230-10v76H0z', NEAR),
  area(
    'M118 320C146 288 256 292 264 266 270 246 190 244 208 226 226 210 306 212 326 197L332 198C318 218 244 220 234 232 226 246 322 250 308 278 298 302 246 300 238 320z',
    PAPER,
  ),
  area('M300 320c40-22 100-34 180-34v34zM0 296c30-6 60-6 90 24H0z', DARK),
  ...trees(),
  ...walker(158, 304, 1.12),
  ...walker(206, 298, 1),
  line('M64 88q7-8 13 0q7-8 13 0M104 70q5-6 10 0q5-6 10 0', DARK, 2.4),
];

function trees(): PlainShape[] {
  return [
    area(
      'M414 262c-9-44-6-86 4-122 10 36 13 78 4 122zM446 268c-7-32-5-62 3-90 8 28 10 58 3 90zM60 262c-8-34-6-64 3-92 9 28 11 58 3 92z',
      DARK,
    ),
    area(circle(378, 236, 18), DARK),
    area(circle(392, 242, 14), DARK),
    line('M380 240v26', DARK, 4),
    area('M24 236l17-14 17 14v22H24z', DARK),
    area('M36 242h9v9h-9z', LAMP),
  ];
}

/** @param y where the feet are */
function walker(x: number, y: number, scale: number): PlainShape[] {
  const at = (dx: number, dy: number) =>
    `${Math.round((x + dx * scale) * 10) / 10} ${Math.round((y + dy * scale) * 10) / 10}`;
  return [
    line(`M${at(-1, -26)}L${at(-10, 0)}M${at(0, -26)}L${at(9, -12)}L${at(8, 0)}`, DARK, 5.5 * scale),
    line(`M${at(1, -46)}L${at(-1, -28)}`, DARK, 13 * scale),
    line(`M${at(3, -47)}L${at(9, -36)}L${at(18, -34)}`, DARK, 4.5 * scale),
    line(`M${at(18, -38)}L${at(24, 0)}`, DARK, 2.2 * scale),
    area(circle(x + 4 * scale, y - 58.5 * scale, 7 * scale), DARK),
  ];
}
