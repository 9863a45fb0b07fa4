/** The statement of searching in a salon: whether the asker may, and whom she has blocked, is asked in it. */
import { FOUND, type Found, type Search } from '~/chat/rules/search';
import type { Tx } from '~/db';

/** The newest first, one more than a page holds; `isWorded`: there is a word in it that a search can look for. */
export async function messagesFound(
  tx: Tx,
  salonId: string,
  { q, who, since, until, before }: Search,
): Promise<{ readonly found: readonly Found[]; readonly isWorded: boolean }> {
  const rows = await tx<(Found & { isWorded: boolean })[]>`
    select f.id, f.seq, f.author_id, f.author_name, f.created_at, f.excerpt, has_search_words(${q}) as is_worded
    from (select) one
    left join search_messages(
      ${salonId}, ${q}, ${who},
      coalesce(nullif(${since}, '')::date::timestamp at time zone 'Europe/Paris', '-infinity'),
      coalesce((nullif(${until}, '')::date + 1)::timestamp at time zone 'Europe/Paris', 'infinity'),
      ${before ?? Number.MAX_SAFE_INTEGER}, ${FOUND + 1}
    ) f on ${q} = '' or has_search_words(${q})`;
  return { found: rows.filter(({ id }) => id !== null), isWorded: rows[0]?.isWorded === true };
}
