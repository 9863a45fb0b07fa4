/** A certificate on an A4 sheet lying on its side: the light of the site’s dawn, and dark ink on it. */
import { encode } from 'uqr';
import { fitted, lines } from '~/certificates/drawing/typeface';
import { extentOf, type Facts } from '~/certificates/rules';
import { coverOf } from '~/ui/covers/covers';
import { HEIGHT as COVER_HEIGHT, WIDTH as COVER_WIDTH } from '~/ui/covers/light';
import { circle, type Drawing, rectangle, rounded, type Shape, type Stop, type Words } from '~/ui/drawing/shapes';
import { fullDay } from '~/ui/format';

const [WIDTH, HEIGHT] = [841.89, 595.28];
const MIDDLE = WIDTH / 2;
const [INK, SOFT, VIOLET] = ['#261d2e', '#4e4457', '#5b2191'];

/** @param address its public page, in full: printed and in the QR */
export function certificateDrawing(facts: Facts, address: string): Drawing {
  return {
    width: WIDTH,
    height: HEIGHT,
    title: `Attestation : ${facts.memberName}, ${facts.courseTitle}`,
    description:
      `${facts.memberName} a terminé le cours « ${facts.courseTitle} » sur Aurora50, ` +
      `du ${day(facts.startedAt)} au ${day(facts.completedAt)}. À vérifier sur ${address}`,
    shapes: [...light(), ...frame(), ...stamp(facts), ...brand(), ...said(facts), ...made(facts), ...check(address)],
  };
}

const day = (date: Date) => fullDay(date).replace(/^\S+ /, '');

function light(): Shape[] {
  const sky: Stop[] = [
    { at: 0, colour: '#dccdf4', opacity: 1 },
    { at: 0.32, colour: '#f6d9e4', opacity: 1 },
    { at: 0.62, colour: '#fdeacb', opacity: 1 },
    { at: 1, colour: '#fdf6e6', opacity: 1 },
  ];
  const glow: Stop[] = [
    { at: 0, colour: '#fffdf6', opacity: 1 },
    { at: 0.45, colour: '#fffaf0', opacity: 0.85 },
    { at: 1, colour: '#fffaf0', opacity: 0 },
  ];
  const whole = rectangle(0, 0, WIDTH, HEIGHT);
  return [
    { kind: 'area', d: whole, fill: { kind: 'linear', from: [0, 0], to: [0, HEIGHT], stops: sky } },
    { kind: 'area', d: whole, fill: { kind: 'radial', centre: [MIDDLE, 330], radius: 430, stops: glow } },
    ...[130, 205, 290, 385].map(
      (r, index): Shape => ({
        kind: 'line',
        d: circle(MIDDLE, 520, r),
        colour: '#ffffff',
        width: 24,
        opacity: 0.5 - index * 0.1,
      }),
    ),
    { kind: 'area', d: circle(MIDDLE, 520, 62), fill: '#ffe9b0', opacity: 0.9 },
    ...HILLS.map(([d, fill]): Shape => ({ kind: 'area', d, fill })),
  ];
}

const HILLS = [
  ['M0 498c90-30 190-38 300-18 90 16 160 20 240 6 100-18 200-30 301.89-14V595.28H0z', '#e2bccf'],
  ['M0 520c110-26 210-20 310-2 100 18 190 14 280-4 90-18 170-22 251.89-10V595.28H0z', '#b288bb'],
  ['M0 544c120-18 240-20 360-6 140 16 300 12 481.89-10V595.28H0z', '#5d3a78'],
] as const;

function frame(): Shape[] {
  return [
    { kind: 'line', d: rounded(22, 22, WIDTH - 44, HEIGHT - 44, 16), colour: '#ffffff', width: 1.5, opacity: 0.95 },
  ];
}

/** The course's cover, as a postage stamp in the corner. */
function stamp({ pillarNumber }: Facts): Shape[] {
  const [x, y, width] = [WIDTH - 52 - 128, 50, 128];
  const scale = Math.round((width / COVER_WIDTH) * 1_000) / 1_000;
  const height = Math.round(COVER_HEIGHT * scale);
  return [
    { kind: 'area', d: rounded(x - 4, y - 4, width + 8, height + 8, 8), fill: '#ffffff', opacity: 0.9 },
    {
      kind: 'inset',
      at: [x, y],
      scale,
      frame: rounded(0, 0, COVER_WIDTH, COVER_HEIGHT, 16),
      shapes: coverOf(pillarNumber),
    },
  ];
}

/** The mark of `ui/brand.tsx`, on this sheet's own paper. */
function brand(): Shape[] {
  const [x, y] = [MIDDLE - 82, 46];
  const arcs: readonly (readonly [string, string])[] = [
    [`M${x + 2} ${y + 35}a22 22 0 0 1 44 0h-5.5a16.5 16.5 0 0 0-33 0z`, '#6d28d9'],
    [`M${x + 10} ${y + 35}a14 14 0 0 1 28 0h-5.5a8.5 8.5 0 0 0-17 0z`, '#d6336c'],
    [`M${x + 18} ${y + 35}a6 6 0 0 1 12 0z`, '#f0a020'],
    [`M${x + 2} ${y + 38.5}h44v3.5h-44z`, '#2b2033'],
  ];
  return [
    ...arcs.map(([d, fill]): Shape => ({ kind: 'area', d, fill })),
    words('Aurora50', 'title', 23, INK, x + 56, y + 39, 'left'),
  ];
}

function said(facts: Facts): Shape[] {
  const { memberName, courseTitle, startedAt, completedAt } = facts;
  const quoted = `«\u00a0${courseTitle}\u00a0»`;
  // The longest title there may be fills two lines of the smaller size.
  const size = lines(quoted, 'bold', 22, 640).length <= 2 ? 22 : 17;
  const title = lines(quoted, 'bold', size, 640);
  const after = 330 + (title.length - 1) * 28;
  const shown = memberName.trim() || 'Un membre d’Aurora50';
  return [
    { ...words('Attestation', 'title', 44, INK, MIDDLE, 148), role: 'H1' },
    words('délivrée à', 'text', 15, SOFT, MIDDLE, 184),
    words(shown, 'title', fitted(shown, 'title', 36, 660), VIOLET, MIDDLE, 232),
    { kind: 'area', d: rounded(MIDDLE - 36, 250, 72, 3, 1.5), fill: '#d6336c' },
    words('qui a terminé, à son rythme, le cours', 'text', 15, SOFT, MIDDLE, 290),
    ...title.map((line, index) => words(line, 'bold', size, INK, MIDDLE, 326 + index * 28)),
    words(extentOf(facts), 'text', 15, INK, MIDDLE, after + 30),
    words(`du ${day(startedAt)} au ${day(completedAt)}`, 'text', 15, INK, MIDDLE, after + 52),
  ];
}

/** Above the hills: small letters stand on one ground. */
function made({ id, issuedAt }: Facts): Shape[] {
  return [
    words('Fait le', 'text', 11, SOFT, 52, 388, 'left'),
    words(fullDay(issuedAt), 'bold', 13, INK, 52, 406, 'left'),
    words('Numéro', 'text', 11, SOFT, 52, 432, 'left'),
    words(id.slice(0, 18), 'text', 11, INK, 52, 448, 'left'),
    words(id.slice(19), 'text', 11, INK, 52, 463, 'left'),
  ];
}

function check(address: string): Shape[] {
  const [side, right, top] = [88, WIDTH - 56, 384];
  const [x, card] = [right - side, 10];
  return [
    { kind: 'area', d: rounded(x - card, top - card, side + 2 * card, side + 2 * card, 10), fill: '#ffffff' },
    { kind: 'area', d: qrPath(address, x, top, side), fill: INK },
    words('À vérifier ici', 'bold', 12, INK, x - card - 12, top + 34, 'right'),
    words('avec un téléphone,', 'text', 11, INK, x - card - 12, top + 52, 'right'),
    words('ou à l’adresse ci-dessous', 'text', 11, INK, x - card - 12, top + 68, 'right'),
    words(address, 'text', fitted(address, 'text', 12, WIDTH - 120), '#ffffff', MIDDLE, 564),
  ];
}

/** Its quiet zone is the white card around it. */
function qrPath(text: string, left: number, top: number, side: number): string {
  const { data, size } = encode(text, { border: 1, ecc: 'M' });
  const step = side / size;
  const at = (value: number) => Math.round(value * 1000) / 1000;
  return data
    .flatMap((row, y) =>
      row.map((dark, x) =>
        dark ? rectangle(at(left + x * step), at(top + y * step), at(step + 0.02), at(step + 0.02)) : '',
      ),
    )
    .join('');
}

function words(
  text: string,
  face: Words['face'],
  size: number,
  colour: string,
  x: number,
  y: number,
  align: Words['align'] = 'centre',
): Words {
  return { kind: 'words', text, face, size, colour, at: [x, y], align, role: 'P' };
}
