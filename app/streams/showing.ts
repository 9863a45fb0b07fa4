/** What the readers of a salon are shown once and can not be replayed: who is here, how many members, who is writing. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Viewer } from '~/auth/rules/viewer';
import { typingTopic } from '~/chat/rules';
import { PinnedLine } from '~/chat/views/pinned';
import { MemberCount, Presence as PresenceView, TypingLine } from '~/chat/views/present';
import type { Services } from '~/context';
import { keptUpTo } from '~/kept';
import type { Presence } from '~/presence/leases';
import type { Present } from '~/presence/rules';
import { encodeEvent } from '~/realtime/sse';
import { memberCount, pinnedIn } from '~/salons/queries/room';
import type { Pinned } from '~/salons/rules/order';
import type { Reader, Shown } from './reader';
import type { Seats } from './seats';

export type Showing = {
  /** From now on the salon's readers are shown who is here. Once a salon and process, however often it is called. */
  readonly watch: (salonId: string) => void;
  /** The salon has no reader here any more. */
  readonly unwatch: (salonId: string) => void;
  readonly memberCount: (salonId: string) => Promise<void>;
  readonly pinned: (salonId: string) => Promise<void>;
  /** Tells all processes that she is writing. */
  readonly relayTyping: (salonId: string, viewer: Viewer) => void;
  /** @param what what `relayTyping` told */
  readonly typing: (what: string) => void;
};

type Parts = {
  readonly services: Pick<Services, 'database' | 'hub'>;
  readonly presence: Presence;
  readonly readersOf: Seats['of'];
};

export function createShowing({ services: { database, hub }, presence, readersOf }: Parts): Showing {
  const watching = new Map<string, () => void>();
  /** Of members who were seen here, for « Monique écrit… »: a notification carries no name. */
  const names = new Map<string, string>();

  function showAll(salonId: string, kind: Shown['kind'], view: React.ReactElement, by = ''): void {
    const shown = shownAs(kind, view);
    for (const reader of readersOf(salonId)) if (!reader.hidden.has(by)) reader.show(shown);
  }

  return {
    watch(salonId) {
      if (watching.has(salonId)) return;
      const stop = presence.watch(salonId, (present) => {
        for (const person of present) names.set(person.id, person.name);
        showPresent(readersOf(salonId), present);
      });
      watching.set(salonId, stop);
    },
    unwatch(salonId) {
      watching.get(salonId)?.();
      watching.delete(salonId);
    },
    async memberCount(salonId) {
      const count = await database.systemStatement((tx) => memberCount(tx, salonId));
      if (count !== null) showAll(salonId, 'membres', MemberCount({ count }));
    },
    async pinned(salonId) {
      const readers = readersOf(salonId);
      if (readers.size > 0) showPinned(readers, salonId, await database.systemStatement((tx) => pinnedIn(tx, salonId)));
    },
    relayTyping(salonId, viewer) {
      names.set(viewer.id, viewer.name);
      hub.wakeTopic(typingTopic.of(`${salonId}:${viewer.id}`));
    },
    typing(what) {
      const [salonId = '', userId = ''] = what.split(':');
      const name = names.get(userId);
      if (name) showAll(salonId, 'ecrit', TypingLine({ id: userId, name }), userId);
    },
  };
}

/** For who does not see its author there is nothing at the top (C-22). */
function showPinned(readers: Iterable<Reader>, salonId: string, pinned: Pinned | null): void {
  const shown = shownAs('epingle', PinnedLine({ salonId, pinned }));
  const none = shownAs('epingle', PinnedLine({ salonId, pinned: null }));
  for (const reader of readers) reader.show(pinned?.authorId && reader.hidden.has(pinned.authorId) ? none : shown);
}

function shownAs(kind: Shown['kind'], view: React.ReactElement): Shown {
  const html = renderToStaticMarkup(view);
  return { kind, html, event: encodeEvent({ event: kind, data: html }) };
}

/** The same for all but those who do not see everybody (C-22). */
function showPresent(readers: Iterable<Reader>, present: readonly Present[]): void {
  const whole = presenceShown(present);
  for (const reader of readers) {
    const hides = present.some(({ id }) => reader.hidden.has(id));
    reader.show(hides ? presenceShown(present.filter(({ id }) => !reader.hidden.has(id))) : whole);
  }
}

/** Characters: some two hundred salons with thirty people each. */
const SHOWN_KEPT = 4_000_000;
const kept = keptUpTo<Shown>(SHOWN_KEPT, ({ html, event }) => html.length + event.length);

/** The same people are the same bytes: readers who come back together are shown the same ones. */
export function presenceShown(present: readonly Present[]): Shown {
  const key = JSON.stringify(present);
  const known = kept.get(key);
  if (known) return known;
  const html = renderToStaticMarkup(PresenceView({ present }));
  return kept.keep(key, { kind: 'presence', html, event: encodeEvent({ event: 'presence', data: html }) });
}
