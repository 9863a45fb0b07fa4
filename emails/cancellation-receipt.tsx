import { price } from '~/ui/format';
import { day, moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, P } from './parts';

/** C-21. Code de la consommation, L215-1-1: receipt on a durable medium, with the date and the effects. */
export const letter: Letter<'cancellationReceipt'> = {
  subject: () => 'Votre abonnement est résilié',
  preheader: ({ paidUntil, refundedCents }) =>
    refundedCents === undefined
      ? `Vous gardez vos accès jusqu’au ${day(paidUntil)}. Plus rien ne sera prélevé.`
      : `${price(refundedCents)} vous sont rendus. Plus rien ne sera prélevé.`,
  why: () => 'C’est l’adresse du compte dont l’abonnement vient d’être résilié.',
  body: ({ name, at, paidUntil, reference, refundedCents, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre demande est enregistrée : votre abonnement ne sera pas renouvelé, et plus rien ne sera prélevé.</P>
      <Facts
        facts={[
          ['Demande reçue', moment(at)],
          refundedCents === undefined ? ['Accès payé jusqu’au', day(paidUntil)] : ['Remboursé', price(refundedCents)],
          ['Référence', words(reference, 60)],
        ]}
      />
      <P>
        {refundedCents === undefined
          ? 'Ensuite, votre compte deviendra gratuit.'
          : 'Vous avez changé d’avis dans les quatorze jours : la somme revient sur la carte qui a payé, en dix jours au plus, et votre compte est gratuit dès maintenant.'}{' '}
        Vos messages, vos salons et votre avancement dans les cours resteront à vous. Gardez ce courriel : il vaut
        accusé de réception.
      </P>
      <Action path={path}>Voir mon abonnement</Action>
      <P>Merci du chemin fait ensemble. La porte reste ouverte.</P>
    </>
  ),
  example: {
    name: 'Fatima Benali',
    at: '2026-11-23T17:05:00Z',
    paidUntil: '2026-12-14T09:00:00Z',
    reference: 'R-2026-00184',
    path: '/abonnement',
  },
};
