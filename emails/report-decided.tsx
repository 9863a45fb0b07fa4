import type { Letter } from './letter';
import { words } from './member-text';
import { Action, Greeting, P, Quote } from './parts';

/** Digital Services Act, article 16(5): whoever has told of something learns what was decided, and how to contest it. */
export const letter: Letter<'reportDecided'> = {
  subject: () => 'Votre signalement a été lu',
  preheader: () => 'Voici ce qui a été décidé.',
  why: () => 'Vous avez signalé un message ou un membre sur Aurora50.',
  body: ({ name, decision, path }) => (
    <>
      <Greeting name={name} />
      <P>Merci de votre signalement. Une personne l’a lu, et voici ce qui est décidé :</P>
      <Quote>{words(decision, 300)}</Quote>
      <P>La personne concernée ne sait pas qui l’a signalée.</P>
      <P>
        Vous n’êtes pas d’accord ? Répondez à ce courriel : nous relirons. C’est gratuit, et vous gardez le droit de
        saisir la justice.
      </P>
      <Action path={path}>Lire la décision</Action>
    </>
  ),
  example: { name: 'Monique Berger', decision: 'Le message a été retiré.', path: '/decisions/12' },
};
