import { moment } from './dates';
import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** U12: the owner hears of it, who may have left the card in a drawer that others open. */
export const letter: Letter<'cardUsed'> = {
  subject: () => 'Votre carte d’accès vient de servir',
  preheader: () => 'Si c’est vous, il ne reste qu’à en imprimer une nouvelle.',
  why: () => 'Quelqu’un vient d’ouvrir le compte qui a cette adresse avec sa carte d’accès imprimée.',
  body: ({ name, device, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre compte Aurora50 a été ouvert avec votre carte d’accès imprimée :</P>
      <Facts
        facts={[
          ['Appareil', words(device, 80)],
          ['Quand', moment(at)],
        ]}
      />
      <P>Si c’est vous, tout va bien. Cette carte ne sert plus : imprimez-en une nouvelle depuis vos réglages.</P>
      <NotYou>Déconnectez cet appareil depuis votre compte, puis changez de mot de passe :</NotYou>
      <Action path={path}>Voir mes appareils</Action>
    </>
  ),
  example: {
    name: 'Odile Martin',
    device: 'Chrome sur tablette Android',
    at: '2026-11-23T08:12:00Z',
    path: '/reglages/appareils',
  },
};
