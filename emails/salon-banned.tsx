import type { Letter } from './letter';
import { titleOf, words } from './member-text';
import { Action, Greeting, P, Quote } from './parts';

/** C-22, DSA 17: who may not come back is told why, and where she can answer. */
export const letter: Letter<'salonBanned'> = {
  subject: ({ salon }) => `Vous ne pouvez plus entrer dans « ${titleOf(salon, 32)} »`,
  preheader: () => 'Pour quelle raison, et que faire si vous n’êtes pas d’accord.',
  why: () => 'Vous faisiez partie de ce salon.',
  body: ({ name, salon, reason, path }) => (
    <>
      <Greeting name={name} />
      <P>
        Les personnes qui tiennent le salon « {titleOf(salon, 80)} » ne souhaitent plus que vous y entriez. Elles ont
        donné cette raison :
      </P>
      <Quote>{words(reason, 500)}</Quote>
      <P>
        C’est une décision de ce salon, prise par une personne. Vos autres salons et vos cours n’en sont pas touchés.
      </P>
      <P>
        <strong>Vous n’êtes pas d’accord ?</strong> Répondez à ce courriel : l’équipe d’Aurora50 vous lira.
      </P>
      <Action path={path}>Lire les règles de la maison</Action>
    </>
  ),
  example: {
    name: 'Berthe Lenoir',
    salon: 'Lectures du soir',
    reason: 'Trois annonces de vente en deux jours, après un rappel des règles.',
    path: '/regles',
  },
};
