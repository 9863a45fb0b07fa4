/** « Les papiers et l’argent »: a folded sheet that sails on still water. */
import {
  area,
  DARK,
  FAR,
  fading,
  glints,
  line,
  MIDDLE,
  MORNING,
  NEAR,
  PAPER,
  SUN,
  sky,
  sun,
  veil,
} from '~/ui/covers/light';
import type { PlainShape } from '~/ui/drawing/shapes';

export const papers: readonly PlainShape[] = [
  sky(...MORNING),
  veil('M-10 0C90 50 170 6 260 40S400 10 490 40V110C410 84 330 120 250 98S90 120-10 70z', 0.8),
  ...sun(372, 122, 32),
  area('M0 184c50-26 110-38 170-20 60 18 110 12 170-4 50-12 100-12 140 2v40H0z', FAR),
  area('M0 194c40-16 90-20 130 4H0zM480 178c-60-10-110-4-150 20h150z', MIDDLE),
  area('M0 196h480v124H0z', fading(196, 320, '#f6c9ae', '#c98bb4', '#7b549a')),
  ...glints(372, 206, [40, 64, 50, 34, 20]),
  ...reflection(),
  ...boat(),
  line('M70 292h96M206 300h120M356 284h70M20 268h40', PAPER, 2.4, 0.4),
  line('M28 320q2-50-8-84M44 320q0-40 10-66M14 320q0-30-10-52M448 320q2-44-6-72M464 320q0-36 10-58', DARK, 4),
  area('M20 236q-9-16 0-34q8 18 0 34zM54 254q0-16 10-28q2 18-10 28zM442 248q-9-14-1-32q9 16 1 32z', DARK),
  area('M0 320v-12c40-8 70-6 100 12zM400 320c20-12 50-16 80-10v10z', NEAR),
];

function boat(): PlainShape[] {
  return [
    area('M206 84L206 210 130 210z', fading(84, 210, SUN, PAPER)),
    area('M206 84L282 210H206z', '#cbb2df'),
    line('M188 140H200M176 158H200M164 176H200M152 194H200', '#a98abb', 2.6, 0.75),
    area('M84 198L206 224V272H148z', fading(198, 272, SUN, '#fbe6d4')),
    area('M328 198L206 224V272H264z', fading(198, 272, '#dcc8ea', '#b89bcf')),
    line('M206 224V272', NEAR, 1.6, 0.5),
  ];
}

function reflection(): PlainShape[] {
  return [area('M148 274L206 274V318L120 296z', PAPER, 0.42), area('M264 274H206V318L292 296z', '#b89bcf', 0.42)];
}
