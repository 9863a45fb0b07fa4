import type { Letter } from './letter';
import { emailAddress } from './member-text';
import { Action, Facts, Greeting, NotYou, P } from './parts';

/** D07, to the old address: the one that an owner still reads when somebody else has asked. */
export const letter: Letter<'addressChanged'> = {
  subject: ({ done }) => (done ? 'Votre adresse de courriel a été changée' : 'Un changement d’adresse a été demandé'),
  preheader: () => 'Si c’est vous, il n’y a rien à faire.',
  why: ({ done }) => `C’${done ? 'était' : 'est'} l’adresse de votre compte Aurora50, et ce changement vous concerne.`,
  body: ({ name, newEmail, done, path }) => (
    <>
      <Greeting name={name} />
      <P>
        {done
          ? 'Votre compte Aurora50 a changé d’adresse. C’est désormais celle-ci :'
          : 'Quelqu’un, sans doute vous, veut donner une autre adresse à votre compte Aurora50 :'}
      </P>
      <Facts facts={[['Nouvelle adresse', emailAddress(newEmail)]]} />
      <P>
        {done
          ? 'Vous vous connecterez avec elle, et nos courriels y arriveront. Ce courriel est le dernier à l’ancienne adresse.'
          : 'Rien ne change tant que la nouvelle adresse n’est pas confirmée, par un courriel que nous venons d’y envoyer.'}{' '}
        Si c’est vous, il n’y a rien d’autre à faire ici.
      </P>
      <NotYou>
        {done ? 'Vous avez 7 jours pour reprendre votre adresse' : 'Arrêtez cette demande'}, avec ce lien :
      </NotYou>
      <Action path={path}>Protéger mon compte</Action>
    </>
  ),
  example: {
    name: 'Gérard Petit',
    newEmail: 'gerard.petit@exemple.fr',
    done: false,
    path: '/courriel/reprendre/b6n2xk9w4mhs7vq3ptz8r5yfcd',
  },
};
