import type { Letter } from './letter';
import { Action, Code, Greeting, NotYou, P } from './parts';

/** A05, W02. */
export const letter: Letter<'confirmation'> = {
  subject: () => 'Confirmez votre adresse de courriel',
  preheader: () => 'Un lien à suivre ou un code à recopier, et votre compte est ouvert.',
  why: () => 'Quelqu’un, sans doute vous, s’est inscrit à Aurora50 avec cette adresse.',
  body: ({ name, path, code }) => (
    <>
      <Greeting name={name} />
      <P>
        Merci de votre inscription à Aurora50. Il reste une seule chose à faire : nous dire que cette adresse est bien
        la vôtre.
      </P>
      <Action path={path}>Confirmer mon adresse</Action>
      <P>Vous préférez un code ? Recopiez celui-ci dans la page qui vous le demande :</P>
      <Code code={code} />
      <P>
        Le lien et le code servent une seule fois, pendant 3 jours. En attendant, vous pouvez déjà tout lire ; vous
        pourrez écrire dès que votre adresse sera confirmée.
      </P>
      <NotYou>Ne faites rien : sans confirmation, ce compte disparaîtra de lui-même au bout de 7 jours.</NotYou>
    </>
  ),
  example: { name: 'Monique Berger', path: '/api/auth/confirm?jeton=k3v9s2mqx7d4hn8wpb5tzr6yf1', code: '482913' },
};
