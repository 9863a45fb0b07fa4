import { isFull, type Places, placesInWords, type SalonCard, type SalonFromOutside } from '~/salons/rules';
import { REQUEST_MAX, REQUEST_PAUSE_DAYS } from '~/salons/rules/requests';
import { HeardWords, SalonFacts } from '~/salons/views/card';
import { FullNotice } from '~/salons/views/full';
import { HouseRules } from '~/salons/views/order';
import { Button, LinkButton } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { dayName, plural } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type LookPageProps = {
  readonly salon: SalonFromOutside;
  readonly places: Places;
  /** For who is in as many salons as she may be: which one she could leave. */
  readonly mine: readonly SalonCard[];
  readonly now: Date;
  /** D24. */
  readonly offer: boolean;
  /** Of a request that came back: what was typed, and its faults. */
  readonly words?: string;
  readonly errors?: Readonly<Record<string, string>>;
};

/** « Jeter un œil »: what a salon is, who keeps it and how lively it is, before one joins. */
export function LookPage(props: LookPageProps) {
  const { salon } = props;
  return (
    <div className="etroit" data-salon={salon.id}>
      <Breadcrumb crumbs={[{ label: 'Salons', href: href('salons') }]} here={salon.name} />
      <div className="apercu-tete">
        <SalonMark category={salon.category} picture={salon.avatarUrl} />
        <h1 dir="auto">{salon.name}</h1>
        <SalonFacts salon={salon} />
      </div>
      {salon.description && (
        <p className="chapeau" dir="auto">
          {salon.description}
        </p>
      )}
      <p>
        {salon.ownerName} tient ce salon, ouvert le {dayName(salon.createdAt)}. {lively(salon)}
      </p>
      <HouseRules rules={salon.houseRules} />
      <ErrorSummary errors={props.errors ?? {}} />
      <LastWords {...props} />
      <Way {...props} />
      {salon.isOwner && <OwnersChoice salon={salon} />}
    </div>
  );
}

function LastWords({ salon: { lastWords, isMember, isOwner }, now }: LookPageProps) {
  if (lastWords.length === 0) return null;
  return (
    <section className="derniers-mots" aria-labelledby="derniers-mots">
      <h2 id="derniers-mots">Les derniers messages</h2>
      {lastWords.map((line) => (
        <HeardWords key={line.at.getTime()} line={line} now={now} />
      ))}
      {isMember && !isOwner && (
        <p className="aide">La personne qui tient le salon a choisi de les montrer avant que l’on entre.</p>
      )}
    </section>
  );
}

/** On the page that shows what others see: there its owner can judge what she shows. */
function OwnersChoice({ salon: { id, visibility, showsLastWords } }: { readonly salon: SalonFromOutside }) {
  if (visibility !== 'public') return null;
  return (
    <form method="post" noValidate action={href('lastWords', { salon: id })} className="pile">
      <p className="aide">
        {showsLastWords
          ? 'Les trois derniers messages se lisent ici avant d’entrer. Ceux d’avant votre choix ne se montrent pas.'
          : 'Ici, personne ne lit les messages avant d’entrer. Vous pouvez montrer les trois derniers, parmi ceux qui s’écriront à partir de maintenant.'}
      </p>
      {!showsLastWords && <input type="hidden" name="montrer" value="on" />}
      <Button kind="second" icon="eye">
        {showsLastWords ? 'Ne plus montrer les derniers messages' : 'Montrer les derniers messages'}
      </Button>
    </form>
  );
}

function Way(props: LookPageProps) {
  const { salon, places, mine, offer } = props;
  if (salon.isMember) {
    return (
      <LinkButton kind="principal" href={href('salon', { salon: salon.id })} icon="door">
        Entrer dans le salon
      </LinkButton>
    );
  }
  return isFull(places) ? (
    <FullNotice places={places} salons={mine} offer={offer} />
  ) : salon.visibility === 'demande' ? (
    <Ask {...props} />
  ) : (
    <Door salon={salon.id} places={places} />
  );
}

/** R04: one asks first, and can take it back as long as nobody has answered. */
function Ask({ salon: { id: salon, request }, places, words = '', errors = {} }: LookPageProps) {
  if (request === 'refused')
    return (
      <p>
        Votre demande n’a pas été acceptée. Vous pourrez demander de nouveau {REQUEST_PAUSE_DAYS} jours après la
        réponse.
      </p>
    );
  return (
    <form method="post" noValidate action={href('askToJoin', { salon })} className="pile">
      {request === 'waiting' ? (
        <>
          <p>Votre demande attend une réponse. Elle viendra ici et par courriel.</p>
          <Button kind="second" name="annuler" value="on">
            Retirer ma demande
          </Button>
        </>
      ) : (
        <>
          <p>On entre dans ce salon sur demande : la personne qui le tient vous répondra.</p>
          <TextArea
            name="mots"
            label="Quelques mots pour vous présenter (facultatif)"
            value={words}
            error={errors.mots}
            rows={3}
            maxLength={REQUEST_MAX}
          />
          <Button kind="principal" icon="door">
            Demander à entrer
          </Button>
          {places && <p className="aide">{placesInWords(places)}</p>}
        </>
      )}
    </form>
  );
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
