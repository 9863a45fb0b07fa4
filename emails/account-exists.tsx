import type { Letter } from './letter';
import { Action, Greeting, NotYou, P } from './parts';

/** Reliability 10: the page says the same to everybody; only the owner of the address is told. */
export const letter: Letter<'accountExists'> = {
  subject: () => 'Vous avez déjà un compte Aurora50',
  preheader: () => 'Connectez-vous : votre compte vous attend, tel que vous l’avez laissé.',
  why: () => 'Quelqu’un, sans doute vous, a voulu se servir de cette adresse sur Aurora50.',
  body: ({ name, path }) => (
    <>
      <Greeting name={name} />
      <P>
        Vous avez voulu utiliser cette adresse sur Aurora50. Elle y a déjà un compte : le vôtre. Rien n’a été créé ni
        changé, et il vous attend tel que vous l’avez laissé.
      </P>
      <Action path={path}>Me connecter</Action>
      <P>
        Mot de passe oublié ? La page de connexion vous propose de recevoir un code par courriel : il suffit pour
        entrer.
      </P>
      <NotYou>Ne faites rien : votre compte et votre mot de passe n’ont pas changé.</NotYou>
    </>
  ),
  example: { name: 'Fatima Benali', path: '/connexion' },
};
