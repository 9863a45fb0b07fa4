import { day } from './dates';
import type { Letter } from './letter';
import { Action, Greeting, P } from './parts';

/** D21: when it is over. */
export const letter: Letter<'trialEnded'> = {
  subject: () => 'Votre essai est terminé',
  preheader: () => 'Rien ne vous a été prélevé. Votre compte est maintenant gratuit.',
  why: () => 'C’est l’adresse du compte qui essayait Aurora50.',
  body: ({ name, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre essai s’est terminé le {day(at)}. Rien ne vous a été prélevé, et il n’y a rien à faire.</P>
      <P>
        Votre compte est maintenant gratuit : vos messages, vos salons et votre avancement dans les cours restent à
        vous. Ce que la formule gratuite permet, et le prix des autres, sont sur cette page :
      </P>
      <Action path={path}>Voir les formules</Action>
      <P>Merci d’avoir essayé.</P>
    </>
  ),
  example: { name: 'Gérard Petit', at: '2026-11-26T09:00:00Z', path: '/abonnement' },
};
