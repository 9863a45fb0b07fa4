/** A drawing as SVG; letters as outlines, a title and a description for those who hear it. */
import { outline, setting } from '~/certificates/drawing/typeface';
import type { Drawing, Words } from '~/ui/drawing/shapes';
import { type Definitions, svgOfShape } from '~/ui/drawing/svg';

/** @param head what stands first in it: of our own making, hence taken as it is */
export function svgOf({ width, height, title, description, shapes }: Drawing, head = '', namespaces = ''): string {
  const definitions: Definitions = [];
  const drawn = shapes
    .map((shape) => (shape.kind === 'words' ? wordsOf(shape) : svgOfShape(shape, definitions)))
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${namespaces} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="titre description" lang="fr">${head}` +
    `<title id="titre">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>` +
    `<defs>${definitions.join('')}</defs>${drawn}</svg>`
  );
}

function wordsOf({ text, face, size, colour, at: [x, y], align }: Words): string {
  const { width, runs } = setting(text, face, size);
  const start = x - (align === 'centre' ? width / 2 : align === 'right' ? width : 0);
  return runs
    .map(
      (run) =>
        `<path transform="translate(${two(start + run.x)} ${two(y)})" d="${outline(run, size)}" fill="${colour}"/>`,
    )
    .join('');
}

const two = (value: number) => Math.round(value * 100) / 100;

/** XML 1.0 allows fewer signs than a name may have been typed with. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
