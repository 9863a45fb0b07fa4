import { Fragment } from 'react';
import { arrivedInWords, type Message, type Quoted, REACTIONS, type ReactionSummary } from '~/chat/rules';
import { ActionsLink } from '~/chat/views/actions';
import { anchors, classes, data } from '~/client/protocol';
import { Avatar } from '~/ui/avatar';
import { dayName, instant, timeOfDay } from '~/ui/format';
import { MessageText } from '~/ui/typed-text';
import { href } from '~/urls';

/** More names than this are counted: a line of reactions stays a line. */
const NAMES_SHOWN = 6;

/**
 * One message, the same for every reader and at any hour: it is cached, sent to everybody, and thousands of them
 * go down one stream. Hence class names instead of utilities, drawings in the style sheet, one address for all that one
 * can do with it (`actions.tsx`), and `data-` marks by which `viewerCss` finds what is the reader's own.
 */
export function MessageItem({ message }: { readonly message: Message }) {
  if (message.isArrival) return <ArrivalLine message={message} />;
  return (
    <li
      id={anchors.message(message.id)}
      className={message.isDeleted ? `${classes.message} ote` : classes.message}
      {...data({
        seq: message.seq,
        auteur: message.author.id,
        jour: dayName(message.createdAt),
      })}
    >
      <Avatar person={message.author} />
      <div className="bulle">
        <MessageBody message={message} leadsToAuthor />
        {!message.isDeleted && <ActionsLink salonId={message.salonId} messageId={message.id} />}
      </div>
    </li>
  );
}

/** D40: who has come in, in one quiet line. */
function ArrivalLine({ message: { id, seq, createdAt, mentions } }: { readonly message: Message }) {
  return (
    <li
      id={anchors.message(id)}
      className={`${classes.message} arrivee`}
      {...data({ seq, auteur: '', jour: dayName(createdAt) })}
    >
      <p dir="auto">{arrivedInWords(mentions.map(({ name }) => name))}</p>
    </li>
  );
}

type MessageBodyProps = {
  readonly message: Message;
  /** Whether the author's name is the way to her card. */
  readonly leadsToAuthor?: boolean;
};

/** Who, when, what: without anything to do with it. */
export function MessageBody({ message, leadsToAuthor }: MessageBodyProps) {
  return (
    <>
      <p className={classes.author}>
        <Author person={message.author} isLink={leadsToAuthor} />{' '}
        <time dateTime={instant(message.createdAt)}>{timeOfDay(message.createdAt)}</time>
        {message.editedAt && !message.isDeleted && <span> · modifié</span>}
      </p>
      {message.isDeleted ? <p className={classes.words}>Message supprimé</p> : <Words message={message} />}
    </>
  );
}

/** Who has erased her account has no card to lead to. */
function Author({ person, isLink }: { readonly person: Message['author']; readonly isLink?: boolean }) {
  const name = <b dir="auto">{person.name}</b>;
  return isLink && person.id ? <a href={href('member', { membre: person.id })}>{name}</a> : name;
}

function Words({ message }: { readonly message: Message }) {
  return (
    <>
      {message.quoted && <QuotedExcerpt salonId={message.salonId} quoted={message.quoted} />}
      <MessageText text={message.content} people={message.mentions} />
      {message.reactions.length > 0 && (
        <ul className={classes.reactions}>
          {message.reactions.map((reaction) => (
            <ReactionLine key={reaction.emoji} reaction={reaction} />
          ))}
        </ul>
      )}
    </>
  );
}

/** D47: what is being answered, and the way to it. */
export function QuotedExcerpt({ salonId, quoted }: { readonly salonId: string; readonly quoted: Quoted }) {
  return (
    <p className="cite">
      <a href={`${href('salon', { salon: salonId }, { message: quoted.id })}#${anchors.message(quoted.id)}`}>
        En réponse à <bdi>{quoted.authorName}</bdi>
      </a>
      {'\u202f: '}
      {quoted.excerpt === null ? <i>message supprimé</i> : <bdi>{`« ${quoted.excerpt} »`}</bdi>}
    </p>
  );
}

function ReactionLine({ reaction }: { readonly reaction: ReactionSummary }) {
  const { emoji, people } = reaction;
  const more = people.slice(NAMES_SHOWN);
  return (
    <li data-r={emoji} data-par={more.map((person) => person.id).join(' ') || undefined}>
      {REACTIONS[emoji]}
      {people.length > 1 && ` ${people.length}`}
      {'\u202f: '}
      {people.slice(0, NAMES_SHOWN).map((person, index) => (
        <Fragment key={person.id}>
          {index > 0 && ', '}
          <span data-p={person.id}>{person.name}</span>
        </Fragment>
      ))}
      {more.length > 0 && ` et ${more.length} de plus`}
    </li>
  );
}
