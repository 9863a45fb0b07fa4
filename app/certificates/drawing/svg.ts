/** A drawing as SVG; letters as outlines, a title and a description for those who hear it. */
import type { Drawing, Paint, Shape } from '~/certificates/drawing/shapes';
import { outline, setting } from '~/certificates/drawing/typeface';

/** @param head what stands first in it: of our own making, hence taken as it is */
export function svgOf({ width, height, title, description, shapes }: Drawing, head = '', namespaces = ''): string {
  const paints: string[] = [];
  const drawn = shapes.map((shape) => shapeOf(shape, paints)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${namespaces} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="titre description" lang="fr">${head}` +
    `<title id="titre">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>` +
    `<defs>${paints.join('')}</defs>${drawn}</svg>`
  );
}

function shapeOf(shape: Shape, paints: string[]): string {
  switch (shape.kind) {
    case 'area':
      return `<path d="${shape.d}" fill="${paintOf(shape.fill, paints)}"${opacity(shape.opacity)}/>`;
    case 'line':
      return `<path d="${shape.d}" fill="none" stroke="${shape.colour}" stroke-width="${shape.width}" stroke-opacity="${shape.opacity}"/>`;
    case 'words':
      return wordsOf(shape);
  }
}

function wordsOf({ text, face, size, colour, at: [x, y], align }: Extract<Shape, { kind: 'words' }>): string {
  const { width, runs } = setting(text, face, size);
  const start = x - (align === 'centre' ? width / 2 : align === 'right' ? width : 0);
  return runs
    .map(
      (run) =>
        `<path transform="translate(${two(start + run.x)} ${two(y)})" d="${outline(run, size)}" fill="${colour}"/>`,
    )
    .join('');
}

function paintOf(paint: Paint, paints: string[]): string {
  if (typeof paint === 'string') return paint;
  const id = `p${paints.length + 1}`;
  const stops = paint.stops
    .map(({ at, colour, opacity }) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('');
  paints.push(
    paint.kind === 'linear'
      ? `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${paint.from[0]}" y1="${paint.from[1]}" x2="${paint.to[0]}" y2="${paint.to[1]}">${stops}</linearGradient>`
      : `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${paint.centre[0]}" cy="${paint.centre[1]}" r="${paint.radius}">${stops}</radialGradient>`,
  );
  return `url(#${id})`;
}

const opacity = (value: number | undefined) => (value === undefined ? '' : ` fill-opacity="${value}"`);
const two = (value: number) => Math.round(value * 100) / 100;

/** XML 1.0 allows fewer signs than a name may have been typed with. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
