/** « Le numérique sans crainte »: evening in the room, dawn on the tablet. */
import {
  area,
  DARK,
  DAWN,
  DUSK,
  FAR,
  fading,
  LAMP,
  line,
  MIDDLE,
  NEAR,
  PAPER,
  SUN,
  sky,
  stars,
  sun,
} from '~/ui/covers/light';
import { type PlainShape, rounded } from '~/ui/drawing/shapes';

export const screens: readonly PlainShape[] = [
  sky(...DUSK),
  ...stars([52, 44, 2], [96, 86, 1.6], [40, 128, 1.6], [430, 52, 2], [452, 108, 1.6], [404, 30, 1.4]),
  area('M0 206c40-26 90-34 150-20h180c60-20 110-10 150 14v120H0z', '#7a5596'),
  area('M0 236c60-20 120-20 180-6h140c60-14 110-10 160 6v84H0z', '#573a75'),
  area('M0 268h480v52H0z', fading(268, 320, '#4b3263', '#33213f')),
  line('M0 268h480', '#8d6aa6', 2.4),
  ...tablet(),
  ...cup(),
  ...plant(),
];

function tablet(): PlainShape[] {
  return [
    area('M110 282h260l14 12H96z', '#241733', 0.6),
    area(rounded(92, 44, 296, 242, 20), '#2b1c3b'),
    area(rounded(106, 58, 268, 214, 9), fading(58, 250, ...DAWN)),
    ...sun(240, 158, 28, 3.2),
    area('M106 196c44-26 86-30 130-12 44 16 90 8 138-12v92H106z', FAR),
    area('M106 218c50-16 96-20 140-6 44 14 84 10 128-6v58H106z', MIDDLE),
    area('M106 240c50-14 96-14 140-2 44 10 84 6 128-6v31q0 9-9 9H115q-9 0-9-9z', NEAR),
    area('M146 244c-6-28-4-48 3-68 7 20 9 40 3 68zM168 246c-5-18-4-34 2-48 6 14 8 30 2 48z', DARK),
    area('M306 246v-20l18-14 18 14v20z', DARK),
    area('M318 230h11v9h-11z', LAMP),
    line(`M222 279h36`, '#6d5480', 4),
  ];
}

function cup(): PlainShape[] {
  return [
    line('M432 236q-8-12 0-22t0-22M448 236q-7-10 0-18t0-18', PAPER, 3, 0.6),
    line('M462 254q18-2 14 16t-20 12', '#f3d9cf', 6),
    area('M412 244h54c0 30-6 44-16 48h-22c-10-4-16-18-16-48z', fading(244, 292, SUN, '#e3b9b4')),
  ];
}

function plant(): PlainShape[] {
  return [
    line('M44 256C42 226 44 206 48 186M48 240C36 226 30 220 22 216M48 232C60 214 66 208 76 204', '#2b1c3b', 4),
    area('M48 192q-15-18 0-42q15 24 0 42zM26 220q-24 2-30-22q26-2 30 22zM72 208q4-26 30-26q0 26-30 26z', '#2b1c3b'),
    area('M26 254h44l-6 38H32z', '#cf7fb0'),
    area('M26 254h44l-2 9H28z', '#f0ae97'),
  ];
}
