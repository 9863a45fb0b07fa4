import { type Allowance, Composer, type ComposerState } from '~/chat/views/composer';
import { HereCount, MemberCount, PresentList } from '~/chat/views/present';
import { Thread, type ThreadProps } from '~/chat/views/room-thread';
import { anchors } from '~/client/protocol';
import type { Chosen, Present } from '~/presence/rules';
import { ChosenStatus } from '~/presence/views/chosen';
import { CATEGORIES, DOORS } from '~/salons/rules';
import { fullDay } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { qrFor } from '~/ui/qr';
import { SalonMark } from '~/ui/salon-mark';
import { ScriptWords } from '~/ui/script-words';
import { ShareCode } from '~/ui/share-code';
import { href } from '~/urls';

export type RoomPageProps = ThreadProps & {
  readonly present: readonly Present[];
  /** N03: what the viewer chose to be seen as. */
  readonly chosen: Chosen;
  readonly composer: ComposerState;
  readonly allowance?: Allowance;
  /** D24. */
  readonly offer?: boolean;
  /** The whole link to share. */
  readonly shareUrl: string;
};

export function RoomPage(props: RoomPageProps) {
  const { room, composer, allowance, offer } = props;
  return (
    <div className="piece" data-salon={room.id}>
      <RoomHeader {...props} />
      <Around {...props} />
      <Thread {...props} />
      {room.isActive ? (
        <Composer
          salonId={room.id}
          state={composer}
          allowance={allowance}
          offer={offer}
          pace={room.role === 'member' ? room.slowSeconds : 0}
        />
      ) : (
        <Closed room={room} />
      )}
    </div>
  );
}

function Closed({ room }: Pick<RoomPageProps, 'room'>) {
  return (
    <Notice tone="info">
      <p>
        {room.deleteAt
          ? `Ce salon est fermé et disparaîtra le ${fullDay(room.deleteAt)}. D’ici là, vous pouvez le relire.`
          : 'Ce salon est archivé. Vous pouvez toujours le lire ; on n’y écrit plus.'}
      </p>
    </Notice>
  );
}

function RoomHeader({ room, present }: RoomPageProps) {
  return (
    <div className="piece-tete">
      <SalonMark category={room.category} picture={room.avatarUrl} />
      <h1 dir="auto">{room.name}</h1>
      <div className="meta">
        <span>{CATEGORIES[room.category]}</span> {room.city && <span>{room.city}</span>}{' '}
        {DOORS[room.visibility] && <span>{DOORS[room.visibility]}</span>}
        <MemberCount count={room.memberCount} />
        <HereCount count={present.length} />
      </div>
    </div>
  );
}

/** Beside the conversation where there is room for it; elsewhere folded, and laid over the conversation. */
function Around({ room, present, chosen, shareUrl }: RoomPageProps) {
  return (
    <aside className="cote" aria-label="Autour du salon">
      <details className="autour">
        <summary>Ce salon</summary>
        <div>
          <PresentList present={present} />
          <ChosenStatus chosen={chosen} />
          {room.description && <p className="propos">{room.description}</p>}
          {/* Nobody may enter an archived salon any more: its link leads nowhere. */}
          {room.isActive && (
            <details className="repli">
              <summary>
                <Icon name="share" /> Partager
              </summary>
              <ShareCode
                code={room.shareCode}
                url={shareUrl}
                qrSvg={qrFor(shareUrl)}
                subject={`Le salon « ${room.name} » sur Aurora50`}
              />
            </details>
          )}
          <Links room={room} />
        </div>
      </details>
    </aside>
  );
}

function Links({ room: { id: salon, visibility, isActive, houseRules } }: Pick<RoomPageProps, 'room'>) {
  return (
    <>
      <ul className="liens">
        {isActive && (
          <li>
            <a href={href('nameSomebody', { salon })}>
              <Icon name="users" /> Nommer quelqu’un
            </a>
          </li>
        )}
        <li>
          <a href={href('searchSalon', { salon })}>
            <Icon name="search" /> Chercher dans le salon
          </a>
        </li>
        {isActive && (
          <li>
            <a href={href('salonInvitations', { salon })}>
              <Icon name="mail" /> Inviter par courriel
            </a>
          </li>
        )}
        <li>
          <a href={href('salonMembers', { salon })}>
            <Icon name="users" /> Membres du salon
          </a>
        </li>
        {houseRules && (
          <li>
            <a href={`${href('lookAtSalon', { salon })}#regles`}>
              <Icon name="info" /> Les règles du salon
            </a>
          </li>
        )}
        {visibility !== 'prive' && isActive && (
          <li>
            <a href={href('lookAtSalon', { salon })}>
              <Icon name="eye" /> Ce qu’on voit avant d’entrer
            </a>
          </li>
        )}
        <li>
          <a href={href('presenceSettings')}>
            <Icon name="clock" /> Ma présence
          </a>
        </li>
        <li>
          <a href={href('salonSettings', { salon })}>
            <Icon name="sliders" /> Ma cloche et les réglages
          </a>
        </li>
        <li>
          <a href={href('leaveSalon', { salon })}>
            <Icon name="door" /> Quitter le salon
          </a>
        </li>
      </ul>
      <button type="button" id={anchors.pauseAnnouncements} className="discret" aria-pressed="false" hidden>
        <ScriptWords>{'Lecteur d’écran\u202f: '}</ScriptWords>
        <ScriptWords>ne plus lire les nouveaux messages</ScriptWords>
      </button>
    </>
  );
}
