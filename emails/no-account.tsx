import type { Letter } from './letter';
import { Action, NotYou, P } from './parts';

/** Reliability 10: the page gives nothing away; the letter spares the owner of the address a long wait (C-03). */
export const letter: Letter<'noAccount'> = {
  subject: () => 'Aucun compte Aurora50 à cette adresse',
  preheader: () => 'Peut-être avez-vous un compte à une autre de vos adresses.',
  why: () => 'Quelqu’un, sans doute vous, a voulu se connecter à Aurora50 avec cette adresse.',
  body: ({ path }) => (
    <>
      <P>Bonjour,</P>
      <P>Vous avez demandé à entrer dans Aurora50 avec cette adresse, mais aucun compte ne l’utilise.</P>
      <P>
        Vous avez peut-être donné une autre de vos adresses le jour de votre inscription : essayez avec elle. Sinon,
        ouvrir un compte est gratuit et prend deux minutes :
      </P>
      <Action path={path}>M’inscrire à Aurora50</Action>
      <NotYou>Ne faites rien : aucun compte n’a été ouvert.</NotYou>
    </>
  ),
  example: { path: '/inscription' },
};
