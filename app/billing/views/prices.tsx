import { Button, LinkButton } from '~/ui/button';
import { fullDay, price } from '~/ui/format';
import { href } from '~/urls';
import { type PaidPlan, PLAN_NAMES, type Plans, type PlanWords } from '../rules/plans';
import type { Situation } from '../rules/situation';

export type PricesProps = {
  readonly situation: Situation;
  readonly plans: Plans;
  readonly words: PlanWords;
  /** False: no key of Stripe is set, and nothing can be paid here. */
  readonly sells: boolean;
  /** When a payment of today would be followed by the next one, by plan. */
  readonly renewals: Readonly<Record<PaidPlan, Date>>;
};

/** S01, S02: the price, the next date and the sum of a year, before anything is pressed. */
export function Prices({ situation, plans, words, sells, renewals }: PricesProps) {
  return (
    <section className="suite" aria-labelledby="les-prix">
      <h2 id="les-prix">Les prix</h2>
      {!sells && <p>Le paiement n’est pas installé sur ce site : rien ne peut s’y acheter, et rien n’y est débité.</p>}
      <dl className="prix">
        <div>
          <dt>{PLAN_NAMES.premium}</dt>
          <dd>
            <strong>{words.monthly}</strong> par mois
            <p>Soit {words.twelveMonths} sur un an.</p>
            <Choice plan="premium" {...{ situation, plans, sells, renewals }} />
          </dd>
        </div>
        <div>
          <dt>{PLAN_NAMES.annuel}</dt>
          <dd>
            <strong>{words.yearly}</strong> par an
            <p>{words.given ? `Soit ${words.given}.` : 'La même chose, payée une fois par an.'}</p>
            <Choice plan="annuel" {...{ situation, plans, sells, renewals }} />
          </dd>
        </div>
      </dl>
      <p className="note">
        Les prix sont ceux que vous payez, taxes comprises. Un abonnement se renouvelle au même prix tant que vous ne
        l’arrêtez pas.
      </p>
    </section>
  );
}

type ChoiceProps = Pick<PricesProps, 'situation' | 'plans' | 'sells' | 'renewals'> & { readonly plan: PaidPlan };

function Choice({ plan, situation, plans, sells, renewals }: ChoiceProps) {
  if (!sells) return null;
  if (situation.is === 'stranger') {
    return (
      <p>
        <LinkButton kind="second" href={href('signUp')}>
          Créer d’abord mon compte gratuit
        </LinkButton>
      </p>
    );
  }
  if (situation.is === 'free' || situation.is === 'trial') {
    return (
      <form method="post" noValidate action={href('pay')} className="pile">
        <p className="note">Paiement suivant le {fullDay(renewals[plan])}, sauf si vous arrêtez avant.</p>
        <Button kind="principal" name="formule" value={plan}>
          M’abonner et payer {price(plans[plan].priceCents)}
        </Button>
      </form>
    );
  }
  return situation.is === 'paid' ? <Change plan={plan} mine={situation} /> : null;
}

function Change({ plan, mine }: { readonly plan: PaidPlan; readonly mine: Extract<Situation, { is: 'paid' }> }) {
  if (mine.plan === plan) return <p className="note">C’est votre formule.</p>;
  if (mine.nextPlan === plan) return <p className="note">Ce sera votre formule au prochain paiement.</p>;
  return (
    <p>
      <LinkButton kind="second" href={href('changePlan')}>
        Voir ce qui changerait
      </LinkButton>
    </p>
  );
}
