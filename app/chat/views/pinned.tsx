import { anchors } from '~/client/protocol';
import type { Pinned } from '~/salons/rules/order';
import { Icon } from '~/ui/icon';
import { href } from '~/urls';

type PinnedLineProps = { readonly salonId: string; readonly pinned: Pinned | null };

/** One line, which opens the message where it stands. There without one too: the stream puts the next in its place. */
export function PinnedLine({ salonId, pinned }: PinnedLineProps) {
  if (!pinned) return <p id={anchors.pinned} className="epingle" hidden />;
  return (
    <p id={anchors.pinned} className="epingle">
      <Icon name="place" />{' '}
      <a href={`${href('salon', { salon: salonId }, { message: pinned.id })}#${anchors.message(pinned.id)}`}>
        Épinglé, <bdi>{pinned.authorName}</bdi>
        {'\u202f: '}
        <bdi>{pinned.excerpt}</bdi>
      </a>
    </p>
  );
}
