/**
 * Pages that are rendered once for each thing they show (docs/decisions/041). A page is known by all that its view is
 * given: the whole of its loader's data and of its frame. No page can be older than its data, and every request still
 * asks the database for the data and for the right to it.
 */
import { keptUpTo } from '~/kept';
import type { Frame } from './frame';
import { type Pieces, piecesOf } from './late-parts';

/** Bytes and characters: some 500 rooms as 500 members see them. Their compressed forms (`packed-parts.ts`) add a quarter. */
const PAGES_KEPT = 16_000_000;

const pages = keptUpTo<Pieces>(PAGES_KEPT, (pieces) => pieces.reduce((sum, { length }) => sum + length, 0));

/** The page of this data in this frame, made by `render` where it is not kept. */
export function keptPage(place: string, frame: Frame, data: unknown, render: () => string): Pieces {
  const key = JSON.stringify([place, frame, data]);
  return pages.get(key) ?? pages.keep(key, piecesOf(render()));
}
