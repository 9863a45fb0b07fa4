import { day, moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, P } from './parts';

/** C-21. Code de la consommation, L215-1-1: receipt on a durable medium, with the date and the effects. */
export const letter: Letter<'cancellationReceipt'> = {
  subject: () => 'Votre abonnement est résilié',
  preheader: ({ paidUntil }) => `Vous gardez vos accès jusqu’au ${day(paidUntil)}. Plus rien ne sera prélevé.`,
  why: () => 'C’est l’adresse du compte dont l’abonnement vient d’être résilié.',
  body: ({ name, at, paidUntil, reference, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre demande est enregistrée : votre abonnement ne sera pas renouvelé, et plus rien ne sera prélevé.</P>
      <Facts
        facts={[
          ['Demande reçue', moment(at)],
          ['Accès payé jusqu’au', day(paidUntil)],
          ['Référence', words(reference, 60)],
        ]}
      />
      <P>
        Ensuite, votre compte deviendra gratuit. Vos messages, vos salons et votre avancement dans les cours resteront à
        vous. Gardez ce courriel : il vaut accusé de réception.
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
