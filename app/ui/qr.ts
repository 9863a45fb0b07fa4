import { encode } from 'uqr';

const drawings = new Map<string, string>();

/** A QR code is the same drawing every time; the few hundred of a site are kept. */
export function qrFor(url: string): string {
  const kept = drawings.get(url);
  if (kept) return kept;
  if (drawings.size > 500) drawings.clear();
  const svg = drawn(encode(url, { border: 2 }).data);
  drawings.set(url, svg);
  return svg;
}

/** Black squares that touch are one line: a fifth of a square each, which is what the library draws. */
function drawn(rows: readonly (readonly boolean[])[]): string {
  const lines = rows.map((row, y) => {
    const line = row.map((black) => (black ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}.5h${run.length}`).join('');
  });
  const side = `0 0 ${rows.length} ${rows.length}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${side}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${rows.length}v${rows.length}H0z"/><path stroke="black" d="${lines.join('')}"/></svg>`;
}
