import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Greeting, NotYou, P } from './parts';

/** The right to one's data: GDPR, articles 15 and 20. */
export const letter: Letter<'exportReady'> = {
  subject: () => 'Vos données sont prêtes',
  preheader: ({ until }) => `À télécharger jusqu’au ${moment(until)}.`,
  why: () => 'Une copie des données du compte qui a cette adresse a été demandée.',
  body: ({ name, until, path }) => (
    <>
      <Greeting name={name} />
      <P>
        La copie de vos données que vous avez demandée est prête : votre profil, vos messages, vos cours et vos
        réglages, dans un seul fichier.
      </P>
      <Action path={path}>Télécharger mes données</Action>
      <P>
        Le fichier reste disponible jusqu’au {moment(until)}. Il contient des informations personnelles : rangez-le dans
        un endroit à vous, et ne le transmettez pas à la légère.
      </P>
      <NotYou>Changez de mot de passe : quelqu’un d’autre s’est servi de votre compte.</NotYou>
    </>
  ),
  example: { name: 'Odile Martin', until: '2026-11-30T17:05:00Z', path: '/mes-donnees' },
};
