import { LinkButton } from '~/ui/button';
import { fullDay } from '~/ui/format';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';
import { type PaidPlan, PLAN_NAMES } from '../rules/plans';

export type ReturnPageProps = {
  readonly became:
    | { readonly is: 'open'; readonly plan: PaidPlan; readonly until: Date | null }
    | { readonly is: 'processing' }
    | { readonly is: 'unpaid' };
};

/** D23: what has become of the payment. It tells, and opens nothing by itself. */
export function ReturnPage({ became }: ReturnPageProps) {
  if (became.is === 'open') {
    return (
      <NarrowPage title="Merci, c’est payé">
        <p className="chapeau">
          La formule <strong>{PLAN_NAMES[became.plan]}</strong> vous est ouverte
          {became.until && `, et payée jusqu’au ${fullDay(became.until)}`}.
        </p>
        <p>
          Un courriel vous le confirme. Votre facture est dans <a href={href('invoices')}>vos factures</a>.
        </p>
        <Ways first="courses" label="Voir tous les cours" />
      </NarrowPage>
    );
  }
  if (became.is === 'processing') {
    return (
      <NarrowPage title="Paiement en cours de confirmation">
        <p className="chapeau">
          Votre banque n’a pas encore confirmé. Vous n’avez rien à faire : vos accès s’ouvriront d’eux-mêmes, et un
          courriel vous le dira.
        </p>
        <p>Ne payez pas une seconde fois. Vous pouvez recharger cette page dans quelques minutes.</p>
        <Ways first="home" label="Aller à l’accueil" />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Le paiement n’a pas été terminé">
      <p className="chapeau">Rien ne vous a été débité, et votre compte n’a pas changé.</p>
      <p>Vous pouvez recommencer quand vous voulez.</p>
      <Ways first="plans" label="Revenir aux formules" />
    </NarrowPage>
  );
}

function Ways({ first, label }: { readonly first: 'courses' | 'home' | 'plans'; readonly label: string }) {
  return (
    <p className="boutons">
      <LinkButton kind="principal" href={href(first)}>
        {label}
      </LinkButton>
      {first !== 'plans' && (
        <LinkButton kind="second" href={href('plans')}>
          Voir mon abonnement
        </LinkButton>
      )}
    </p>
  );
}
