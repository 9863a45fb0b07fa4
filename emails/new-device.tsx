import { moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** M07. */
export const letter: Letter<'newDevice'> = {
  subject: () => 'Une connexion depuis un nouvel appareil',
  preheader: () => 'Si c’est vous, il n’y a rien à faire.',
  why: () => 'Quelqu’un vient de se connecter au compte qui a cette adresse.',
  body: ({ name, device, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre compte Aurora50 a été ouvert depuis un appareil que nous n’avions pas encore vu :</P>
      <Facts
        facts={[
          ['Appareil', words(device, 80)],
          ['Quand', moment(at)],
        ]}
      />
      <P>Si c’est vous, il n’y a rien à faire.</P>
      <NotYou>Déconnectez cet appareil depuis votre compte, puis changez de mot de passe :</NotYou>
      <Action path={path}>Voir mes appareils</Action>
    </>
  ),
  example: {
    name: 'Monique Berger',
    device: 'Safari sur iPad',
    at: '2026-11-23T08:12:00Z',
    path: '/reglages/appareils',
  },
};
