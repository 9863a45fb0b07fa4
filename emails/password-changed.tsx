import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** A09: a notice to the owner, who may have lost the account a moment ago. */
export const letter: Letter<'passwordChanged'> = {
  subject: () => 'Votre mot de passe a été changé',
  preheader: () => 'Si c’est vous, il n’y a rien à faire.',
  why: () => 'Le mot de passe du compte qui a cette adresse vient de changer.',
  body: ({ name, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Le mot de passe de votre compte Aurora50 a été changé.</P>
      <Facts facts={[['Quand', moment(at)]]} />
      <P>Si c’est vous, il n’y a rien à faire. Par sécurité, vos autres appareils ont été déconnectés.</P>
      <NotYou>Reprenez la main dès maintenant, en choisissant un autre mot de passe :</NotYou>
      <Action path={path}>Protéger mon compte</Action>
    </>
  ),
  example: { name: 'Odile Martin', at: '2026-11-23T17:05:00Z', path: '/mot-de-passe/oubli' },
};
