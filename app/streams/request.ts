/** What somebody asks for who wants to follow a salon. */
import type { Viewer } from '~/auth/rules/viewer';
import { parseNumber } from '~/chat/rules';
import { notFound } from '~/errors';
import { parseSalonId } from '~/salons/rules';
import type { Comfort } from '~/ui/comfort';

export type StreamRequest = {
  readonly viewer: Viewer;
  readonly salonId: string;
  /** The last change the reader knows, or null for a reader who knows nothing. */
  readonly cursor: number | null;
  /** Where reading had stopped when the page around the live page was made: that page has moved the mark since. */
  readonly seen: number | null;
  readonly comfort: Comfort;
  readonly ip: string;
  readonly nonce: string;
  readonly assets: { readonly styles: string };
  readonly headers: Readonly<Record<string, string>>;
};

type Said = {
  readonly salon: string | undefined;
  readonly known: string | undefined;
  readonly seen: string | undefined;
};

/** From the words of the request. @throws AppError not_found for an id that cannot be any */
export function parseFollowing({ salon, known, seen }: Said): Pick<StreamRequest, 'salonId' | 'cursor' | 'seen'> {
  const salonId = parseSalonId(salon);
  if (!salonId) throw notFound();
  // What is not a number is a cursor we never gave: from the future, hence `reset`.
  const cursor = known === undefined || known === '' ? null : (parseNumber(known) ?? Number.MAX_SAFE_INTEGER);
  return { salonId, cursor, seen: parseNumber(seen) };
}
