/** What a page that never ends has shown so far. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderItem } from '~/chat/rendering';
import { type Message, PAGE_SIZE } from '~/chat/rules';
import { DaySeparator, UnreadLine } from '~/chat/views/thread';
import { anchors, classes, saying } from '~/client/protocol';
import { dayName } from '~/ui/format';

/**
 * A new message is one more <li>; a changed one is its new <li> with a
 * rule that hides the old one and gives the new one its place (U01). Only what this reader has seen can change for it.
 * Separators are placed by the same rule; one that precedes its message in the text precedes it on the screen too.
 * @param since what stands at or below this place was shown elsewhere
 * @param unread the place of the first message that this reader has not read (D41)
 */
export function shownVersions(nonce: string, since: number, unread: number | null) {
  const versions = new Map<number, number>();
  let newest = since;
  let day = '';

  function separators({ seq, createdAt }: Message): string {
    const its = dayName(createdAt);
    const line = (rule: string, view: ReactElement) =>
      `<style nonce="${nonce}">${rule}{order:${seq}}</style>${renderToStaticMarkup(view)}`;
    const above = its === day ? '' : line(`.${classes.day}${saying('jour', its)}`, DaySeparator({ day: its }));
    day = its;
    return seq === unread ? above + line('.nouveaux', UnreadLine()) : above;
  }

  return {
    chunk(message: Message): string {
      const before = versions.get(message.id);
      // Loaded with the page and heard of again: its rule would hide the only copy.
      if (before === undefined ? message.seq <= newest : message.changedSeq <= before) return '';
      newest = Math.max(newest, message.seq);
      versions.set(message.id, message.changedSeq);
      if (versions.size > 4 * PAGE_SIZE) {
        const oldest = versions.keys().next();
        if (!oldest.done) versions.delete(oldest.value);
      }
      const id = `v${message.id}-${message.changedSeq}`;
      const hide = before === undefined ? '' : `#v${message.id}-${before}{display:none}`;
      const above = before === undefined ? separators(message) : '';
      return `${above}<style nonce="${nonce}">${hide}#${id}{order:${message.seq}}</style>${renderItem(message).replace(`id="${anchors.message(message.id)}"`, `id="${id}"`)}\n`;
    },
  };
}
