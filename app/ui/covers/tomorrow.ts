/** « Les projets et le sens »: a balloon that leaves with the day. */
import { area, DARK, DAWN, FAR, fading, LAMP, line, MIDDLE, NEAR, sky, sun, veil } from '~/ui/covers/light';
import type { PlainShape } from '~/ui/drawing/shapes';

export const tomorrow: readonly PlainShape[] = [
  sky(...DAWN),
  veil('M-10 30C90 80 190 30 280 66S400 30 490 50V120C410 100 330 150 250 126S90 150-10 116z'),
  ...sun(378, 204, 42),
  area('M0 232c60-34 130-42 200-22 80 22 170 18 280-18v128H0z', FAR),
  area('M0 256c80-20 150-28 230-10 80 18 160 14 250-14v88H0z', MIDDLE),
  area('M0 284c100-24 190-20 270-4 80 14 140 6 210-14v54H0z', NEAR),
  area('M0 304c110-16 220-10 310 0 70 8 120 2 170-10v26H0z', DARK),
  area('M386 300v-18l16-13 16 13v18zM330 304c-6-22-4-40 3-58 7 18 9 36 3 58z', DARK),
  area('M396 285h8v8h-8z', LAMP),
  ...balloon(),
  ...far(),
  line('M300 96q8-9 15 0q8-9 15 0M342 76q6-7 11 0q6-7 11 0M330 122q5-6 10 0q5-6 10 0', DARK, 2.6),
];

function balloon(): PlainShape[] {
  return [
    area(
      'M160 24c58 0 98 38 98 88 0 42-40 70-66 104h-64c-26-34-66-62-66-104 0-50 40-88 98-88z',
      fading(24, 216, '#e8618f', '#8f3d86'),
    ),
    area(
      'M160 24c-40 0-66 38-66 88 0 42 28 70 44 104h44c16-34 44-62 44-104 0-50-26-88-66-88z',
      fading(24, 216, '#fbd08a', '#dd8a4c'),
    ),
    area(
      'M160 24c-20 0-32 38-32 88 0 42 14 70 22 104h20c8-34 22-62 22-104 0-50-12-88-32-88z',
      fading(24, 216, '#9a6bd0', '#4c2f80'),
    ),
    area('M104 50c18-18 34-24 52-26-30 8-56 40-60 84-8-20-4-42 8-58z', '#ffffff', 0.3),
    area('M128 216h64v9h-64z', DARK),
    line('M132 224L142 246M188 224L178 246M160 225V246', DARK, 2.4),
    area('M136 244h48l-5 26q-1 4-5 4h-28q-4 0-5-4z', '#5c3550'),
    line('M137 252h46M139 262h42', '#c98f86', 2.4, 0.8),
  ];
}

function far(): PlainShape[] {
  return [
    area('M424 78c15 0 25 10 25 23 0 11-10 18-17 27h-16c-7-9-17-16-17-27 0-13 10-23 25-23z', '#7d4f9a'),
    area('M424 78c-6 0-9 10-9 23 0 11 4 18 6 27h6c2-9 6-16 6-27 0-13-3-23-9-23z', '#f5b094'),
    area('M418 133h12l-2 8h-8z', DARK),
  ];
}
