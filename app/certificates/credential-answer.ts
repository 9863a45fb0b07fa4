/** Answers that carry a signed document: for programs of other sites, hence readable from anywhere. */
import type { Credential } from '~/certificates/rules';

/** The media types under which a credential is asked for; the first one is what it is. */
export const CREDENTIAL_TYPES = ['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'];

export function credentialAnswer(credential: Credential, type = CREDENTIAL_TYPES[0] ?? '', file?: string): Response {
  return new Response(`${JSON.stringify(credential, null, 2)}\n`, {
    headers: {
      'Content-Type': type,
      'Access-Control-Allow-Origin': '*',
      ...(file ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}),
    },
  });
}

/**
 * Which of `offered` the caller likes best (RFC 9110, 12.5.1), the earlier one among equals; null: none is acceptable.
 * @param accept the header; without one anything will do
 */
export function preferred(accept: string | null, offered: readonly string[]): string | null {
  const ranges = (accept ?? '*/*').split(',').slice(0, 50).map(rangeOf);
  let best: { readonly type: string; readonly quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}

type Range = { readonly name: string; readonly quality: number };

function rangeOf(text: string): Range {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return { name, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The narrowest range that names it counts, not the kindest. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [family = ''] = type.split('/');
  for (const name of [type, `${family}/*`, '*/*']) {
    const found = ranges.find((range) => range.name === name);
    if (found) return found.quality;
  }
  return 0;
}
