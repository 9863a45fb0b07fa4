import { href } from '~/urls';
import { Contact, type HouseProps, TextPage } from './text-page';

/** U12: every way back into an account, the quickest first, and the slow one that always exists. */
export function LostKeysPage(props: HouseProps) {
  return (
    <TextPage
      title="Je ne retrouve plus rien"
      intro="Votre compte n’est pas perdu. Voici les chemins pour y revenir, du plus rapide au plus lent."
    >
      <section>
        <h2>Un autre appareil est encore connecté</h2>
        <p>
          Sur cet appareil, ouvrez « Mes réglages », puis « Passer sur un autre appareil ». Ici, allez à la page{' '}
          <a href={href('sessionTransferCode')}>Ouvrir ma session ici</a> et recopiez le code.
        </p>
      </section>
      <section>
        <h2>Vous avez imprimé une carte d’accès</h2>
        <p>
          Prenez-la, et allez à la page <a href={href('cardSignIn')}>Entrer avec ma carte d’accès</a>.
        </p>
      </section>
      <section>
        <h2>Vous recevez encore vos courriels</h2>
        <p>
          <a href={href('signInLetter')}>Recevez un code par courriel</a>, ou{' '}
          <a href={href('forgottenPassword')}>choisissez un nouveau mot de passe</a>. Plusieurs adresses ? Essayez-les
          l’une après l’autre.
        </p>
      </section>
      <section>
        <h2>Ni appareil, ni carte, ni courriel</h2>
        <p>
          Il reste une personne. Rendre un compte demande une semaine : si ce n’est pas vous qui écrivez, son
          propriétaire doit avoir le temps de dire non.
        </p>
        <Contact {...props} />
        {props.publisher.email && <SlowWay />}
        <p>Personne ne vous demandera jamais un mot de passe, un code ou de l’argent.</p>
      </section>
    </TextPage>
  );
}

function SlowWay() {
  return (
    <ol>
      <li>Écrivez votre nom dans Aurora50, votre ancienne adresse, et le nom d’un salon que vous fréquentez.</li>
      <li>Nous vous posons quelques questions dont personne d’autre n’a la réponse.</li>
      <li>Nous écrivons à l’ancienne adresse, et nous attendons 7 jours une objection.</li>
      <li>Sans objection, nous donnons votre nouvelle adresse au compte, et vous choisissez un mot de passe.</li>
    </ol>
  );
}
