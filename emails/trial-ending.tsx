import { day, moment } from './dates';
import type { Letter } from './letter';
import { Action, Greeting, P } from './parts';

/** D21: three days before. */
export const letter: Letter<'trialEnding'> = {
  subject: ({ at }) => `Votre essai se termine le ${day(at)}`,
  preheader: () => 'Sans action de votre part, rien ne vous sera prélevé.',
  why: () => 'C’est l’adresse du compte qui essaie Aurora50.',
  body: ({ name, at, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre période d’essai se termine le {moment(at)}.</P>
      <P>
        <strong>Sans action de votre part, rien ne vous sera prélevé.</strong> Votre compte deviendra gratuit : vos
        messages, vos salons et votre avancement dans les cours resteront à vous.
      </P>
      <P>Si vous souhaitez garder tous les salons et tous les cours, les formules et leurs prix sont ici :</P>
      <Action path={path}>Voir les formules</Action>
    </>
  ),
  example: { name: 'Gérard Petit', at: '2026-11-26T09:00:00Z', path: '/abonnement' },
};
