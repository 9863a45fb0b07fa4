import { moment } from './dates';
import type { Letter } from './letter';
import { Action, Facts, P } from './parts';

export const letter: Letter<'selfTest'> = {
  subject: () => 'Essai d’envoi',
  preheader: () => 'Les courriels de votre site arrivent.',
  why: () => 'Vous tenez ce site Aurora50 et avez demandé un essai.',
  body: ({ at, path }) => (
    <>
      <P>Bonjour,</P>
      <P>Si vous lisez ces lignes, les courriels de votre site arrivent. Il n’y a rien à faire.</P>
      <Facts facts={[['Demandé', moment(at)]]} />
      <Action path={path}>Voir l’état du site</Action>
    </>
  ),
  example: { at: '2026-11-23T05:10:00Z', path: '/admin/etat' },
};
