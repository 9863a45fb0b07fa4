import { day } from './dates';
import type { Letter } from './letter';
import { Action, Greeting, P } from './parts';

/** G35 (CNIL): nobody has opened this account for long; it goes on this day unless somebody does. */
export const letter: Letter<'idleAccount'> = {
  subject: ({ at, isLast }) =>
    isLast ? `Dernier rappel : votre compte sera effacé le ${day(at)}` : `Votre compte sera effacé le ${day(at)}`,
  preheader: () => 'Pour le garder, il suffit de vous connecter une fois.',
  why: () => 'C’est l’adresse d’un compte Aurora50 qui n’a plus été ouvert depuis longtemps.',
  body: ({ name, at, isLast, path }) => (
    <>
      <Greeting name={name} />
      <P>
        {isLast
          ? 'Nous vous avons déjà écrit : votre compte Aurora50 n’a pas été ouvert depuis longtemps.'
          : 'Votre compte Aurora50 n’a pas été ouvert depuis longtemps. Nous ne gardons pas sans fin les données de quelqu’un qui ne vient plus.'}
      </P>
      <P>
        <strong>Il sera effacé le {day(at)}</strong>, avec votre fiche, vos messages et vos attestations. Personne ne
        pourra revenir en arrière.
      </P>
      <P>
        Pour le garder, connectez-vous une fois avant cette date. Vous pourrez aussi y prendre une copie de vos données.
      </P>
      <Action path={path}>Garder mon compte</Action>
    </>
  ),
  example: { name: 'Odile Martin', at: '2026-12-27T09:10:00Z', isLast: false, path: '/connexion' },
};
