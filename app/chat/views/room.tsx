import { type Allowance, Composer, type ComposerState } from '~/chat/views/composer';
import { MemberCount, PresentList } from '~/chat/views/present';
import { Thread, type ThreadProps } from '~/chat/views/room-thread';
import { anchors } from '~/client/protocol';
import type { Present, Status } from '~/presence/rules';
import { ChosenStatus } from '~/presence/views/chosen';
import { CATEGORIES, type Room } from '~/salons/rules';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { SalonMark } from '~/ui/salon-mark';
import { ScriptWords } from '~/ui/script-words';
import { ShareCode } from '~/ui/share-code';
import { href } from '~/urls';

export type RoomPageProps = ThreadProps & {
  readonly present: readonly Present[];
  /** N03: what the viewer chose to be seen as. */
  readonly chosen: Status | null;
  readonly composer: ComposerState;
  readonly allowance?: Allowance;
  /** The whole link to share, and its QR code drawn by us. */
  readonly shareUrl: string;
  readonly qrSvg: string;
};

export function RoomPage(props: RoomPageProps) {
  const { room, composer, allowance, present, chosen } = props;
  return (
    <div className="piece" data-salon={room.id}>
      <RoomHeader room={room} />
      <aside className="cote" aria-label="Autour du salon">
        <PresentList present={present} />
        <ChosenStatus chosen={chosen} />
        <About {...props} />
      </aside>
      <Thread {...props} />
      {room.isActive ? (
        <Composer salonId={room.id} state={composer} allowance={allowance} />
      ) : (
        <Notice tone="info">
          <p>Ce salon est archivé. Vous pouvez toujours le lire ; on n’y écrit plus.</p>
        </Notice>
      )}
    </div>
  );
}

function RoomHeader({ room }: { readonly room: Room }) {
  return (
    <div className="piece-tete">
      <SalonMark category={room.category} />
      <h1>{room.name}</h1>
      <div className="meta">
        <span>{CATEGORIES[room.category]}</span> {room.city && <span>{room.city}</span>}{' '}
        {room.visibility === 'prive' && <span>Salon privé</span>}
        <MemberCount count={room.memberCount} />
      </div>
    </div>
  );
}

function About({ room, shareUrl, qrSvg }: RoomPageProps) {
  return (
    <>
      {room.description && <p className="propos">{room.description}</p>}
      {/* Nobody may enter an archived salon any more: its link leads nowhere. */}
      {room.isActive && (
        <details className="repli">
          <summary>
            <Icon name="share" /> Partager
          </summary>
          <ShareCode code={room.shareCode} url={shareUrl} qrSvg={qrSvg} />
        </details>
      )}
      <details className="repli plus">
        <summary>
          <Icon name="info" /> À propos
        </summary>
        <ul className="liens">
          <li>
            <a href={href('salonMembers', { salon: room.id })}>
              <Icon name="users" /> Membres
            </a>
          </li>
          <li>
            <a href={href('presenceSettings')}>
              <Icon name="clock" /> Ma présence
            </a>
          </li>
          <li>
            <a href={href('leaveSalon', { salon: room.id })}>
              <Icon name="door" /> Quitter le salon
            </a>
          </li>
        </ul>
        <button type="button" id={anchors.pauseAnnouncements} className="discret" aria-pressed="false" hidden>
          <Icon name="pause" /> <ScriptWords>Ne plus annoncer les messages</ScriptWords>
        </button>
      </details>
    </>
  );
}
