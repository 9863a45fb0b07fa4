import { EDIT_MINUTES, MESSAGE_MAX, type Message } from '~/chat/rules';
import { MessageBody } from '~/chat/views/message';
import { ReactionButtons } from '~/chat/views/reactions';
import { anchors } from '~/client/protocol';
import { Avatar } from '~/ui/avatar';
import { Button, LinkButton } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { dayName, ofBefore } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

export type MessagePageProps = {
  readonly salon: { readonly id: string; readonly name: string };
  readonly message: Message;
  readonly viewerId: string;
  /** The author, within the minutes allowed. */
  readonly canEdit: boolean;
  /** The author, or whoever may remove it. */
  readonly canDelete: boolean;
  /** Who keeps the salon may put it at the top of the room; null: not the viewer. */
  readonly pin: 'pinned' | 'loose' | null;
  /** What was typed and refused; null when the page is opened. */
  readonly draft: { readonly text: string; readonly errors: Readonly<Record<string, string>> } | null;
};

/** One message and everything one can do with it, as plain forms. */
export function MessagePage({ salon, message, viewerId, canEdit, canDelete, pin, draft }: MessagePageProps) {
  const place = { salon: salon.id, message: message.id };
  const isMine = message.author.id === viewerId;
  // Too late is told beside what was typed, which is not thrown away.
  const editing = isMine && !message.isDeleted && (canEdit || draft !== null);
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs(salon)} here={editing ? 'Modifier un message' : 'Un message'} />
      <h1>{titleOf(message, isMine, editing)}</h1>
      {editing ? <Edit {...{ message, draft }} /> : <MessageAlone message={message} />}
      {isMine && !editing && !message.isDeleted && (
        <p>Un message se modifie pendant {EDIT_MINUTES} minutes. Ce délai est passé.</p>
      )}
      {!isMine && !message.isDeleted && <Answers salonId={salon.id} messageId={message.id} />}
      {pin && !message.isDeleted && <Pin salonId={salon.id} messageId={message.id} isPinned={pin === 'pinned'} />}
      {canDelete && !message.isDeleted && (
        <section className="suite">
          <h2>Supprimer</h2>
          <LinkButton kind="second" href={href('deleteMessage', place)} icon="trash">
            Supprimer ce message
          </LinkButton>
        </section>
      )}
    </div>
  );
}

function titleOf({ author }: Message, isMine: boolean, editing: boolean): string {
  if (editing) return 'Modifier votre message';
  return isMine ? 'Votre message' : `Message ${ofBefore(author.name)}${author.name}`;
}

/** What one does with the words of somebody else. */
function Answers({ salonId, messageId }: { readonly salonId: string; readonly messageId: number }) {
  const reply = href('salon', { salon: salonId }, { repondre: messageId });
  return (
    <section className="suite actions-page">
      <h2>Répondre ou réagir</h2>
      <LinkButton kind="principal" href={`${reply}#${anchors.composer}`} icon="reply">
        Répondre à ce message
      </LinkButton>
      <ReactionButtons salonId={salonId} messageId={messageId} />
      <LinkButton kind="discret" href={href('reportMessage', { salon: salonId, message: messageId })}>
        Signaler ce message
      </LinkButton>
    </section>
  );
}

type PinProps = { readonly salonId: string; readonly messageId: number; readonly isPinned: boolean };

function Pin({ salonId, messageId, isPinned }: PinProps) {
  return (
    <section className="suite">
      <h2>En haut du salon</h2>
      <form method="post" noValidate action={href('pinnedMessage', { salon: salonId })} className="pile">
        <p>
          {isPinned
            ? 'Ce message est épinglé : chacun le voit en ouvrant le salon.'
            : 'Épinglé, il se lit en une ligne au-dessus de la conversation. Il prend la place du précédent.'}
        </p>
        {isPinned ? (
          <Button kind="second" icon="place" name="retirer" value="on">
            Ne plus épingler ce message
          </Button>
        ) : (
          <Button kind="second" icon="place" name="message" value={String(messageId)}>
            Épingler ce message
          </Button>
        )}
      </form>
    </section>
  );
}

/** The field comes first and takes the caret, unless a fault is to be read before. */
function Edit({ message, draft }: Pick<MessagePageProps, 'message' | 'draft'>) {
  return (
    <form method="post" noValidate action={href('message', { salon: message.salonId, message: message.id })}>
      <ErrorSummary errors={draft?.errors ?? {}} />
      <TextArea
        name="texte"
        label="Votre message"
        hint={`Vous pouvez le corriger pendant ${EDIT_MINUTES} minutes. Il portera la mention « modifié ».`}
        rows={5}
        maxLength={MESSAGE_MAX}
        required
        autoFocus={draft === null}
        value={draft?.text ?? message.content}
        error={draft?.errors.texte}
      />
      <Button kind="principal" icon="check">
        Enregistrer la correction
      </Button>
    </form>
  );
}

type DeletePageProps = Pick<MessagePageProps, 'salon' | 'message'>;

/** Asks before, and says what will happen. */
export function DeletePage({ salon, message }: DeletePageProps) {
  const place = { salon: salon.id, message: message.id };
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs(salon)} here="Supprimer un message" />
      <h1>Supprimer ce message ?</h1>
      <MessageAlone message={message} />
      <p>
        Son texte et ses réactions disparaîtront pour tout le monde. À sa place, on lira « Message supprimé ». On ne
        peut pas revenir en arrière.
      </p>
      <form method="post" noValidate action={href('deleteMessage', place)} className="boutons">
        <Button kind="danger" icon="trash">
          Supprimer le message
        </Button>
        <LinkButton kind="second" href={backTo(salon.id, message.id)}>
          Le garder
        </LinkButton>
      </form>
    </div>
  );
}

/** The message, and nothing to do with it. */
export function MessageAlone({ message }: { readonly message: Message }) {
  return (
    <div className={message.isDeleted ? 'message ote seul' : 'message seul'}>
      <Avatar person={message.author} />
      <div className="bulle">
        <MessageBody message={message} leadsToAuthor />
        <p className="note">Écrit le {dayName(message.createdAt)}</p>
      </div>
    </div>
  );
}

function backTo(salon: string, message: number): string {
  return `${href('salon', { salon }, { message })}#${anchors.message(message)}`;
}

function crumbs(salon: MessagePageProps['salon']) {
  return [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
}
