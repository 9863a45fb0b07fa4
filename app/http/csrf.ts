/**
 * Unsafe methods must come from our own pages (contract 1). The browser says so itself; a page elsewhere cannot
 * forge these headers. No token in the page, so that pages can be kept.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = headers.get('origin');
  if (from !== null) return from === origin;
  const referer = headers.get('referer');
  return referer !== null && (referer === origin || referer.startsWith(`${origin}/`));
}
