import type { Allowance } from '~/billing/rules/plans';
import { CATEGORIES, type SalonCard, type SalonInvitation } from '~/salons/rules';
import { FullNotice } from '~/salons/views/full';
import { LampDrawing } from '~/ui/brand';
import { Button, LinkButton } from '~/ui/button';
import { plural } from '~/ui/format';
import { SalonMark } from '~/ui/salon-mark';
import { href } from '~/urls';

type SharePageProps = {
  readonly salon: SalonInvitation;
  readonly code: string;
  readonly isSignedIn: boolean;
  /** Her salons, when she is in as many as her plan allows. */
  readonly full: { readonly places: Allowance; readonly salons: readonly SalonCard[]; readonly offer: boolean } | null;
};

/** A link whose code was renewed, or whose salon is closed. */
export function DeadInvitation() {
  return (
    <div className="etroit invitation">
      <LampDrawing />
      <h1>Cette invitation ne marche plus</h1>
      <p className="chapeau">Son code a changé depuis, ou le salon est fermé.</p>
      <p>Demandez un nouveau lien à la personne qui vous l’a envoyé. Rien n’est perdu.</p>
      <LinkButton kind="principal" href={href('home')} icon="house">
        Aller à l’accueil
      </LinkButton>
    </div>
  );
}

/** Where a share link leads: what this salon is, and one button. */
export function SharePage({ salon, code, isSignedIn, full }: SharePageProps) {
  return (
    <div className="etroit invitation" data-salon={salon.id}>
      <SalonMark category={salon.category} />
      <p className="surtitre">On vous invite dans un salon d’Aurora50</p>
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
      {full ? <FullNotice {...full} /> : <Door salon={salon} code={code} />}
      {!isSignedIn && (
        <p>Vous pourrez ensuite vous connecter ou créer un compte gratuit, puis vous entrerez dans le salon.</p>
      )}
    </div>
  );
}

function Door({ salon, code }: Pick<SharePageProps, 'salon' | 'code'>) {
  if (salon.isMember) {
    return (
      <>
        <p>Vous êtes déjà membre de ce salon.</p>
        <LinkButton kind="principal" href={href('salon', { salon: salon.id })} icon="door">
          Entrer dans le salon
        </LinkButton>
      </>
    );
  }
  return (
    <form method="post" noValidate action={href('shareLink', { code })}>
      <Button kind="principal" icon="door">
        Rejoindre le salon
      </Button>
    </form>
  );
}
