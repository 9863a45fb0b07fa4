/** Shapes as SVG. Gradients and frames are gathered apart, because they stand once, in front of what uses them. */
import type { Inset, Paint, PlainShape } from '~/ui/drawing/shapes';

/** What is named in a drawing; its ids are numbered in the order in which they come. */
export type Definitions = string[];

export function svgOfShape(shape: PlainShape | Inset, definitions: Definitions): string {
  switch (shape.kind) {
    case 'area':
      return `<path d="${shape.d}" fill="${paintOf(shape.fill, definitions)}"${opacity(shape.opacity)}/>`;
    case 'line':
      return `<path d="${shape.d}" fill="none" stroke="${shape.colour}" stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${shape.opacity}"/>`;
    case 'inset':
      return insetOf(shape, definitions);
  }
}

function insetOf({ at: [x, y], scale, frame, shapes }: Inset, definitions: Definitions): string {
  const id = defined(definitions, (id) => `<clipPath id="${id}"><path d="${frame}"/></clipPath>`);
  const drawn = shapes.map((shape) => svgOfShape(shape, definitions)).join('');
  return `<g transform="translate(${x} ${y}) scale(${scale})" clip-path="url(#${id})">${drawn}</g>`;
}

function paintOf(paint: Paint, definitions: Definitions): string {
  if (typeof paint === 'string') return paint;
  const stops = paint.stops
    .map(({ at, colour, opacity }) => `<stop offset="${at}" stop-color="${colour}"${stopOpacity(opacity)}/>`)
    .join('');
  const id = defined(definitions, (id) =>
    paint.kind === 'linear'
      ? `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${paint.from[0]}" y1="${paint.from[1]}" x2="${paint.to[0]}" y2="${paint.to[1]}">${stops}</linearGradient>`
      : `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${paint.centre[0]}" cy="${paint.centre[1]}" r="${paint.radius}">${stops}</radialGradient>`,
  );
  return `url(#${id})`;
}

function defined(definitions: Definitions, make: (id: string) => string): string {
  const id = `p${definitions.length + 1}`;
  definitions.push(make(id));
  return id;
}

const opacity = (value: number | undefined) => (value === undefined ? '' : ` fill-opacity="${value}"`);
const stopOpacity = (value: number) => (value === 1 ? '' : ` stop-opacity="${value}"`);
