import type { Letter } from './letter';
import { Action, Code, Greeting, NotYou, P } from './parts';

/** A02, G05: the link belongs to the asking browser, the code to whoever reads her letters elsewhere (C-02). */
export const letter: Letter<'signIn'> = {
  subject: () => 'Votre lien et votre code de connexion',
  preheader: () => 'Pour entrer sans mot de passe, pendant 15 minutes.',
  why: () => 'Quelqu’un, sans doute vous, a demandé à se connecter à Aurora50 avec cette adresse.',
  body: ({ name, path, code }) => (
    <>
      <Greeting name={name} />
      <P>
        Vous avez demandé à vous connecter à Aurora50. Si vous lisez ce courriel sur l’appareil où vous l’avez demandé,
        suivez ce lien :
      </P>
      <Action path={path}>Me connecter</Action>
      <P>Sur un autre appareil, recopiez plutôt ce code dans la page qui vous attend :</P>
      <Code code={code} />
      <P>
        Le lien et le code servent une seule fois, pendant 15 minutes. Ne donnez ce code à personne : l’équipe
        d’Aurora50 ne vous le demandera jamais, ni au téléphone, ni par courriel.
      </P>
      <NotYou>Ne faites rien : sans ce courriel, personne ne peut entrer.</NotYou>
    </>
  ),
  example: { name: 'Gérard Petit', path: '/connexion/lien/w7p2xk9d4mhs6vq3nbt8zr5yfc', code: '706158' },
};
