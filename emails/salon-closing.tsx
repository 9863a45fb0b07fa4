import { moment } from './dates';
import type { Letter } from './letter';
import { titleOf } from './member-text';
import { Action, Greeting, P } from './parts';

/** R07: to every member of a salon that will be deleted. */
export const letter: Letter<'salonClosing'> = {
  subject: ({ salon }) => `Le salon « ${titleOf(salon, 34)} » va fermer`,
  preheader: () => 'Il peut encore être relu jusque-là.',
  why: () => 'Vous faites partie de ce salon.',
  body: ({ name, salon, at, path }) => (
    <>
      <Greeting name={name} />
      <P>
        La personne qui tient le salon « {titleOf(salon, 80)} » a demandé sa suppression. On n’y écrit plus, et il
        disparaîtra avec tous ses messages le {moment(at)}.
      </P>
      <P>Jusque-là vous pouvez le relire, et recopier ce que vous voulez garder.</P>
      <Action path={path}>Relire le salon</Action>
      <P>Si la suppression est annulée, vous le verrez dans vos avis et vous pourrez de nouveau y écrire.</P>
    </>
  ),
  example: {
    name: 'Gérard Petit',
    salon: 'Jardin au balcon',
    at: '2026-12-27T17:05:00Z',
    path: '/salons/1f6c1c9e-52a8-4c43-9d0b-6f6d1f0c8a11',
  },
};
