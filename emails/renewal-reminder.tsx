import { price } from '~/ui/format';
import { day, moment } from './dates';
import type { Letter } from './letter';
import { Action, Greeting, P, Panel } from './parts';
import { planName } from './plans';

/** M05. Code de la consommation, L215-1: the last day for stopping stands in a frame that cannot be overlooked. */
export const letter: Letter<'renewalReminder'> = {
  subject: ({ at }) => `Votre abonnement se renouvelle le ${day(at)}`,
  preheader: () => 'Vous pouvez continuer, ou l’arrêter avant cette date.',
  why: () => 'C’est l’adresse du compte abonné, et la loi nous demande de vous prévenir avant chaque renouvellement.',
  body: ({ name, cents, at, path }) => (
    <>
      <Greeting name={name} />
      <P>
        Votre formule {planName('annuel')} se termine bientôt. Si vous souhaitez continuer, vous n’avez rien à faire :
        elle sera renouvelée pour un an, au prix de {price(cents)}.
      </P>
      <Panel>
        <strong>Date limite pour ne pas renouveler :</strong>
        <br />
        {moment(at)}
      </Panel>
      <P>
        Pour ne pas renouveler, ouvrez votre abonnement et arrêtez-le avant cette date : trois étapes, sans motif à
        donner. Vous garderez votre accès jusqu’au dernier jour payé.
      </P>
      <Action path={path}>Gérer mon abonnement</Action>
    </>
  ),
  example: { name: 'Fatima Benali', cents: 47_000, at: '2027-01-14T09:00:00Z', path: '/abonnement' },
};
