/** What the telephone of `ecran-lisible.ts` shows, and who looks at it. */
import {
  AMBER,
  animate,
  at,
  BLUSH,
  box,
  disc,
  HONEY,
  halo,
  INK,
  LEAF,
  LILAC,
  LINEN,
  limbs,
  ROSE,
  SKIN,
  shape,
  stroke,
  transform,
  travel,
  VIOLET,
  words,
} from './drawing';

const gear = (x: number, y: number, size: number, colour = VIOLET) => {
  const tooth = (turn: number) =>
    `<rect x="-9" y="-48" width="18" height="96" rx="5" fill="${colour}" transform="rotate(${turn})"/>`;
  const teeth = [0, 45, 90, 135].map(tooth).join('');
  return at(x, y, `${teeth}<circle r="35" fill="${colour}"/><circle r="15" fill="#fff"/>`, size);
};
const magnifier = (x: number, y: number, size = 1) =>
  at(x, y, `${disc(0, 0, 15, '#fff')}${stroke('M12 12L28 28', INK, 8)}`, size);
export const sun = (x: number, y: number, size = 1, colour = AMBER) =>
  at(
    x,
    y,
    `<circle r="13" fill="${colour}"/>${[0, 45, 90, 135, 180, 225, 270, 315].map((turn) => `<path d="M0 -20V-29" stroke="${colour}" stroke-width="6" stroke-linecap="round" transform="rotate(${turn})"/>`).join('')}`,
    size,
  );

export const header = (text: string) => words(145, 92, text, { size: 27, bold: true, middle: true });
const tiny = (y: number, width: number) => stroke(`M40 ${y}H${40 + width}`, '#6d6275', 5);
export const letter = [
  tiny(130, 170),
  tiny(146, 200),
  tiny(162, 150),
  tiny(178, 190),
  tiny(194, 120),
  tiny(226, 180),
  tiny(242, 200),
  tiny(258, 90),
].join('');

const tile = (x: number, y: number, fill: string, inside = '') =>
  at(x, y, `<rect x="-31" y="-31" width="62" height="62" rx="18" fill="${fill}"/>${inside}`);
export const home = [
  tile(74, 130, HONEY, sun(0, 0, 0.8)),
  tile(145, 130, BLUSH, stroke('M-16 0a16 14 0 1 1 14 13l-14 9z', ROSE, 5)),
  tile(216, 130, LILAC, stroke('M-18 -12h36v26h-36zM-18 -12l18 15l18 -15', VIOLET, 5)),
  tile(74, 222, '#dcebd6', stroke('M-16 14l10 -16l8 10l7 -9l9 15z', LEAF, 5)),
  tile(145, 222, LINEN, gear(0, 0, 0.56, INK)),
  tile(216, 222, HONEY, stroke('M-14 16v-32l22 -5v30M-14 16a7 6 0 1 1 -1 -2M8 9a7 6 0 1 1 -1 -2', '#8a5a00', 5)),
].join('');

export const field = (typed: string) =>
  `<rect x="30" y="112" width="230" height="58" rx="29" fill="${LINEN}" stroke="${INK}" stroke-width="4"/>${magnifier(60, 139, 0.72)}${typed}`;
export const typing = 'taille'
  .split('')
  .map((_, index, all) => {
    const shown = 2.6 + index * 0.35;
    const hidden = index === all.length - 1 ? [] : [shown + 0.35];
    const times = [0, shown, shown + 0.01, ...hidden.flatMap((time) => [time, time + 0.01])];
    return words(
      94,
      151,
      all.slice(0, index + 1).join(''),
      { size: 32 },
      animate('opacity', times, ['0', '0', '1', ...hidden.flatMap(() => ['1', '0'])]),
    );
  })
  .join('');

/** Somebody seen from the side, arm stretched out towards a telephone too small to read. */
export const farAway = (() => {
  const sway = travel(
    [0, 2.5, 5, 7.5],
    ['0 0', '16 0', '0 0', '16 0'],
    `${limbs([{ d: 'M206 372L318 392L448 322', width: 52 }], ROSE)}${limbs([{ d: 'M462 312L474 300', width: 44 }], SKIN)}${at(470, 214, `<g transform="rotate(10)">${box(0, 0, 22, 124, 9, INK)}<rect x="-3" y="12" width="9" height="98" fill="${HONEY}"/></g>`)}`,
  );
  const body = limbs([{ d: 'M190 392L170 760', width: 150 }], ROSE);
  const neck = limbs([{ d: 'M196 300L196 340', width: 48 }], SKIN);
  const head = `${disc(204, 232, 78, SKIN)}${shape('M136 270C98 168 168 128 226 146C276 160 286 196 270 200C234 176 190 190 176 228C172 250 160 272 136 270Z', '#d9d4dc')}${stroke('M280 232q22 20 -2 28', INK)}${stroke('M246 284q12 -7 22 0', INK)}${stroke('M250 200q14 -8 26 0', INK)}<circle cx="266" cy="233" r="5" fill="${INK}"/><circle cx="262" cy="232" r="22" fill="#fff" fill-opacity=".55" stroke="${INK}" stroke-width="5"/>${stroke('M240 230L190 224', INK)}`;
  return `${halo(300, 300, 285, BLUSH)}${neck}${body}${head}${sway}`;
})();

const choices = [
  ['30 secondes', 172],
  ['1 minute', 244],
  ['2 minutes', 316],
] as const;
export const delays = choices
  .map(([text, y], index) => {
    const dot =
      index === 0
        ? animate('opacity', [0, 2.8, 2.9], ['1', '1', '0'])
        : index === 2
          ? animate('opacity', [0, 2.8, 2.9], ['0', '0', '1'])
          : '';
    const first = index === 0 ? 1 : 0;
    return `<circle cx="244" cy="${y - 10}" r="17" fill="#fff" stroke="${VIOLET}" stroke-width="5"/><circle cx="244" cy="${y - 10}" r="9" fill="${VIOLET}" opacity="${first}">${dot}</circle>${words(34, y, text, { size: 29 })}`;
  })
  .join('');

export const picture = `<g transform="translate(145 280)"><g transform="scale(1)">${transform('scale', [0, 2, 5], ['1', '1', '2.1'])}<rect x="-131" y="-96" width="262" height="192" fill="#dfeaf5"/><circle cx="64" cy="-46" r="20" fill="${AMBER}"/><path d="M-131 96V40q60 -60 120 -10t142 -14V96z" fill="#9dbf8b"/>${at(-34, 28, `<path d="M-34 0V-34L0 -62L34 -34V0z" fill="#fff" stroke="${INK}" stroke-width="4" stroke-linejoin="round"/><path d="M-42 -30L0 -66L42 -30" fill="none" stroke="${ROSE}" stroke-width="9" stroke-linejoin="round" stroke-linecap="round"/><rect x="-9" y="-26" width="18" height="26" fill="${VIOLET}"/>`)}</g></g>`;
/** Thumb and forefinger of one hand, joined and then apart. */
export const pinch = (() => {
  const times = [0, 2, 5];
  const spread = (joined: string, apart: string) => animate('d', times, [joined, joined, apart]);
  const thumb = ['M404 520Q330 470 292 372', 'M404 520Q310 500 256 424'] as const;
  const index = ['M440 440Q410 340 318 336', 'M440 440Q446 330 392 262'] as const;
  const palm = limbs(
    [
      { d: 'M436 470L452 540', width: 92 },
      { d: 'M470 490L490 530', width: 84 },
      { d: 'M488 420L474 470', width: 40 },
      { d: 'M520 446L502 492', width: 38 },
      { d: 'M540 484L520 520', width: 34 },
      { d: 'M470 540L512 610', width: 88 },
      { d: thumb[0], width: 42, moving: spread(...thumb) },
      { d: index[0], width: 42, moving: spread(...index) },
    ],
    SKIN,
  );
  const folds =
    stroke('M466 420L460 448', INK, 4) + stroke('M504 436L494 462', INK, 4) + stroke('M530 466L518 490', INK, 4);
  const sleeve = limbs([{ d: 'M526 636L580 760', width: 112 }], VIOLET);
  return travel([0, 1.6], ['60 110', '0 0'], `${sleeve}${palm}${folds}`);
})();
