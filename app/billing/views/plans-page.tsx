import { Button, LinkButton } from '~/ui/button';
import { fullDay, plural } from '~/ui/format';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import { WITHDRAWAL_DAYS, withdrawableUntil } from '../rules/leaving';
import { comparison, countInWords, PLAN_NAMES } from '../rules/plans';
import { isBilled, type Situation } from '../rules/situation';
import type { Standing } from '../rules/standing';
import { MyPlan, type MyPlanProps } from './mine';
import { Prices, type PricesProps } from './prices';

export type PlansPageProps = PricesProps &
  MyPlanProps & {
    readonly allowances: Standing['allowances'];
    readonly trialDays: number;
  };

/** U16: what is mine, what is free, what costs, what counts and how to leave, on one page. */
export function PlansPage(props: PlansPageProps) {
  const { situation, allowances, trialDays, plans } = props;
  const isStranger = situation.is === 'stranger';
  return (
    <div className="etroit">
      <h1>{isStranger ? 'Les formules et leurs prix' : 'Mon abonnement'}</h1>
      {!isStranger && <MyPlan {...props} />}
      <Acts situation={situation} sells={props.sells} />
      {situation.is === 'free' && situation.mayTry && <TrialOffer days={trialDays} />}
      <Prices {...props} />
      <section className="suite" aria-labelledby="ce-qui-est-ouvert">
        <h2 id="ce-qui-est-ouvert">Ce qui est gratuit, ce qui se paie</h2>
        <Table
          caption="Premium et Annuel ouvrent la même chose."
          columns={[
            { title: 'Ce que l’on fait', cell: ({ what }) => what },
            { title: PLAN_NAMES.freemium, cell: ({ free }) => free },
            { title: `${PLAN_NAMES.premium} et ${PLAN_NAMES.annuel}`, cell: ({ paid }) => paid },
          ]}
          rows={comparison(plans)}
        />
      </section>
      <Counters allowances={allowances} />
      <Leaving situation={situation} />
    </div>
  );
}

/** What she can do with the plan she has. */
function Acts({ situation, sells }: { readonly situation: Situation; readonly sells: boolean }) {
  if (situation.is === 'ending' && sells) {
    return (
      <form method="post" noValidate action={href('resumePlan')}>
        <Button kind="principal">Garder mon abonnement</Button>
      </form>
    );
  }
  if (!isBilled(situation) || !sells) return null;
  return (
    <form method="post" noValidate action={href('portal')} className="boutons">
      <Button kind="second">Changer de carte bancaire</Button>
    </form>
  );
}

/** G16. */
function TrialOffer({ days }: { readonly days: number }) {
  return (
    <section className="suite" aria-labelledby="essai">
      <h2 id="essai">Essayer d’abord</h2>
      <p>
        Pendant {plural(days, 'jour', 'jours')}, tout ce que Premium ouvre vous est ouvert. Aucune carte n’est demandée.
        À la fin, votre compte redevient gratuit de lui-même. L’essai se donne une fois.
      </p>
      <form method="post" noValidate action={href('startTrial')}>
        <Button kind="second" icon="sprout">
          Commencer mon essai gratuit
        </Button>
      </form>
    </section>
  );
}

/** D25. */
function Counters({ allowances }: Pick<PlansPageProps, 'allowances'>) {
  const lines = allowances.flatMap((allowance) => countInWords(allowance.what, allowance) ?? []);
  if (lines.length === 0) return null;
  return (
    <section className="suite redige" aria-labelledby="ce-qui-compte">
      <h2 id="ce-qui-compte">Ce qui compte aujourd’hui</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="note">Les messages et les fiches se comptent de minuit à minuit, heure de Paris.</p>
    </section>
  );
}

/** G35, U16. */
function Leaving({ situation }: { readonly situation: Situation }) {
  const mayWithdraw = 'mayWithdraw' in situation && situation.mayWithdraw;
  return (
    <section className="suite" aria-labelledby="partir">
      <h2 id="partir">Comment partir</h2>
      <p>
        En trois étapes au plus, sans motif à donner et sans appeler personne, même sans vous connecter. Vous gardez vos
        accès jusqu’au dernier jour payé, et tout ce que vous avez écrit ou appris reste à vous.
      </p>
      <p>
        Pendant {plural(WITHDRAWAL_DAYS, 'jour', 'jours')} après l’abonnement, vous pouvez aussi changer d’avis : tout
        ce que vous avez payé vous est rendu.
      </p>
      <p className="boutons">
        <LinkButton kind="second" href={href('cancelPlan')}>
          Résilier votre contrat
        </LinkButton>
        {mayWithdraw && (
          <LinkButton kind="second" href={href('withdrawPlan')}>
            Changer d’avis avant le {fullDay(withdrawableUntil(situation.since))}
          </LinkButton>
        )}
      </p>
    </section>
  );
}
