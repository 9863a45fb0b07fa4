/**
 * The room as a page: one round trip to the database when its list is kept, another transaction for what is not.
 * Rights are asked in SQL on every request; only then does the kept list serve.
 */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { messageFor, messagePage } from '~/chat/queries';
import { listFor, type RenderedList, renderList, withUnreadLine } from '~/chat/rendering';
import { lastTooLate, PAGE_SIZE, parseMessageId, parseNumber, type Quoted } from '~/chat/rules';
import { allSeenBy, type Hidden } from '~/chat/rules/hidden';
import { lateCss } from '~/chat/views/viewer-css';
import { anchors } from '~/client/protocol';
import type { Tx } from '~/db';
import { notFound } from '~/errors';
import { FORM_KEY, latePart } from '~/http/late-parts';
import { isPrefetch } from '~/http/prefetch';
import { chosenBy, ownStatus } from '~/presence/rules';
import { dueOffer } from '~/routes/billing/due-offer';
import { memberNamed, moveReadingMark, type RoomForMember, roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

export async function loadRoom(
  context: AppLoadContext,
  viewer: Viewer,
  salon: string | undefined,
  url: URL,
  request: Request,
) {
  const salonId = parseSalonId(salon);
  if (!salonId) throw notFound();
  const room = await context.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId));
  if (!room) throw notFound();
  const read: Read = (work) => context.database.asViewer(viewer.id, work);
  const hidden = new Set(room.hidden);
  const before = await placeBefore(read, salonId, url.searchParams);
  const list = await pageOf(read, room, before, hidden);
  const replyingTo = await answered(read, salonId, url.searchParams.get('repondre'), hidden);
  const named = await namedIn(read, salonId, url.searchParams.get('nommer'));
  const newest = before === null || before > room.lastSeq;
  const bytes = newest ? withUnreadLine(list, room.lastSeenSeq, viewer.id) : list.bytes;
  if (newest && room.lastSeenSeq < room.lastSeq && !isPrefetch(request)) {
    context.afterAnswer(() => context.database.asViewer(viewer.id, (tx) => moveReadingMark(tx, salonId, room.lastSeq)));
  }
  const shareUrl = context.config.origin + href('shareLink', { code: room.shareCode });
  const { lastSeq: _, lastSeenSeq, peopleVersion: __, ...shown } = room;
  return {
    room: shown,
    viewerId: viewer.id,
    greeting: greetingFor(room, viewer.name, new Date()),
    pinned: room.pinned?.authorId && hidden.has(room.pinned.authorId) ? null : room.pinned,
    ...lateParts(context, viewer, room, { ...list, bytes }),
    newer: !newest,
    present: room.here
      .filter(({ id }) => !hidden.has(id))
      .map((person) => (person.id === viewer.id ? { ...person, status: ownStatus(viewer.chosenStatus) } : person)),
    chosen: chosenBy(viewer),
    liveFrameUrl: newest ? href('salonLive', { salon: salonId }, { lu: latePart(context, 'seen', lastSeenSeq) }) : null,
    shareUrl,
    replyingTo,
    named,
    allowance: room.allowance,
    offer: await offerWith(context, viewer, room.allowance),
    key: FORM_KEY,
  };
}

/** What moves with each message comes late, so that the page around it is one that is kept. */
function lateParts(
  context: AppLoadContext,
  viewer: Viewer,
  { lastSeq }: RoomForMember,
  { parts, bytes, firstSeq, isWhole }: Page,
) {
  const older = isWhole && (firstSeq ?? 1) > 1 ? firstSeq : null;
  const tooLate = lateCss(viewer.id, lastTooLate(parts, new Date()), (id) => `#${anchors.message(id)}`);
  return {
    lateCss: latePart(context, 'css', tooLate),
    listHtml: bytes.length > 0 ? latePart(context, 'list', bytes) : '',
    since: latePart(context, 'since', lastSeq),
    older: older === null ? null : latePart(context, 'older', older),
  };
}

/** D40: of the first day in a salon. */
function greetingFor({ role, joinedAt, isActive, welcomeLine }: RoomForMember, name: string, now: Date): string | null {
  if (role !== 'member' || !isActive || now.getTime() - joinedAt.getTime() > NEWCOMER) return null;
  return `Bienvenue, ${name.split(' ')[0]}. ${welcomeLine || 'Un simple bonjour suffit pour commencer.'}`;
}
const NEWCOMER = 86_400_000; // ms

/** D24: once the day's messages are written. */
export async function offerWith(context: AppLoadContext, viewer: Viewer, allowance: RoomForMember['allowance']) {
  return allowance !== null && allowance.written >= allowance.limit && dueOffer(context, viewer, 'messages_per_day');
}

export type LoadedRoom = Awaited<ReturnType<typeof loadRoom>>;

/** A transaction as the viewer, where one is needed: her rows alone. */
type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** `avant` is a cursor; `message` names one to show with what stands around it. Rubbish is the newest page. */
async function placeBefore(read: Read, salonId: string, query: URLSearchParams): Promise<number | null> {
  const wanted = parseMessageId(query.get('message'));
  if (wanted === null) return parseNumber(query.get('avant'));
  const message = await read((tx) => messageFor(tx, salonId, wanted));
  return message && message.seq + PAGE_SIZE / 2;
}

/** `isWhole`: there may be older ones. */
type Page = RenderedList & { readonly isWhole: boolean };

/** Kept for all readers alike; made anew for one who does not see everybody (C-22). */
async function pageOf(
  read: Read,
  { id: salonId, lastSeq, peopleVersion }: RoomForMember,
  before: number | null,
  hidden: Hidden,
): Promise<Page> {
  const load = () => read((tx) => messagePage(tx, salonId, before));
  if (hidden.size === 0) {
    const list = await listFor({ salonId, lastSeq, peopleVersion, before }, load);
    return { ...list, isWhole: list.parts.length === PAGE_SIZE };
  }
  const messages = await load();
  const list = renderList(allSeenBy(hidden, messages));
  return { ...list, firstSeq: messages[0]?.seq ?? null, isWhole: messages.length === PAGE_SIZE };
}

/** What a message to this member begins with: chosen on a page of its own, without scripts. */
async function namedIn(read: Read, salonId: string, id: string | null): Promise<string> {
  const memberId = parseSalonId(id);
  const name = memberId && (await read((tx) => memberNamed(tx, salonId, memberId)));
  return name ? `@${name} ` : '';
}

async function answered(read: Read, salonId: string, id: string | null, hidden: Hidden): Promise<Quoted | null> {
  const wanted = parseMessageId(id);
  const message = wanted && (await read((tx) => messageFor(tx, salonId, wanted)));
  if (!message || message.isDeleted || hidden.has(message.author.id)) return null;
  return { id: message.id, seq: message.seq, authorName: message.author.name, excerpt: message.content.slice(0, 160) };
}
