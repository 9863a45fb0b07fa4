/** Reliability 7, on every answer. */

/**
 * Of an event stream: there is no page to protect, and a stream keeps its headers in memory for half an hour, so the
 * policy of a page would weigh 0.8 KB a reader.
 */
export function streamHeaders(origin: string): Record<string, string> {
  return {
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...transportSecurity(origin),
  };
}

/** Of a letter shown as a page: the styles on its elements and nothing else, in a frame of ours; it leads nowhere. */
export const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

type PagePolicy = {
  /** The live page may stand in a frame of our own pages, nothing else may. */
  readonly frame?: boolean;
  /** The origin of another site whose video this page shows, because its reader asked for it. */
  readonly framed?: string;
  /** Where else the answer to a form may lead: a browser judges the redirect as well (A03). */
  readonly formTargets?: readonly string[];
  /** A file that pages of other sites show too, such as a picture of a letter in a member's webmail. */
  readonly anywhere?: boolean;
};

export function securityHeaders(
  nonce: string,
  origin: string,
  { frame = false, framed = '', formTargets = [], anywhere = false }: PagePolicy = {},
): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self'",
      `frame-src 'self' ${framed}`.trim(),
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      ["form-action 'self' https://checkout.stripe.com https://billing.stripe.com", ...formTargets].join(' '),
      `frame-ancestors ${frame ? "'self'" : "'none'"}`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': anywhere ? 'cross-origin' : 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...transportSecurity(origin),
  };
}

function transportSecurity(origin: string): Record<string, string> {
  return origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {};
}
