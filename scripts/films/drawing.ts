/** The pencils all films share: colours of the site's light theme, outlined shapes, and movement. */

export const INK = '#261d2e';
export const PAPER = '#fcfaf5';
export const VIOLET = '#5b2191';
export const ROSE = '#d6336c';
export const AMBER = '#f0a020';
export const LILAC = '#e3d5f6';
export const BLUSH = '#f8d3dc';
export const HONEY = '#fbe3b4';
export const SKIN = '#edbf9b';
export const LINEN = '#f3ede2';
export const LEAF = '#5f8f4e';
const LINE = 5;

/** `values` at `times` (seconds from the beginning of the slide), eased, and kept at the end. */
export function animate(attribute: string, times: readonly number[], values: readonly string[]): string {
  return `<animate attributeName="${attribute}" ${clock(times, values)}/>`;
}

type Kind = 'translate' | 'scale' | 'rotate';
export function transform(kind: Kind, times: readonly number[], values: readonly string[]): string {
  return `<animateTransform attributeName="transform" type="${kind}" ${clock(times, values)}/>`;
}

function clock(times: readonly number[], values: readonly string[]): string {
  const end = times.at(-1) ?? 1;
  const from = times[0] === 0 ? { times, values } : { times: [0, ...times], values: [values[0] ?? '', ...values] };
  const keys = from.times.map((time) => (time / end).toFixed(4)).join(';');
  const curves = from.times.slice(1).map(() => '.4 0 .3 1');
  return `values="${from.values.join(';')}" keyTimes="${keys}" dur="${end}s" fill="freeze" calcMode="spline" keySplines="${curves.join(';')}"`;
}

/** A group that comes into view at `at`. */
export const appear = (at: number, inside: string): string =>
  `<g opacity="0">${animate('opacity', [at, at + 0.7], ['0', '1'])}${inside}</g>`;

/** A group that goes from place to place. */
export const travel = (times: readonly number[], places: readonly string[], inside: string): string =>
  `<g transform="translate(${places[0]})">${transform('translate', times, places)}${inside}</g>`;

export const at = (x: number, y: number, inside: string, scale = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${inside}</g>`;

/** A closed shape with the ink line around it. */
export const shape = (d: string, fill: string, width = LINE): string =>
  `<path d="${d}" fill="${fill}" stroke="${INK}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`;
export const box = (x: number, y: number, w: number, h: number, r: number, fill: string, inside = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" stroke="${INK}" stroke-width="${LINE}">${inside}</rect>`;
export const disc = (x: number, y: number, r: number, fill: string, inside = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${INK}" stroke-width="${LINE}">${inside}</circle>`;
export const stroke = (d: string, colour = INK, width = LINE, inside = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${inside}</path>`;
/** Colour without a line. */
export const wash = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
export const halo = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

/** A line that is drawn as a pen would, over `seconds` from `from`. */
export const penned = (d: string, length: number, from: number, seconds: number, colour = VIOLET, width = 6): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="${length}" stroke-dashoffset="${length}">${animate('stroke-dashoffset', [from, from + seconds], [String(length), '0'])}</path>`;

export type Lettering = { size?: number; bold?: boolean; colour?: string; middle?: boolean };
export function words(x: number, y: number, text: string, style: Lettering = {}, inside = ''): string {
  const { size = 30, bold = false, colour = INK, middle = false } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${colour}"${middle ? ' text-anchor="middle"' : ''}>${inside}${text}</text>`;
}

/** Thick lines melted into one shape, outlined as one: fingers of a hand, thigh and shin of a leg. */
export type Limb = { readonly d: string; readonly width: number; readonly moving?: string };
export function limbs(parts: readonly Limb[], fill: string): string {
  const path = ({ d, width, moving = '' }: Limb, colour: string, more: number) =>
    `<path d="${d}" stroke="${colour}" stroke-width="${width + more}">${moving}</path>`;
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round">${parts.map((part) => path(part, INK, LINE * 2)).join('')}${parts.map((part) => path(part, fill, 0)).join('')}</g>`;
}

/** A hand that points; the tip of its finger is at 0, 0. */
export function hand(sleeve = VIOLET): string {
  const arm = limbs([{ d: 'M62 268L74 420', width: 108 }], sleeve);
  const palm = limbs(
    [
      { d: 'M0 22L4 150', width: 38 },
      { d: 'M44 118L44 160', width: 38 },
      { d: 'M80 128L80 170', width: 36 },
      { d: 'M111 144L108 178', width: 32 },
      { d: 'M22 176L92 182', width: 74 },
      { d: 'M40 200L62 262', width: 84 },
      { d: 'M-28 138L-4 196', width: 36 },
    ],
    SKIN,
  );
  const folds = stroke('M24 122L26 152', INK, 4) + stroke('M62 122L62 150', INK, 4) + stroke('M96 136L95 158', INK, 4);
  const nail = stroke('M-9 14Q0 2 9 14', INK, 3);
  return `<g transform="rotate(-20)">${arm}${palm}${folds}${nail}</g>`;
}

/** The ring that spreads where a finger has touched. */
export const touched = (x: number, y: number, when: number): string =>
  `<circle cx="${x}" cy="${y}" r="10" fill="none" stroke="${ROSE}" stroke-width="7" opacity="0">${animate('r', [when, when + 0.9], ['10', '62'])}${animate('opacity', [when, when + 0.15, when + 0.9], ['0', '.9', '0'])}</circle>`;

/** A hand that comes, touches once at `when`, and withdraws a little. */
export const touch = (x: number, y: number, when: number, sleeve = VIOLET): string =>
  touched(x, y, when) +
  travel(
    [0.6, when, when + 0.4, when + 1.4],
    [`${x + 110} ${y + 190}`, `${x} ${y}`, `${x} ${y}`, `${x + 46} ${y + 70}`],
    hand(sleeve),
  );

/** A telephone of 290 × 560 at 0, 0; `id` is unique in the film. */
export function phone(id: string, screen: string, ground = '#fff'): string {
  return `<clipPath id="${id}"><rect x="14" y="14" width="262" height="532" rx="30"/></clipPath>${box(0, 0, 290, 560, 44, INK)}<rect x="14" y="14" width="262" height="532" rx="30" fill="${ground}"/><g clip-path="url(#${id})">${screen}</g><circle cx="145" cy="34" r="7" fill="${INK}"/>`;
}

/** Three threads of steam. */
export const steam = (x: number, y: number): string =>
  [0, 1, 2]
    .map((index) => {
      const left = x + index * 44;
      const lift = transform('translate', [0, 3.5, 7], ['0 10', '0 -8', '0 10']);
      return `<g>${lift}${stroke(`M${left} ${y}q-16 -22 0 -42t0 -42`, '#a99bb5', 6)}</g>`;
    })
    .join('');
