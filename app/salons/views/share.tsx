import type { Allowance } from '~/billing/rules/plans';
import { CATEGORIES, type SalonCard, type SalonInvitation } from '~/salons/rules';
import { FullNotice } from '~/salons/views/full';
import { HouseRules } from '~/salons/views/order';
import { LampDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type SharePageProps = {
  readonly salon: SalonInvitation;
  /** Of this page: a code's or an invitation's. */
  readonly address: string;
  /** Who wrote the invitation; a code does not know who passed it on. */
  readonly inviter: string | null;
  readonly isSignedIn: boolean;
  /** Her salons, when she is in as many as her plan allows. */
  readonly full: { readonly places: Allowance; readonly salons: readonly SalonCard[]; readonly offer: boolean } | null;
};

/** One wording for whatever opens nothing: wrong, used, too old, withdrawn, renewed, or of a closed salon. */
export function DeadInvitation() {
  return (
    <div className="etroit invitation">
      <LampDrawing />
      <h1>Cette invitation ne marche plus</h1>
      <p className="chapeau">Elle a déjà servi, elle est trop ancienne, ou son lien n’est pas entier.</p>
      <p>Demandez un nouveau lien à la personne qui vous l’a envoyé. Rien n’est perdu.</p>
      <p>
        <LinkButton kind="principal" href={href('home')} icon="house">
          Aller à l’accueil
        </LinkButton>
      </p>
    </div>
  );
}

/** Where a share link or an invitation leads: who invites, what this salon is, what it costs, and one button. */
export function SharePage({ salon, address, inviter, isSignedIn, full }: SharePageProps) {
  return (
    <div className="etroit invitation" data-salon={salon.id}>
      <SalonMark category={salon.category} />
      <p className="surtitre">
        {inviter ? (
          <>
            <bdi>{inviter}</bdi> vous invite dans un salon d’Aurora50
          </>
        ) : (
          'On vous invite dans un salon d’Aurora50'
        )}
      </p>
      <h1 dir="auto">{salon.name}</h1>
      {salon.description && (
        <p className="chapeau" dir="auto">
          {salon.description}
        </p>
      )}
      <p className="meta">
        <span>{CATEGORIES[salon.category]}</span> {salon.city && <span>{salon.city}</span>}{' '}
        <span>{plural(salon.memberCount, 'membre', 'membres')}</span>{' '}
        <span>
          Tenu par <bdi>{salon.ownerName}</bdi>
        </span>
      </p>
      <HouseRules rules={salon.houseRules} />
      {full ? (
        <FullNotice {...full} />
      ) : isSignedIn ? (
        <Door salon={salon} address={address} />
      ) : (
        <Threshold address={address} />
      )}
    </div>
  );
}

/** A stranger: through sign-up into the room, or through sign-in. */
function Threshold({ address }: Pick<SharePageProps, 'address'>) {
  return (
    <>
      <p>
        <LinkButton kind="principal" href={href('signUp', {}, { retour: address })} icon="door">
          Créer un compte et entrer
        </LinkButton>
      </p>
      <p>
        Un compte ne coûte rien : ni carte bancaire, ni engagement. Votre adresse confirmée, vous êtes dans le salon.
      </p>
      <form method="post" noValidate action={address}>
        <Button kind="second" icon="key">
          J’ai déjà un compte
        </Button>
      </form>
    </>
  );
}

function Door({ salon, address }: Pick<SharePageProps, 'salon' | 'address'>) {
  if (salon.isMember) {
    return (
      <>
        <p>Vous êtes déjà membre de ce salon.</p>
        <p>
          <LinkButton kind="principal" href={href('salon', { salon: salon.id })} icon="door">
            Entrer dans le salon
          </LinkButton>
        </p>
      </>
    );
  }
  return (
    <form method="post" noValidate action={address}>
      <Button kind="principal" icon="door">
        Rejoindre le salon
      </Button>
    </form>
  );
}
