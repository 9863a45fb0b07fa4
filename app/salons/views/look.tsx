import { isFull, type Places, placesInWords, type SalonCard, type SalonFromOutside } from '~/salons/rules';
import { SalonFacts } from '~/salons/views/card';
import { FullNotice } from '~/salons/views/full';
import { Button, LinkButton } from '~/ui/button';
import { dayName, plural } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type LookPageProps = {
  readonly salon: SalonFromOutside;
  readonly places: Places;
  /** For who is in as many salons as she may be: which one she could leave. */
  readonly mine: readonly SalonCard[];
};

/** « Jeter un œil »: what a salon is, who keeps it and how lively it is, before one joins. */
export function LookPage({ salon, places, mine }: LookPageProps) {
  return (
    <div className="etroit" data-salon={salon.id}>
      <Breadcrumb crumbs={[{ label: 'Salons', href: href('salons') }]} here={salon.name} />
      <div className="apercu-tete">
        <SalonMark category={salon.category} />
        <h1>{salon.name}</h1>
        <SalonFacts salon={salon} />
      </div>
      {salon.description && <p className="chapeau">{salon.description}</p>}
      <p>
        {salon.ownerName} tient ce salon, ouvert le {dayName(salon.createdAt)}. {lively(salon)}
      </p>
      <Way {...{ salon, places, mine }} />
    </div>
  );
}

function Way({ salon, places, mine }: LookPageProps) {
  if (salon.isMember) {
    return (
      <LinkButton kind="principal" href={href('salon', { salon: salon.id })} icon="door">
        Entrer dans le salon
      </LinkButton>
    );
  }
  return isFull(places) ? <FullNotice places={places} salons={mine} /> : <Door salon={salon.id} places={places} />;
}

function Door({ salon, places }: { readonly salon: string; readonly places: Places }) {
  return (
    <form method="post" noValidate action={href('salonMembership', { salon })} className="pile">
      <p>On peut lire avant d’écrire, et repartir quand on veut.</p>
      <Button kind="principal" icon="door">
        Rejoindre le salon
      </Button>
      {places && <p className="aide">{placesInWords(places)}</p>}
    </form>
  );
}

function lively({ messageCount }: SalonFromOutside): string {
  return messageCount === 0
    ? 'Personne n’y a encore écrit.'
    : `On y a écrit ${plural(messageCount, 'message', 'messages')}.`;
}
