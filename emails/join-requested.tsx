import type { Letter } from './letter';
import { somebody, titleOf } from './member-text';
import { Action, Greeting, P } from './parts';

/** R04: to who keeps a salon that is entered on request; one a day at most, whoever asks. */
export const letter: Letter<'joinRequested'> = {
  subject: ({ asker, salon }) => `${somebody(asker, 20)} demande à entrer dans « ${titleOf(salon, 22)} »`,
  preheader: () => 'La réponse ne tient qu’à vous.',
  why: () => 'Vous tenez ou modérez ce salon, où l’on entre sur demande.',
  body: ({ name, asker, salon, path }) => (
    <>
      <Greeting name={name} />
      <P>
        <strong>{somebody(asker)}</strong> voudrait entrer dans votre salon « {titleOf(salon, 80)} ».
      </P>
      <Action path={path}>Lire et répondre</Action>
      <P>Si d’autres demandes arrivent aujourd’hui, vous les trouverez à la même page : nous n’écrivons qu’une fois.</P>
    </>
  ),
  example: {
    name: 'Monique Berger',
    asker: 'Fatima Haddad',
    salon: 'Jardin au balcon',
    path: '/salons/1f6c1c9e-52a8-4c43-9d0b-6f6d1f0c8a11/demandes',
  },
};
