/** « La cuisine et le sommeil »: a bowl that steams, and the moon over the village. */
import { area, DARK, fading, LAMP, line, NIGHT, PAPER, sky, stars, veil } from '~/ui/covers/light';
import { circle, type PlainShape } from '~/ui/drawing/shapes';

export const table: readonly PlainShape[] = [
  sky(...NIGHT),
  veil('M-10 20C90 70 170 20 260 56S400 30 490 60V140C410 110 330 150 250 120S90 140-10 100z', 0.7),
  ...moon(),
  ...stars(
    [60, 44, 2.2],
    [112, 78, 1.6],
    [158, 36, 1.8],
    [236, 60, 1.6],
    [286, 30, 2],
    [430, 44, 1.8],
    [448, 130, 1.6],
    [292, 112, 1.6],
    [36, 116, 1.6],
  ),
  area('M0 206c60-30 130-36 200-18 70 18 130 10 180-8 40-14 70-12 100-4v90H0z', '#6b4a86'),
  area('M0 232c80-22 150-20 230-6 90 14 160 4 250-18v60H0z', '#4d3468'),
  ...village(),
  area('M0 262h480v58H0z', fading(262, 320, '#3a2547', '#251632')),
  line('M0 262h480', '#9a6d9d', 2.4),
  ...steam(),
  ...bowl(),
  ...bread(),
];

function moon(): PlainShape[] {
  return [
    area(circle(364, 88, 116), {
      kind: 'radial',
      centre: [364, 88],
      radius: 116,
      stops: [
        { at: 0, colour: '#fff6dc', opacity: 0.5 },
        { at: 1, colour: '#ffe6b8', opacity: 0 },
      ],
    }),
    area('M378 44A46 46 0 1 0 404 110 38 38 0 1 1 378 44z', PAPER),
  ];
}

function village(): PlainShape[] {
  return [
    area(
      'M330 234v-24l20-16 20 16v24zM376 232v-18l16-13 16 13v18zM420 230v-30l8-20 8 20v30zM436 230v-16l16-12 16 12v16z',
      DARK,
    ),
    area('M338 214h9v9h-9zM354 214h9v9h-9zM387 216h9v8h-9zM446 216h8v8h-8z', LAMP),
  ];
}

function steam(): PlainShape[] {
  return [
    line('M150 184c-16-18 14-30 0-50s10-28 2-42', PAPER, 6, 0.5),
    line('M190 180c-16-20 16-34 0-56s12-32 4-50', PAPER, 7, 0.62),
    line('M230 184c-16-18 14-30 0-50s10-28 2-42', PAPER, 6, 0.5),
  ];
}

function bowl(): PlainShape[] {
  return [
    area('M118 294h144l22 10H96z', '#180e22', 0.5),
    area('M84 200h212c0 50-34 84-74 92v6h-64v-6c-40-8-74-42-74-92z', fading(200, 298, '#f5b094', '#cf7fb0', '#8c5aa6')),
    area('M84 200a106 17 0 0 1 212 0a106 17 0 0 1-212 0z', '#fde0a8'),
    area('M98 201a92 12 0 0 1 184 0a92 12 0 0 1-184 0z', '#d9822b'),
    area('M150 200q14-8 26 0q-12 7-26 0zM206 203q12-7 22 0q-10 6-22 0zM182 196q8-5 16 0q-8 5-16 0z', '#fde0a8'),
    line('M108 226c10 26 28 42 52 50', '#ffffff', 6, 0.5),
    line('M252 204L318 150', '#f3e3ee', 6),
  ];
}

function bread(): PlainShape[] {
  return [
    area('M330 296c-14-4-16-40 12-48 34-10 86-10 104 8 16 16 10 38-6 40z', fading(244, 296, '#f5c48a', '#b9784f')),
    line('M360 258l10 16M388 252l10 16M416 254l8 14', '#8a5238', 4, 0.8),
  ];
}
