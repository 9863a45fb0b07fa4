import type { Letter } from './letter';
import { Action, Code, Greeting, NotYou, P } from './parts';

/** A09: the link works everywhere, the code in the window that asked (C-02). */
export const letter: Letter<'reset'> = {
  subject: () => 'Choisissez un nouveau mot de passe',
  preheader: () => 'Par un lien ou par un code, pendant une heure.',
  why: () => 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le compte qui a cette adresse.',
  body: ({ name, path, code }) => (
    <>
      <Greeting name={name} />
      <P>Un mot de passe s’oublie, cela arrive à tout le monde. Suivez ce lien pour en choisir un nouveau :</P>
      <Action path={path}>Choisir un mot de passe</Action>
      <P>Ou recopiez ce code dans la page où vous l’avez demandé :</P>
      <Code code={code} />
      <P>
        L’un ou l’autre sert une seule fois, pendant une heure. Si vous avez reçu plusieurs courriels comme celui-ci,
        seul le plus récent fonctionne. Ne donnez ce code à personne : l’équipe d’Aurora50 ne vous le demandera jamais,
        ni au téléphone, ni par courriel.
      </P>
      <P>Ensuite, par sécurité, vos autres appareils vous demanderont de vous connecter à nouveau.</P>
      <NotYou>Ne faites rien : votre mot de passe reste le même.</NotYou>
    </>
  ),
  example: { name: 'Odile Martin', path: '/mot-de-passe/nouveau/q8r3tb6wz1kx5mvd9hs2ypn7fc', code: '318204' },
};
