/** What somebody asks for who wants to follow a salon. */
import type { Viewer } from '~/auth/rules/viewer';
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
