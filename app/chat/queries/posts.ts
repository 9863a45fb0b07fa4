/** Posts on their way into a salon: one statement for one or for many. */
import type { Fragment, Tx } from '~/db';
import { earnedByMessage } from '~/play/queries/acts';
import type { Counts } from '~/play/rules/badges';
import type { ChatMessages } from '../../../db/schema';
import type { MessageDraft } from '../rules';

export type Posted = Readonly<Pick<ChatMessages, 'id' | 'seq'>> & {
  /** What its author has done by now; null: the message earned nothing (D71). */
  readonly earned: Counts | null;
};

/** A message and whose it is. */
export type Post = { readonly viewerId: string; readonly draft: MessageDraft };

/** Alone. @returns null: not a salon of the asker's */
export async function insertMessage(
  tx: Tx,
  viewerId: string,
  salonId: string,
  draft: MessageDraft,
): Promise<Posted | null> {
  const [posted] = await insertMessages(tx, salonId, [{ viewerId, draft }]);
  return posted ?? null;
}

type PostedRow = Posted & Pick<ChatMessages, 'userId'>;

/**
 * Posts of one salon in one statement, which is the whole transaction: each is taken up as its own author, who is set
 * before her row is looked for and stands when its rights are judged, and one that is refused refuses all
 * (docs/decisions/051). The salon's numbers are taken in the insert, under the salon's row lock. The answered message
 * must stand in the same salon, and not be of somebody whom its author does not see (C-22); else it is no answer (F12).
 * @returns in the order of `posts`; null: not a salon of hers, which of several posts only says so when asked alone
 */
export async function insertMessages(tx: Tx, salonId: string, posts: readonly Post[]): Promise<(Posted | null)[]> {
  const rows = await tx<PostedRow[]>`
    with made as (
      insert into chat_messages (salon_id, user_id, content, reply_to_id, client_key)
      select
        mine.salon_id, mine.user_id, post.content,
        (
          select q.id
          from get_reply_message_info(mine.salon_id, post.answered) q
          -- Asked for each author: without her id in it, it would be asked once, as the first.
          where coalesce(q.user_id <> all (array(select my_hidden_members() where me.id is not null)), true)
        ),
        post.key
      from (
        select author, content, answered, key
        from ${listed(tx, inOrder(posts))} listed (author, content, answered, key)
        -- All of them. A number that it learns later makes the planner reckon with few, and keep one plan for all lengths.
        limit ${posts.length}
      ) post
      cross join lateral (
        select set_config('app.user_id', post.author, true)::uuid as id
        offset 0
      ) me
      cross join lateral (
        select m.salon_id, m.user_id
        from salon_members m
        where m.salon_id = ${salonId}
          and m.user_id = me.id
        offset 0
      ) mine
      returning id, seq, salon_id, user_id, reply_to_id
    )
    select made.id, made.seq, made.user_id, ${earnedByMessage(tx)} as earned
    from made
    cross join lateral (
      select set_config('app.user_id', made.user_id::text, true)
      offset 0
    ) author`;
  return paired(posts, rows);
}

/** Each post also locks its author's count: two groups that share authors must come to them in one order. */
function inOrder(posts: readonly Post[]): readonly Post[] {
  return [...posts].sort((one, other) => (one.viewerId < other.viewerId ? -1 : 1));
}

function listed(tx: Tx, posts: readonly Post[]): Fragment {
  return tx`unnest(
    ${posts.map(({ viewerId }) => viewerId)}::text[], ${posts.map(({ draft }) => draft.text)}::text[],
    ${posts.map(({ draft }) => draft.replyTo)}::bigint[], ${posts.map(({ draft }) => draft.key)}::text[]
  )`;
}

/** Numbers rise in the order of the posts, so a member's first row is her first post. */
function paired(posts: readonly Post[], rows: readonly PostedRow[]): (Posted | null)[] {
  const byAuthor = new Map<string | null, PostedRow[]>();
  for (const row of [...rows].sort((one, other) => one.seq - other.seq)) {
    byAuthor.set(row.userId, [...(byAuthor.get(row.userId) ?? []), row]);
  }
  return posts.map(({ viewerId }) => {
    const row = byAuthor.get(viewerId)?.shift();
    return row ? { id: row.id, seq: row.seq, earned: row.earned } : null;
  });
}
