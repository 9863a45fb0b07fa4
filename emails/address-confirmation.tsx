import type { Letter } from './letter';
import { emailAddress } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** D07, to the new address. */
export const letter: Letter<'addressConfirmation'> = {
  subject: () => 'Confirmez votre nouvelle adresse',
  preheader: () => 'Un lien à suivre, et nos courriels vous suivront ici.',
  why: () => 'Quelqu’un, sans doute vous, veut donner cette adresse à son compte Aurora50.',
  body: ({ name, newEmail, path }) => (
    <>
      <Greeting name={name} />
      <P>Vous avez demandé à changer l’adresse de votre compte Aurora50. La nouvelle serait :</P>
      <Facts facts={[['Nouvelle adresse', emailAddress(newEmail)]]} />
      <Action path={path}>Confirmer cette adresse</Action>
      <P>
        Le lien sert une seule fois, pendant 3 jours. Tant que vous ne l’avez pas utilisé, rien ne change : votre
        adresse habituelle reste la bonne, pour vous connecter comme pour nos courriels.
      </P>
      <NotYou>Ne faites rien : votre adresse ne sera liée à aucun compte.</NotYou>
    </>
  ),
  example: {
    name: 'Gérard Petit',
    newEmail: 'gerard.petit@exemple.fr',
    path: '/api/auth/confirm?jeton=m5x8c2vq9d4hn7wpk3tzr6yf1b',
  },
};
