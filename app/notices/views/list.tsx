import { anchors } from '~/client/protocol';
import { Avatar } from '~/ui/avatar';
import { Button, LinkButton } from '~/ui/button';
import { momentInWords, plural } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { IconName } from '~/ui/icons';
import { Badge, Pager } from '~/ui/page';
import { href } from '~/urls';
import { KEPT_DAYS, type Kind, type Notice } from '../rules';

type NoticesPageProps = {
  readonly notices: readonly Notice[];
  /** All that wait, on this page or on another. */
  readonly unread: number;
  /** The last line of this page, when more follow. */
  readonly next: number | null;
  readonly isFirst: boolean;
  readonly now: Date;
};

export function NoticesPage({ notices, unread, next, isFirst, now }: NoticesPageProps) {
  const newest = notices[0]?.id;
  return (
    <div className="etroit">
      <h1>Vos avis</h1>
      <p className="chapeau">
        {unread > 0 ? `${plural(unread, 'avis à lire', 'avis à lire')}.` : 'Vous avez tout lu.'} Ici arrivent les
        réponses à vos messages, ce que l’on vous dit et ce qui change pour vous.
      </p>
      {unread > 0 && newest !== undefined && (
        <form method="post" noValidate action={href('notices')}>
          <input type="hidden" name="jusqua" value={newest} />
          <Button kind="second" icon="check" name="lu" value="tout">
            Tout marquer comme lu
          </Button>
        </form>
      )}
      {notices.length === 0 ? (
        <p>
          {isFirst ? 'Rien pour le moment. Quand on vous répondra, vous le verrez ici.' : 'Plus rien de plus ancien.'}
        </p>
      ) : (
        <ul className="membres">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} now={now} />
          ))}
        </ul>
      )}
      <Pager
        label="Autres avis"
        previous={isFirst ? null : { label: 'Les plus récents', href: href('notices') }}
        next={next === null ? null : { label: 'Plus anciens', href: href('notices', {}, { avant: next }) }}
      />
      <p className="note">Un avis est gardé {plural(KEPT_DAYS, 'jour', 'jours')}.</p>
      <p>
        <LinkButton kind="second" href={href('noticeSettings')} icon="sliders">
          Choisir mes avis
        </LinkButton>
      </p>
    </div>
  );
}

const ICONS: Readonly<Record<Kind, IconName>> = {
  mention: 'chat',
  answer: 'reply',
  invitation: 'door',
  decision: 'info',
  salon: 'chat',
  badge: 'sprout',
};

function NoticeLine({ notice, now }: { readonly notice: Notice; readonly now: Date }) {
  const { id, kind, actorId, actorName, avatarUrl, excerpt, createdAt, isRead } = notice;
  return (
    <li>
      {actorId ? <Avatar person={{ id: actorId, name: actorName, avatarUrl }} /> : <Icon name={ICONS[kind]} />}
      <div className="pile">
        <p>
          {!isRead && <Badge>Nouveau</Badge>} <a href={placeOf(notice)}>{wordsOf(notice)}</a>
        </p>
        {excerpt && (
          <p className="entendu">
            <span dir="auto">« {excerpt.trim()} »</span>
          </p>
        )}
        <p className="note">{momentInWords(createdAt, now)}</p>
        {!isRead && (
          <form method="post" noValidate action={href('notices')}>
            <Button kind="discret" name="lu" value={String(id)}>
              Marquer comme lu<span className="hors-vue">{` : ${wordsOf(notice)}`}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

/** Where it leads: its own place, else the message, else the salon. */
function placeOf({ leadsTo, salonId, messageId }: Notice): string {
  if (leadsTo) return leadsTo;
  if (salonId && messageId) {
    return `${href('salon', { salon: salonId }, { message: messageId })}#${anchors.message(messageId)}`;
  }
  return salonId ? href('salon', { salon: salonId }) : href('notices');
}

function wordsOf({ kind, said, actorName, salonName }: Notice): string {
  if (said) return said;
  const where = salonName ? ` dans « ${salonName} »` : '';
  if (kind === 'answer') return `${actorName} vous répond${where}`;
  if (kind === 'mention') return `${actorName} parle de vous${where}`;
  if (kind === 'invitation') return `${actorName} vous invite${where}`;
  return salonName ? `Du nouveau${where}` : 'Du nouveau pour vous';
}
