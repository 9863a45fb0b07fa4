import { moment } from './dates';
import type { Letter } from './letter';
import { emailAddress, words } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** A03: a new way into the account is never made in silence. */
export const letter: Letter<'doorAdded'> = {
  subject: ({ provider }) => `Votre compte s’ouvre maintenant aussi avec ${words(provider, 20)}`,
  preheader: () => 'Si c’est vous, il n’y a rien à faire.',
  why: () => 'Le compte qui a cette adresse vient d’être relié à un autre compte.',
  body: ({ name, provider, account, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre compte Aurora50 est relié à un compte {words(provider, 20)}, qui peut désormais l’ouvrir :</P>
      <Facts
        facts={[
          ['Compte relié', emailAddress(account)],
          ['Quand', moment(at)],
        ]}
      />
      <P>Si c’est vous, il n’y a rien à faire. Votre mot de passe, si vous en avez un, continue de servir.</P>
      <NotYou>Retirez ce compte depuis vos réglages, puis changez de mot de passe :</NotYou>
      <Action path={path}>Voir mes comptes reliés</Action>
    </>
  ),
  example: {
    name: 'Monique Berger',
    provider: 'Google',
    account: 'monique.berger@exemple.fr',
    at: '2026-11-23T08:12:00Z',
    path: '/reglages/comptes',
  },
};
