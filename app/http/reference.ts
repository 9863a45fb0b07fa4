/** The alphabet of share codes (D34): nothing in it looks like another sign. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

/**
 * What a reader of an error page can dictate: six signs made from the request's id. The log has both; two requests of
 * one day share a reference about once in 887 million, and then the time of day tells them apart.
 */
export function referenceOf(requestId: string): string {
  const bytes = Buffer.from(requestId.replaceAll('-', '').slice(0, 2 * LENGTH), 'hex');
  return [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}
