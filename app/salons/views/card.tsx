import { CATEGORIES, DOORS, type QuotedWords, type SalonCard, UNREAD_SHOWN } from '~/salons/rules';
import { dayInWords, dayKey, plural, timeOfDay } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Badge } from '~/ui/page';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type Membership = NonNullable<SalonCard['membership']>;

type SalonRowProps = {
  readonly salon: SalonCard;
  /** Where the last words that I have not read stand under the salon: the time at which they are read. */
  readonly now?: Date;
};

/** A salon in a list: one of mine leads into it, another one to a look at it. What there is nothing to say of is left out. */
export function SalonRow({ salon, now }: SalonRowProps) {
  const { id, membership } = salon;
  return (
    <article className="salon" data-salon={id}>
      <SalonMark category={salon.category} picture={salon.avatarUrl} />
      <div className="salon-texte">
        <h3 dir="auto">
          <a href={href(membership ? 'salon' : 'lookAtSalon', { salon: id })}>{salon.name}</a>
        </h3>
        <SalonFacts salon={salon} />
        {membership && <News membership={membership} now={now} />}
        {!membership && salon.description && (
          <p className="resume" dir="auto">
            {salon.description}
          </p>
        )}
        {!salon.isActive && <p className="note">Salon archivé : on peut le lire, on n’y écrit plus.</p>}
      </div>
      <Icon name="next" />
    </article>
  );
}

/** One line of facts. */
export function SalonFacts({ salon }: { readonly salon: Omit<SalonCard, 'membership'> }) {
  return (
    <p className="meta">
      <span>{CATEGORIES[salon.category]}</span> {salon.city && <span>{salon.city}</span>}{' '}
      <span>{plural(salon.memberCount, 'membre', 'membres')}</span>{' '}
      {DOORS[salon.visibility] && <span>{DOORS[salon.visibility]}</span>}
    </p>
  );
}

type NewsProps = { readonly membership: Membership; readonly now?: Date };

/** Who is there, and what I have not read. */
function News({ membership: { unread, rings, othersHere, latest }, now }: NewsProps) {
  return (
    <>
      {othersHere > 0 && (
        <p className="etat online">{plural(othersHere, 'personne ici', 'personnes ici')} en ce moment</p>
      )}
      {unread > 0 && (
        <p>
          <Badge>{unreadWords(unread)}</Badge>
        </p>
      )}
      {rings !== 'tout' && (
        <p className="note">{rings === 'rien' ? 'Cloche coupée' : 'Cloche\u202f: quand on s’adresse à vous'}</p>
      )}
      {now && latest.map((line) => <HeardWords key={line.at.getTime()} line={line} now={now} />)}
    </>
  );
}

type HeardProps = { readonly line: QuotedWords; readonly now: Date };

/** Who said what, and when, in two lines. */
export function HeardWords({ line: { author, words, at }, now }: HeardProps) {
  return (
    <p className="entendu">
      <b>{author}</b>{' '}
      <time dateTime={at.toISOString()}>{dayKey(at) === dayKey(now) ? timeOfDay(at) : dayInWords(at, now)}</time>{' '}
      <span dir="auto">« {words.trim()} »</span>
    </p>
  );
}

/** D41 */
function unreadWords(unread: number): string {
  return unread > UNREAD_SHOWN
    ? `${UNREAD_SHOWN} nouveaux messages et plus`
    : plural(unread, 'nouveau message', 'nouveaux messages');
}
