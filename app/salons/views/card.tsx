import { CATEGORIES, type SalonCard, UNREAD_SHOWN } from '~/salons/rules';
import { Button } from '~/ui/button';
import { plural } from '~/ui/format';
import { Badge } from '~/ui/page';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

/** A salon in a list: one of mine leads into it, another one offers to join. */
export function SalonCardView({ salon }: { readonly salon: SalonCard }) {
  const { unread, othersHere: others } = salon.membership ?? { unread: 0, othersHere: 0 };
  return (
    <article className="salon" data-salon={salon.id}>
      <SalonMark category={salon.category} />
      <div className="salon-texte">
        <h3>{salon.membership ? <a href={href('salon', { salon: salon.id })}>{salon.name}</a> : salon.name}</h3>
        <p className="meta">
          <span>{CATEGORIES[salon.category]}</span> {salon.city && <span>{salon.city}</span>}{' '}
          <span>{plural(salon.memberCount, 'membre', 'membres')}</span>{' '}
          {salon.visibility === 'prive' && <span>Salon privé</span>}
        </p>
        {others > 0 && <p className="etat online">{plural(others, 'personne ici', 'personnes ici')} en ce moment</p>}
        {unread > 0 && (
          <p>
            <Badge>{unreadWords(unread)}</Badge>
          </p>
        )}
        {salon.description && <p className="resume">{salon.description}</p>}
        <Footing salon={salon} />
      </div>
    </article>
  );
}

/** D41 */
function unreadWords(unread: number): string {
  return unread > UNREAD_SHOWN
    ? `${UNREAD_SHOWN} nouveaux messages et plus`
    : plural(unread, 'nouveau message', 'nouveaux messages');
}

function Footing({ salon }: { readonly salon: SalonCard }) {
  if (!salon.isActive) return <p className="note">Salon archivé : on peut le lire, on n’y écrit plus.</p>;
  return (
    <>
      <p className="note">
        {salon.messagesToday > 0
          ? `${plural(salon.messagesToday, 'message', 'messages')} aujourd’hui. `
          : 'Calme aujourd’hui. '}
        {salon.membership?.role === 'owner' ? 'Vous tenez ce salon.' : `Tenu par ${salon.ownerName}.`}
      </p>
      {!salon.membership && (
        <form method="post" noValidate action={href('salonMembership', { salon: salon.id })}>
          <Button kind="second" icon="door">
            Rejoindre<span className="hors-vue"> le salon {salon.name}</span>
          </Button>
        </form>
      )}
    </>
  );
}
