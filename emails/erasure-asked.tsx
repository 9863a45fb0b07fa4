import { moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** GDPR, article 17: asked for, and not carried out yet. */
export const letter: Letter<'erasureAsked'> = {
  subject: () => 'Vous avez demandé l’effacement de votre compte',
  preheader: ({ at }) => `Vous pouvez changer d’avis jusqu’au ${moment(at)}.`,
  why: () => 'L’effacement du compte qui a cette adresse a été demandé.',
  body: ({ name, at, messagesKept, reference, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre demande est enregistrée. Jusqu’à la date ci-dessous, votre compte reste ouvert comme d’habitude.</P>
      <Facts
        facts={[
          ['Effacement prévu', moment(at)],
          ['Vos messages', messagesKept ? 'gardés dans les salons, sans votre nom' : 'effacés aussi'],
          ['Référence', words(reference, 60)],
        ]}
      />
      <P>Ensuite tout est effacé pour de bon, et personne ne pourra revenir en arrière. Vous recevrez un reçu.</P>
      <Action path={path}>Changer d’avis</Action>
      <NotYou>Ouvrez cette page, annulez la demande, puis changez de mot de passe.</NotYou>
    </>
  ),
  example: {
    name: 'Odile Martin',
    at: '2026-11-30T17:05:00Z',
    messagesKept: false,
    reference: 'E-2026-7Q3M8KX2PA',
    path: '/mes-donnees/effacement',
  },
};
