import type { Letter } from './letter';
import { Action, Code, Greeting, NotYou, P } from './parts';

/** G06: for a page that is open already. */
export const letter: Letter<'proof'> = {
  subject: () => 'Votre code de vérification',
  preheader: () => 'À recopier dans la page qui vous attend, dans le quart d’heure.',
  why: () => 'Quelqu’un, sans doute vous, est connecté au compte qui a cette adresse et a demandé un code.',
  body: ({ name, code, path }) => (
    <>
      <Greeting name={name} />
      <P>Voici le code qui montre que c’est bien vous. Recopiez-le dans la page où vous l’avez demandé :</P>
      <Code code={code} />
      <Action path={path}>Retrouver cette page</Action>
      <P>
        Il sert une seule fois, pendant 15 minutes. Ne le donnez à personne : l’équipe d’Aurora50 ne vous le demandera
        jamais, ni au téléphone, ni par courriel.
      </P>
      <NotYou>
        Quelqu’un se sert de votre compte. Déconnectez les autres appareils, puis changez de mot de passe.
      </NotYou>
    </>
  ),
  example: { name: 'Gérard Petit', code: '402917', path: '/connexion/preuve' },
};
