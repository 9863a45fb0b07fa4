import type { Letter } from './letter';
import { Action, Greeting, P } from './parts';

/** M01. */
export const letter: Letter<'welcome'> = {
  subject: () => 'Bienvenue à Aurora50',
  preheader: () => 'Votre compte est ouvert. Trois idées pour commencer.',
  why: () => 'Vous venez d’ouvrir un compte Aurora50 avec cette adresse.',
  body: ({ name, path }) => (
    <>
      <Greeting name={name} />
      <P>Votre adresse est confirmée et votre compte est ouvert : vous êtes chez vous. Trois idées pour commencer :</P>
      <P>
        <strong>Entrez dans un salon.</strong> On y parle jardin, cuisine, lecture ou voyages. Lisez d’abord, si vous
        préférez ; un simple bonjour suffit pour faire connaissance.
      </P>
      <P>
        <strong>Suivez un cours.</strong> Chacun va à son rythme, et retrouve sa place là où il l’avait laissée.
      </P>
      <P>
        <strong>Réglez votre confort.</strong> La taille des lettres et les couleurs se choisissent en haut de chaque
        page.
      </P>
      <Action path={path}>Ouvrir Aurora50</Action>
      <P>
        Nous vous écrirons peu : une lettre par jour au plus, jamais vide, et vous pouvez l’arrêter quand vous voulez.
      </P>
    </>
  ),
  example: { name: 'Monique Berger', path: '/' },
};
