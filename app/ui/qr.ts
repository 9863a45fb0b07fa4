import { renderSVG } from 'uqr';

const drawings = new Map<string, string>();

/** A QR code is the same drawing every time; the few hundred of a site are kept. */
export function qrFor(url: string): string {
  const kept = drawings.get(url);
  if (kept) return kept;
  if (drawings.size > 500) drawings.clear();
  const svg = renderSVG(url, { border: 2 });
  drawings.set(url, svg);
  return svg;
}
