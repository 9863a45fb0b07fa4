import { day, moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, P } from './parts';

/** GDPR, article 17. What it leads to is signed, names nobody, and needs no account. */
export const letter: Letter<'erasureReceipt'> = {
  subject: () => 'Votre compte Aurora50 a été effacé',
  preheader: () => 'Ce qui a été effacé, et ce qu’il en reste. C’est notre dernier courriel.',
  why: () => 'C’était l’adresse du compte effacé.',
  body: ({ name, at, messagesKept, backupsUntil, reference, path }) => (
    <>
      <Greeting name={name} />
      <P>Comme vous l’avez demandé, votre compte et vos informations personnelles ont été effacés d’Aurora50.</P>
      <Facts
        facts={[
          ['Effacé', moment(at)],
          ['Vos messages', messagesKept ? 'gardés dans les salons, sans votre nom' : 'effacés aussi'],
          ['Référence', words(reference, 60)],
        ]}
      />
      <P>
        Nos copies de secours contiennent encore vos informations pendant quelque temps. Elles ne servent qu’en cas de
        panne, et la dernière sera détruite le {day(backupsUntil)} au plus tard.
      </P>
      <Action path={path}>Voir le reçu signé</Action>
      <P>
        Ce reçu est public et ne vous nomme pas : chacun peut vérifier que nous l’avons signé. Gardez la référence :
        elle suffit pour nous poser une question sur cet effacement. Ce courriel est le dernier que nous vous envoyons.
      </P>
      <P>Merci d’avoir fait un bout de chemin avec nous. Notre porte vous reste ouverte.</P>
    </>
  ),
  example: {
    name: 'Odile Martin',
    at: '2026-11-23T17:05:00Z',
    messagesKept: true,
    backupsUntil: '2026-12-23T17:05:00Z',
    reference: 'E-2026-7Q3M8KX2PA',
    path: '/recus/E-2026-7Q3M8KX2PA',
  },
};
