/**
 * A part of a page that is kept as bytes, and stands between the two halves of its frame as it is: 50 messages were
 * turned from text into bytes at every view (docs/performance.md).
 */
import type { AppLoadContext } from '@remix-run/node';

/** Nobody can write it into a page: what members write comes with its `<` as `&lt;`. */
const PLACE = '<!--ready-->';
/** One a page, by the request's context: a string with the bytes in it is what the renderer must not see. */
const ready = new WeakMap<AppLoadContext, Uint8Array>();

/** @returns what stands in their place in the page that answers this request */
export function readyBytes(context: AppLoadContext, bytes: Uint8Array): string {
  ready.set(context, bytes);
  return PLACE;
}

/** The page with its bytes in their place. */
export function withReadyBytes(html: string, context: AppLoadContext): Buffer<ArrayBuffer> {
  const bytes = ready.get(context);
  const at = bytes ? html.indexOf(PLACE) : -1;
  if (!bytes || at === -1) return Buffer.from(html);
  return Buffer.concat([Buffer.from(html.slice(0, at)), bytes, Buffer.from(html.slice(at + PLACE.length))]);
}
