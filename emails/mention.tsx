import type { Letter } from './letter';
import { somebody, titleOf, words } from './member-text';
import { Action, Greeting, P, Quote } from './parts';

/** M07. */
export const letter: Letter<'mention'> = {
  subject: ({ author, salon }) => `${somebody(author, 22)} vous parle dans « ${titleOf(salon, 24)} »`,
  preheader: ({ excerpt }) => words(excerpt, 100),
  why: () => 'Votre nom a été cité dans un salon dont vous êtes membre.',
  body: ({ name, author, salon, excerpt, path }) => (
    <>
      <Greeting name={name} />
      <P>
        <strong>{somebody(author)}</strong> s’adresse à vous dans le salon « {titleOf(salon, 80)} » :
      </P>
      <Quote>{words(excerpt, 400)}</Quote>
      <Action path={path}>Lire et répondre</Action>
    </>
  ),
  example: {
    name: 'Monique Berger',
    author: 'Gérard Petit',
    salon: 'Jardin au balcon',
    excerpt: '@Monique, vos boutures de géranium ont-elles pris ? Je voudrais essayer avant Noël.',
    path: '/salons/1f6c1c9e-52a8-4c43-9d0b-6f6d1f0c8a11?message=4812',
  },
};
