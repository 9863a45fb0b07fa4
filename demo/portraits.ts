/**
 * Drawn portraits for the members of the demonstration: clearly drawings, of nobody. Each is one small SVG that stays
 * sharp at every size; `npm run covers` writes them to `public/portraits`.
 */
import type { Gender } from './types';

/** Of each gender. */
export const PORTRAITS = 30;

export const portraitFile = (gender: Gender, number: number): string => `/portraits/${gender}${number}.svg`;

const GROUNDS = ['#f6d5c4', '#f8e3b0', '#d6e6c8', '#c5e4de', '#cfdcf4', '#e3d6f1', '#f3d0d8', '#e6ddd1'];
const SKINS = ['#f3cfb3', '#e9b893', '#f7dcc8', '#c98d62', '#9c6644', '#6f4630'];
const HAIRS = ['#dcdad6', '#a9a6a2', '#efece6', '#7d7772', '#8a5a3b', '#55392a', '#b5713c', '#2e2723'];
const CLOTHES = ['#3b5b8c', '#8b3a4a', '#2b6e4f', '#c2662d', '#5a4a7d', '#39757c', '#a33f6c', '#4d4d57'];
const FRAMES = '#3a302b';

/** What lies behind the head, and what falls over it. */
type Hair = (colour: string) => readonly [behind: string, before: string];

const fill = (d: string, colour: string) => `<path fill="${colour}" d="${d}"/>`;
const dots = (colour: string, places: readonly (readonly [number, number, number])[]) =>
  places.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`).join('');

const FRINGE = 'M30 42c-1-15 7-23 18-23s19 8 18 21c-9-1-16-5-21-11-3 6-8 11-15 13z';
const CAP = 'M30 42c-2-16 8-24 18-24s20 8 18 24c-3-9-8-14-18-14s-15 5-18 14z';

const HAIRS_OF: Readonly<Record<Gender, readonly Hair[]>> = {
  f: [
    (c) => [fill('M27 42c0-18 9-26 21-26s21 8 21 26v14c0 5-3 7-7 7V40H34v23c-4 0-7-2-7-7z', c), fill(FRINGE, c)],
    (c) => [dots(c, [[48, 14, 8]]), fill(CAP, c)],
    (c) => [
      dots(c, [
        [31, 34, 8],
        [37, 25, 8],
        [48, 21, 9],
        [59, 25, 8],
        [65, 34, 8],
        [29, 44, 7],
        [67, 44, 7],
      ]),
      dots(c, [
        [38, 27, 6],
        [48, 25, 6],
        [58, 27, 6],
      ]),
    ],
    (c) => ['', fill('M30 43c-2-17 8-25 19-25s18 8 17 25c-2-6-4-10-7-13-6 3-15 3-22 1-3 3-6 7-7 12z', c)],
    (c) => [fill('M26 42c0-18 9-26 22-26s22 8 22 26l2 32H24z', c), fill(FRINGE, c)],
    (c) => [
      fill('M29 38c-4 14-2 28 3 36h32c5-8 7-22 3-36z', c),
      fill('M28 42c0-17 9-25 20-25s20 8 20 25c-5-9-11-13-20-13s-15 4-20 13z', c),
    ],
  ],
  m: [
    (c) => ['', fill('M31 46c-3-8-1-14 2-17 1 6 1 11 0 17zM65 46c3-8 1-14-2-17-1 6-1 11 0 17z', c)],
    (c) => ['', fill('M30 42c-1-16 7-23 18-23 12 0 19 7 18 23-2-5-4-9-6-11-8 1-17-1-22-5-2 5-6 9-8 16z', c)],
    (c) => [
      '',
      fill(
        'M30 43c-1-13 5-20 13-23-4 4-5 6-5 9-4 3-6 8-8 14zM66 43c1-13-5-20-13-23 4 4 5 6 5 9 4 3 6 8 8 14zM43 21c3-3 8-3 11 0-3 2-8 2-11 0z',
        c,
      ),
    ],
    (c) => ['', fill(CAP, c)],
    (c) => [
      dots(c, [
        [33, 33, 6],
        [38, 25, 6],
        [48, 22, 7],
        [58, 25, 6],
        [63, 33, 6],
      ]),
      dots(c, [
        [41, 25, 5],
        [48, 24, 5],
        [55, 25, 5],
      ]),
    ],
    (c) => [
      '',
      `${fill('M31 45c-2-8-1-12 1-15h32c2 3 3 7 1 15-1-5-2-8-4-10H35c-2 2-3 5-4 10z', c)}${fill('M26 34c-1-9 10-16 23-16s23 7 21 16c-13-4-30-4-44 0z', '#4d4d57')}`,
    ],
  ],
};

const BEARDS: readonly ((colour: string) => string)[] = [
  () => '',
  (c) => fill('M31 45c1 17 8 24 17 24s16-7 17-24c-3 5-7 6-11 4-4-2-8-2-12 0-4 2-8 1-11-4z', c),
  () => '',
  (c) => fill('M39 51c3-4 7-3 9-1 2-2 6-3 9 1-3 2-7 2-9 0-2 2-6 2-9 0z', c),
];

/** @param number 1 to `PORTRAITS` */
export function portraitSvg(gender: Gender, number: number): string {
  const at = number + (gender === 'f' ? 0 : 3);
  const skin = SKINS[(at * 5 + (at >> 3)) % SKINS.length] ?? '';
  const dark = SKINS.indexOf(skin) > 2;
  // Age whitens most of them, dark skin or light.
  const hair = HAIRS[dark && at % 3 ? ([7, 1, 5][at % 3] ?? 7) : (at * 3 + (at >> 2)) % HAIRS.length] ?? '';
  const styles = HAIRS_OF[gender];
  const isScarf = gender === 'f' && at % styles.length === 5;
  const cloth = CLOTHES[(at * 3 + 1) % CLOTHES.length] ?? '';
  const [behind, before] = styles[at % styles.length]?.(
    isScarf ? (CLOTHES[(at + 4) % CLOTHES.length] ?? '') : hair,
  ) ?? ['', ''];
  const parts = [
    `<path fill="${GROUNDS[(at * 5) % GROUNDS.length]}" d="M0 0h96v96H0z"/>`,
    behind,
    fill('M8 96c2-18 16-25 40-25s38 7 40 25z', cloth),
    fill('M39 54h18v18c-3 6-15 6-18 0z', shade(skin)),
    `<g fill="${skin}"><circle cx="31" cy="45" r="4"/><circle cx="65" cy="45" r="4"/><path d="M31 40c0-12 7-20 17-20s17 8 17 20c0 14-7 25-17 25S31 54 31 40z"/></g>`,
    gender === 'm' ? (BEARDS[at % BEARDS.length]?.(hair) ?? '') : '',
    face(dark),
    before,
    at % 3 === 1 ? glasses() : '',
    finery(gender, at),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">${parts.join('')}</svg>`;
}

/** Under the chin no lamp shines. */
function shade(hex: string): string {
  const channels = [1, 3, 5].map((start) => Math.round(Number.parseInt(hex.slice(start, start + 2), 16) * 0.88));
  return `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

function face(dark: boolean): string {
  const line = dark ? '#2b1a12' : '#5c3d2e';
  return (
    `<g fill="#d9655f" opacity="${dark ? 0.25 : 0.3}"><circle cx="37" cy="50" r="4"/><circle cx="59" cy="50" r="4"/></g>` +
    dots(line, [
      [41, 43, 1.8],
      [55, 43, 1.8],
    ]) +
    `<g fill="none" stroke="${line}" stroke-width="1.6" stroke-linecap="round"><path d="M37 37.5q4-2.5 7 0M52 37.5q4-2.5 7 0M42 55q6 5 12 0"/><path opacity=".5" d="M48 44v5"/></g>`
  );
}

const glasses = () =>
  `<g fill="none" stroke="${FRAMES}" stroke-width="1.6"><circle cx="41" cy="43.5" r="6"/><circle cx="55" cy="43.5" r="6"/><path d="M47 43q1-1 2 0M35 43l-4-1M61 43l4-1"/></g>`;

/** A collar, beads, a scarf or nothing. */
function finery(gender: Gender, at: number): string {
  if (at % 4 === 0) return fill('M39 70l9 9 9-9 4 4-9 12-4-5-4 5-9-12z', '#fffaf2');
  if (at % 4 === 1 && gender === 'f')
    return dots('#fffaf2', [
      [38, 73, 2],
      [43, 76, 2],
      [48, 77, 2],
      [53, 76, 2],
      [58, 73, 2],
    ]);
  if (at % 4 === 2) return fill('M34 68c8 7 20 7 28 0l4 6c-10 8-26 8-36 0z', CLOTHES[(at + 2) % CLOTHES.length] ?? '');
  return '';
}
