import { Contact, type HouseProps, TextPage } from '~/ui/site/text-page';

/** The declaration that article 47 of the law of 11 February 2005 asks of public services; ours is voluntary and has the same parts. */
export function AccessibilityPage(props: HouseProps) {
  return (
    <TextPage
      title="Accessibilité"
      intro="Aurora50 est fait pour être lu et utilisé par tous, avec les yeux, les oreilles et les mains que l’on a."
    >
      <section>
        <h2>Où nous en sommes</h2>
        <p>
          Aurora50 est <strong>partiellement conforme</strong> au référentiel général d’amélioration de l’accessibilité
          (RGAA, version 4.1). Personne d’extérieur ne l’a encore audité : c’est notre propre appréciation, et nous ne
          donnons donc aucun pourcentage.
        </p>
        <p>Cette déclaration a été établie le 23 novembre 2026.</p>
      </section>
      <Offered />
      <Checked />
      <section>
        <h2>Ce qui manque encore</h2>
        <ul>
          <li>Aucun essai n’a encore été mené avec un panel de personnes handicapées.</li>
          <li>Les mots écrits par les membres peuvent être difficiles à lire : nous ne les corrigeons pas.</li>
          <li>Les pages ne sont pas proposées en langue des signes ni en « facile à lire et à comprendre ».</li>
        </ul>
      </section>
      <section>
        <h2>Dites-nous ce qui vous gêne</h2>
        <Contact {...props} />
        <p>
          Indiquez la page, ce que vous vouliez faire, et l’appareil que vous utilisez. Si une page vous reste fermée,
          demandez-nous son contenu sous une autre forme.
        </p>
      </section>
      <Recourse />
    </TextPage>
  );
}

function Offered() {
  return (
    <section>
      <h2>Ce qui est prévu pour vous</h2>
      <ul>
        <li>Quatre tailles de texte et trois présentations, au bouton « Affichage » en haut de chaque page.</li>
        <li>
          Tout se fait au clavier, dans l’ordre de la lecture, et l’endroit où l’on se trouve est toujours visible.
        </li>
        <li>Chaque page fonctionne sans script, avec les images coupées, et dans un navigateur en texte seul.</li>
        <li>Les pages supportent un agrandissement de 400 % sans défilement de côté.</li>
        <li>Dans un salon, l’annonce des nouveaux messages aux lecteurs d’écran peut être mise en pause.</li>
        <li>Rien ne clignote, rien ne presse, et les animations s’arrêtent si votre appareil le demande.</li>
      </ul>
    </section>
  );
}

function Checked() {
  return (
    <section>
      <h2>Ce qui est vérifié, et comment</h2>
      <p>
        À chaque changement, des essais automatiques ouvrent les pages dans un vrai navigateur : ils y cherchent les
        défauts connus (outil axe, avec le contraste renforcé de 7 pour 1), vérifient que le code des pages est valable,
        et refont les parcours au clavier et sans script. Nous regardons aussi les pages en images, petites et grandes,
        dans les trois présentations.
      </p>
      <p>Un outil ne trouve qu’une partie des défauts. C’est pourquoi vos remarques comptent.</p>
    </section>
  );
}

function Recourse() {
  return (
    <section>
      <h2>Si vous n’obtenez pas de réponse</h2>
      <p>
        Vous avez signalé un défaut qui vous empêche d’utiliser le service, et la réponse ne vient pas ou ne vous
        convient pas : vous pouvez saisir le Défenseur des droits.
      </p>
      <ul>
        <li>
          En ligne : <a href="https://formulaire.defenseurdesdroits.fr/">formulaire.defenseurdesdroits.fr</a>
        </li>
        <li>
          Par téléphone : <a href="tel:+33969390000">09 69 39 00 00</a>
        </li>
        <li>
          Auprès du délégué de votre région :{' '}
          <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">la carte des délégués</a>
        </li>
        <li>Par la poste, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07</li>
      </ul>
    </section>
  );
}
