import { price } from '~/ui/format';
import { day } from './dates';
import type { Letter } from './letter';
import { Action, Facts, Greeting, P } from './parts';
import { planName } from './plans';

/** M04, S07. */
export const letter: Letter<'paymentReceived'> = {
  subject: () => 'Nous avons bien reçu votre paiement',
  preheader: ({ plan, cents }) => `Formule ${planName(plan)}, ${price(cents)}. Merci.`,
  why: () => 'C’est l’adresse du compte qui a payé cet abonnement.',
  body: ({ name, plan, cents, paidUntil, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre paiement est bien arrivé. Merci : c’est lui qui fait vivre Aurora50, sans publicité.</P>
      <Facts
        facts={[
          ['Formule', planName(plan)],
          ['Montant', price(cents)],
          ['Payé jusqu’au', day(paidUntil)],
        ]}
      />
      <P>Votre facture est dans votre espace, où vous pouvez aussi changer de formule ou arrêter l’abonnement.</P>
      <Action path={path}>Voir mon abonnement</Action>
    </>
  ),
  example: {
    name: 'Fatima Benali',
    plan: 'premium',
    cents: 4_700,
    paidUntil: '2026-12-23T09:00:00Z',
    path: '/abonnement',
  },
};
