/** What the seven covers share with the dawn of the landing page: its sky, its sun, its four distances of hills. */
import { circle, type Paint, type PlainShape, rectangle } from '~/ui/drawing/shapes';

/** Units of a cover's own measure: three wide, two high. */
export const [WIDTH, HEIGHT] = [480, 320] as const;

/** From far to near. */
export const [FAR, MIDDLE, NEAR, DARK] = ['#d59ab4', '#a56fab', '#6f4a8b', '#432c58'] as const;
export const [SUN, LAMP, PAPER] = ['#fffaf0', '#ffdf9a', '#fff4e2'] as const;

export const area = (d: string, fill: Paint, opacity?: number): PlainShape => ({
  kind: 'area',
  d,
  fill,
  ...(opacity === undefined ? {} : { opacity }),
});
export const line = (d: string, colour: string, width: number, opacity = 1): PlainShape => ({
  kind: 'line',
  d,
  colour,
  width,
  opacity,
});

/** Colours from the top of a height to its bottom, evenly unless a place is given. */
export function fading(
  top: number,
  bottom: number,
  ...colours: readonly (string | readonly [string, number])[]
): Paint {
  const stops = colours.map((each, index) => {
    const [colour, at] = typeof each === 'string' ? [each, index / Math.max(1, colours.length - 1)] : each;
    return { at: Math.round(at * 100) / 100, colour, opacity: 1 };
  });
  return { kind: 'linear', from: [0, top], to: [0, bottom], stops };
}

export const sky = (...colours: readonly string[]): PlainShape =>
  area(rectangle(0, 0, WIDTH, HEIGHT), fading(0, 260, ...colours));

/** The hours at which the covers are seen. */
export const DAWN = ['#4c3a8c', '#7d56b0', '#cf7fb0', '#f5b094', '#fde0a8'] as const;
export const MORNING = ['#9b7cc9', '#d79bc4', '#f7c3ae', '#fde6ba', '#fff1d3'] as const;
export const DUSK = ['#3b2d74', '#5a3f92', '#8c5aa6', '#cd82a8', '#f0ae97'] as const;
export const NIGHT = ['#2a2152', '#3a2c6d', '#58408a', '#81579a', '#b478a2'] as const;

/** A sun and its light; the two rings of the dawn around it. */
export function sun(x: number, y: number, r: number, reach = 3.6): PlainShape[] {
  return [
    area(circle(x, y, Math.round(r * reach)), {
      kind: 'radial',
      centre: [x, y],
      radius: Math.round(r * reach),
      stops: [
        { at: 0, colour: '#fff6dc', opacity: 0.95 },
        { at: 0.35, colour: '#ffe6b8', opacity: 0.5 },
        { at: 1, colour: '#ffe6b8', opacity: 0 },
      ],
    }),
    line(circle(x, y, Math.round(r * 1.9)), '#ffffff', Math.round(r * 0.34), 0.26),
    line(circle(x, y, Math.round(r * 2.9)), '#ffffff', Math.round(r * 0.34), 0.14),
    area(circle(x, y, r), SUN),
  ];
}

/** The aurora: a veil of light that hangs from above. */
export function veil(d: string, opacity = 1): PlainShape {
  return area(
    d,
    {
      kind: 'linear',
      from: [0, 0],
      to: [0, 150],
      stops: [
        { at: 0, colour: '#b79bff', opacity: 0 },
        { at: 0.55, colour: '#d9a8ff', opacity: 0.34 },
        { at: 0.9, colour: '#ffc4dd', opacity: 0.5 },
        { at: 1, colour: '#ffe2c0', opacity: 0 },
      ],
    },
    opacity,
  );
}

/** Light on water below a sun: lines that grow shorter towards the reader. */
export function glints(x: number, top: number, widths: readonly number[]): PlainShape[] {
  return widths.map((width, index) =>
    line(`M${x - width / 2} ${top + index * 15}h${width}`, SUN, 5, 0.7 - index * 0.1),
  );
}

export const stars = (...places: readonly (readonly [x: number, y: number, r: number])[]): PlainShape[] =>
  places.map(([x, y, r]) => area(circle(x, y, r), PAPER, 0.85));
