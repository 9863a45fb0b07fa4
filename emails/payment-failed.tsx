import { price } from '~/ui/format';
import { day } from './dates';
import type { Letter } from './letter';
import { Action, Facts, Greeting, P } from './parts';
import { planName } from './plans';

/** S08: access is kept for a fortnight. */
export const letter: Letter<'paymentFailed'> = {
  subject: () => 'Votre paiement n’a pas abouti',
  preheader: ({ keptUntil }) => `Vous gardez tous vos accès jusqu’au ${day(keptUntil)}.`,
  why: () => 'C’est l’adresse du compte abonné.',
  body: ({ name, plan, cents, keptUntil, path }) => (
    <>
      <Greeting name={name} />
      <P>
        Votre banque n’a pas accepté le dernier paiement de votre abonnement. Cela arrive souvent quand une carte a
        expiré ou que son plafond est atteint. Rien n’est perdu.
      </P>
      <Facts
        facts={[
          ['Formule', planName(plan)],
          ['Montant', price(cents)],
          ['Accès gardé jusqu’au', day(keptUntil)],
        ]}
      />
      <Action path={path}>Mettre ma carte à jour</Action>
      <P>
        Sans paiement à cette date, votre compte deviendra gratuit. Vos messages, vos salons et votre avancement dans
        les cours resteront à vous.
      </P>
    </>
  ),
  example: {
    name: 'Fatima Benali',
    plan: 'premium',
    cents: 4_700,
    keptUntil: '2026-12-07T09:00:00Z',
    path: '/abonnement',
  },
};
