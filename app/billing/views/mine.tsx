import { fullDay, plural, price } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';
import { PLAN_NAMES, type PlanWords } from '../rules/plans';
import type { Situation } from '../rules/situation';

type Mine<Is extends Situation['is']> = Extract<Situation, { is: Is }>;
export type MyPlanProps = {
  readonly situation: Situation;
  readonly words: PlanWords;
  /** Since the beginning, less what was paid back; in cents. */
  readonly paidCents: number;
};

/** The first thing said: which plan, until when, and what comes next. */
export function MyPlan({ situation, words, paidCents }: MyPlanProps) {
  return (
    <section className="pile" aria-labelledby="ma-formule">
      <h2 id="ma-formule">Ma formule</h2>
      <Plan situation={situation} words={words} />
      {paidCents > 0 && (
        <p>
          Vous avez payé <strong>{price(paidCents)}</strong> en tout depuis le début.{' '}
          <a href={href('invoices')}>Voir mes factures</a>
        </p>
      )}
    </section>
  );
}

function Plan({ situation, words }: Pick<MyPlanProps, 'situation' | 'words'>) {
  switch (situation.is) {
    case 'paid':
      return <Paid {...situation} />;
    case 'ending':
      return <Ending {...situation} />;
    case 'late':
      return <Late {...situation} />;
    case 'trial':
      return <Trial {...situation} />;
    case 'given':
      return (
        <p className="chapeau">
          <strong>{PLAN_NAMES[situation.plan]}</strong>, offerte par l’équipe depuis le {fullDay(situation.since)}. Rien
          ne vous est débité, et il n’y a rien à résilier.
        </p>
      );
    case 'team':
      return (
        <p className="chapeau">
          <strong>Équipe</strong> : tout vous est ouvert, sans rien payer.
        </p>
      );
    default:
      return (
        <p className="chapeau">
          <strong>Gratuit</strong> : {words.free}. Rien ne vous est débité, sans limite de durée.
        </p>
      );
  }
}

function Paid({ plan, since, nextAt, nextCents, nextPlan }: Mine<'paid'>) {
  return (
    <>
      <p className="chapeau">
        <strong>{PLAN_NAMES[plan]}</strong>, depuis le {fullDay(since)}.
      </p>
      {nextAt && (
        <p>
          Prochain paiement : <strong>{price(nextCents)}</strong>, le <strong>{fullDay(nextAt)}</strong>
          {nextPlan !== plan && `, avec la formule ${PLAN_NAMES[nextPlan]}`}.
        </p>
      )}
    </>
  );
}

function Ending({ plan, until }: Mine<'ending'>) {
  return (
    <>
      <p className="chapeau">
        <strong>{PLAN_NAMES[plan]}</strong>, jusqu’au {fullDay(until)}.
      </p>
      <p>
        Votre abonnement est résilié : plus rien ne sera débité. Ensuite votre compte sera gratuit. Vos messages, vos
        salons et votre avancement dans les cours resteront à vous.
      </p>
    </>
  );
}

/** S08. */
function Late({ plan, keptUntil, owed }: Mine<'late'>) {
  return (
    <>
      <p className="chapeau">
        <strong>{PLAN_NAMES[plan]}</strong>
      </p>
      <Notice tone="alerte">
        <p>
          Votre dernier paiement n’a pas abouti.{' '}
          {keptUntil
            ? `Vous gardez tous vos accès jusqu’au ${fullDay(keptUntil)}.`
            : 'Vos accès sont ceux d’un compte gratuit jusqu’au paiement.'}{' '}
          Rien n’est perdu.
        </p>
        {owed?.url && (
          <p>
            <a href={owed.url}>Payer {price(owed.cents)} avec une autre carte</a>
          </p>
        )}
      </Notice>
    </>
  );
}

/** D21: from the first day. */
function Trial({ endsAt, daysLeft }: Mine<'trial'>) {
  return (
    <>
      <p className="chapeau">
        <strong>Essai de Premium</strong> : {plural(daysLeft, 'jour', 'jours')} encore.
      </p>
      <p>
        Il se termine le {fullDay(endsAt)}. Aucune carte n’a été demandée et rien ne vous sera débité : votre compte
        deviendra gratuit, et tout ce que vous avez fait restera à vous.
      </p>
    </>
  );
}
