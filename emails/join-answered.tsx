import type { Letter } from './letter';
import { titleOf } from './member-text';
import { Action, Greeting, P } from './parts';

/** R04: not by whom it was answered. */
export const letter: Letter<'joinAnswered'> = {
  subject: ({ salon, welcome }) =>
    welcome ? `On vous attend dans « ${titleOf(salon, 36)} »` : `Votre demande pour « ${titleOf(salon, 30)} »`,
  preheader: ({ welcome }) =>
    welcome ? 'Votre demande est acceptée : vous pouvez entrer.' : 'Elle n’a pas été acceptée cette fois.',
  why: () => 'Vous avez demandé à entrer dans ce salon.',
  body: ({ name, salon, welcome, path }) => (
    <>
      <Greeting name={name} />
      {welcome ? (
        <P>
          Votre demande est acceptée : vous êtes maintenant membre du salon « {titleOf(salon, 80)} ». Un simple bonjour
          suffit pour faire connaissance.
        </P>
      ) : (
        <P>
          Votre demande pour le salon « {titleOf(salon, 80)} » n’a pas été acceptée. Les salons sont petits, et d’autres
          vous ouvrent leur porte.
        </P>
      )}
      <Action path={path}>{welcome ? 'Entrer dans le salon' : 'Voir d’autres salons'}</Action>
    </>
  ),
  example: {
    name: 'Fatima Haddad',
    salon: 'Jardin au balcon',
    welcome: true,
    path: '/salons/1f6c1c9e-52a8-4c43-9d0b-6f6d1f0c8a11',
  },
};
