/**
 * A message is rendered once when it changes, and the same text serves page, frame and stream. The list of a page is
 * kept with its salon's change number and people: it can only be what the database said at that number or later.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import { DaySeparator, UnreadLine } from '~/chat/views/thread';
import { keptUpTo } from '~/kept';
import { encodeEvent } from '~/realtime/sse';
import { dayName } from '~/ui/format';
import type { Message } from './rules';
import { MessageItem } from './views/message';

/** Characters, of all that is kept. */
const ITEMS_KEPT = 12_000_000;
const LISTS_KEPT = 24_000_000;

const items = keptUpTo<string>(ITEMS_KEPT, (html) => html.length);
const lists = keptUpTo<{ readonly state: string; readonly list: RenderedList }>(
  LISTS_KEPT,
  ({ list }) => 2 * list.bytes.length,
);

/** One message as its `<li>`. */
export function renderItem(message: Message): string {
  const key = itemKey(message);
  const kept = items.get(key);
  if (kept !== undefined) return kept;
  return items.keep(key, renderToStaticMarkup(<MessageItem message={message} />));
}

/** Its change number, and every name in it: a renamed author is another rendering at the same number (D03). */
function itemKey({ id, changedSeq, author, quoted, mentions, reactions }: Message): string {
  const names = reactions.map((each) => each.people.map((person) => person.name).join()).join();
  return [
    id,
    changedSeq,
    author.name,
    author.avatarUrl,
    quoted?.authorName,
    quoted?.excerpt,
    ...mentions.map(({ name }) => name),
    names,
  ].join('\n');
}

/** One message as the stream sends it, under one of its two numbers: its place, or its last change. */
export function renderEvent({ id, message }: { readonly id: number; readonly message: Message }): string {
  return encodeEvent({ id, event: 'message', data: renderItem(message) });
}

type Part = Pick<Message, 'id' | 'seq' | 'isDeleted' | 'createdAt'> & {
  readonly authorId: string;
  readonly html: string;
};

/** A page's list, in parts, so that a reader's own « nouveaux messages » line can be put between two of them. */
export type RenderedList = {
  readonly parts: readonly Part[];
  /** All of them, as a page without that line sends it. */
  readonly bytes: Buffer;
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
};

export function renderList(messages: readonly Message[]): RenderedList {
  let day = '';
  const parts = messages.map((message): Part => {
    const its = dayName(message.createdAt);
    const separator = its === day ? '' : renderToStaticMarkup(<DaySeparator day={its} />);
    day = its;
    const { id, seq, isDeleted, createdAt } = message;
    return { id, seq, isDeleted, createdAt, authorId: message.author.id, html: separator + renderItem(message) };
  });
  return {
    parts,
    bytes: Buffer.from(textOf(parts)),
    firstSeq: parts[0]?.seq ?? null,
    lastSeq: parts.at(-1)?.seq ?? null,
  };
}

export type ListKey = {
  readonly salonId: string;
  readonly lastSeq: number;
  readonly peopleVersion: number;
  /** The page before this place; null is the newest. */
  readonly before: number | null;
};

/** The kept list of a page, or the one that `load` makes. Rights were asked before: this knows no viewer. */
export async function listFor(key: ListKey, load: () => Promise<readonly Message[]>): Promise<RenderedList> {
  const place = `${key.salonId} ${key.before}`;
  const state = `${key.lastSeq} ${key.peopleVersion}`;
  const kept = lists.get(place);
  if (kept?.state === state) return kept.list;
  const messages = await load();
  // Whoever was removed from the salon a moment ago reads no row, which says nothing of what the others see.
  if (messages.length === 0) return renderList(messages);
  // In the place of the one before: a number never comes back, and a busy salon would fill the site with old pages.
  return lists.keep(place, { state, list: renderList(messages) }).list;
}

const textOf = (parts: readonly Part[]) => parts.map((part) => part.html).join('');

const UNREAD_LINE = Buffer.from(renderToStaticMarkup(<UnreadLine />));

/**
 * D41: the line stands where this member's reading stopped: before the first message of somebody else beyond her mark.
 * @param seen the member's reading mark
 */
export function withUnreadLine({ parts, bytes }: RenderedList, seen: number, viewerId: string): Buffer {
  const first = parts.findIndex((part) => isNew(part, seen, viewerId));
  if (first === -1) return bytes;
  const place = Buffer.byteLength(textOf(parts.slice(0, first)));
  return Buffer.concat([bytes.subarray(0, place), UNREAD_LINE, bytes.subarray(place)]);
}

/** The place of the message that the line stands before; null when there is none. */
export function firstUnread(messages: readonly Message[], seen: number, viewerId: string): number | null {
  const isUnread = ({ seq, author, isDeleted }: Message) =>
    isNew({ seq, authorId: author.id, isDeleted }, seen, viewerId);
  return messages.find(isUnread)?.seq ?? null;
}

function isNew(
  { seq, authorId, isDeleted }: Pick<Part, 'seq' | 'authorId' | 'isDeleted'>,
  seen: number,
  viewerId: string,
): boolean {
  return seq > seen && authorId !== viewerId && !isDeleted;
}
