import { ActionsPattern } from '~/chat/views/actions';
import { PinnedLine } from '~/chat/views/pinned';
import { anchors, classes, data } from '~/client/protocol';
import type { Room } from '~/salons/rules';
import type { Pinned } from '~/salons/rules/order';
import { Icon } from '~/ui/icon';
import { ScriptWords } from '~/ui/script-words';
import { href } from '~/urls';

export type ThreadProps = {
  readonly room: Omit<Room, 'lastSeq'>;
  readonly viewerId: string;
  /** For who has just come in. */
  readonly greeting: string | null;
  /** As far as the reader may see it. */
  readonly pinned: Pinned | null;
  /** The <li>s, already rendered by us and cached. */
  readonly listHtml: string;
  /** The change number that the page was made at. */
  readonly since: string;
  /** Cursor of the page before this one; null at the salon's beginning. */
  readonly older: string | null;
  /** True when this is not the last page. */
  readonly newer: boolean;
  /** The conversation as a page that never ends, for readers without scripts; null on older pages. */
  readonly liveFrameUrl: string | null;
};

/**
 * The conversation. The frame scrolls from its end (column-reverse around one list in natural order), so that
 * the newest message is in view without a script, and the text reads in order where there is no CSS at all.
 */
export function Thread(props: ThreadProps) {
  const { room, older, newer, liveFrameUrl } = props;
  const here = href('salon', { salon: room.id });
  return (
    <section className="conversation" aria-label="Conversation">
      <div className="outils-fil">
        {props.greeting && <p dir="auto">{props.greeting}</p>}
        <PinnedLine salonId={room.id} pinned={props.pinned} />
        {props.pinned && room.role !== 'member' && room.isActive && (
          <p>
            <a href={href('message', { salon: room.id, message: props.pinned.id })}>Retirer l’épingle</a>
          </p>
        )}
        <p id={anchors.notice} role="status" hidden />
        <p className="sans-script">
          <a href={here}>Actualiser</a>
          {liveFrameUrl && (
            <>
              {' '}
              <a href={liveFrameUrl}>Plein écran</a>
            </>
          )}
          {liveFrameUrl && older !== null && (
            <>
              {' '}
              <a href={href('salon', { salon: room.id }, { avant: older })}>Plus anciens</a>
            </>
          )}
        </p>
      </div>
      {liveFrameUrl && (
        <noscript>
          <iframe className="direct" src={liveFrameUrl} title="Conversation en direct" />
        </noscript>
      )}
      <section className={liveFrameUrl ? 'fil-cadre avec-script' : 'fil-cadre'} tabIndex={0} aria-label="Messages">
        <div>
          {older !== null && (
            <a className="plus-anciens" href={href('salon', { salon: room.id }, { avant: older })} rel="prev">
              <Icon name="up" /> Messages plus anciens
            </a>
          )}
          <MessageList {...props} />
          {newer && (
            <a className="plus-anciens" href={here} rel="next">
              <Icon name="down" /> Revenir aux derniers messages
            </a>
          )}
        </div>
      </section>
      <ActionsPattern salonId={room.id} keeps={room.role !== 'member'} />
      <button type="button" id={anchors.newBelow} className="bouton second" hidden>
        <Icon name="down" /> <ScriptWords>Nouveaux messages</ScriptWords>
      </button>
      <p id={anchors.typing} aria-live="polite" />
    </section>
  );
}

/** The `log` stands around the list and not on it: a list with another role is no list any more. */
function MessageList({ room, viewerId, listHtml, since }: ThreadProps) {
  const salon = { salon: room.id };
  return (
    <div id="journal" role="log" aria-label="Messages du salon" aria-live="polite" aria-relevant="additions">
      {listHtml === '' && (
        <p className={classes.silence}>
          {room.isActive
            ? 'Personne n’a encore écrit ici. Un simple bonjour suffit pour commencer.'
            : 'Personne n’avait encore écrit ici.'}
        </p>
      )}
      <ol
        id={anchors.thread}
        className="fil"
        data-salon={room.id}
        {...data({
          depuis: since,
          flux: href('salonStream', salon),
          lecture: href('readingMark', salon),
          ecrit: href('typing', salon),
          moi: viewerId,
        })}
        dangerouslySetInnerHTML={{ __html: listHtml }}
      />
    </div>
  );
}
