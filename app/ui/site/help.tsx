import { Contact, type Figures, type HouseProps, TextPage } from '~/ui/site/text-page';
import { href } from '~/urls';

/** What one asks before signing up and on the first evenings; only what exists today. */
export function HelpPage({ figures, ...props }: HouseProps & { readonly figures: Figures }) {
  return (
    <TextPage
      title="Aide"
      intro="Les réponses aux questions de tous les jours. Vous ne pouvez rien casser : essayez tranquillement."
    >
      <Reading />
      <Talking {...figures} />
      <Learning />
      <Account {...figures} />
      <section>
        <h2>Quand quelque chose ne marche pas</h2>
        <ul>
          <li>
            La page ne répond plus : rechargez-la. Ce que vous étiez en train d’écrire est gardé sur votre appareil.
          </li>
          <li>
            « Reconnexion… » s’affiche : le réseau est coupé un instant. Attendez ; les messages arriveront tout seuls.
          </li>
          <li>
            Une page d’erreur apparaît : elle dit ce qui s’est passé et ce que vous pouvez faire. Si vous demandez de
            l’aide, recopiez la référence écrite en bas de cette page.
          </li>
        </ul>
      </section>
      <section>
        <h2>Nous écrire</h2>
        <Contact {...props} />
      </section>
    </TextPage>
  );
}

function Reading() {
  return (
    <section>
      <h2>Lire confortablement</h2>
      <p>
        En haut de chaque page, appuyez sur « Affichage ». Vous y choisissez quatre tailles de texte et trois
        présentations : claire, sombre, ou très contrastée. Votre choix est gardé.
      </p>
      <p>Toutes les pages s’impriment en grands caractères, sans les boutons.</p>
    </section>
  );
}

function Talking({ editing }: Figures) {
  return (
    <section>
      <h2>Dans un salon</h2>
      <h3>Trouver un salon</h3>
      <p>
        La page <a href={href('salons')}>Salons</a> montre les salons ouverts à tous. Si l’on vous a donné un code de
        huit signes (six pour les plus anciens), saisissez-le en haut de cette page : majuscules et minuscules comptent
        de la même façon.
      </p>
      <h3>Écrire, répondre, réagir</h3>
      <p>
        Écrivez en bas de la page, puis appuyez sur « Envoyer ». Sous chaque message, « Répondre ou réagir » ouvre les
        autres possibilités.
      </p>
      <h3>Corriger ou supprimer</h3>
      <p>
        Vous pouvez corriger un message pendant {editing} ; il porte alors la mention « modifié ». Vous pouvez supprimer
        les vôtres quand vous voulez. On vous demande toujours confirmation.
      </p>
      <h3>Inviter quelqu’un</h3>
      <p>
        Dans le salon, « Partager » donne un code à dicter, un lien à envoyer et un dessin à photographier avec un
        téléphone.
      </p>
      <h3>Quitter un salon</h3>
      <p>Dans le salon, ouvrez « Ce salon », puis « Quitter le salon ». Vos messages y restent.</p>
    </section>
  );
}

function Learning() {
  return (
    <section>
      <h2>Dans un cours</h2>
      <h3>Commencer et reprendre</h3>
      <p>
        La page <a href={href('courses')}>Cours</a> montre les sept cours. La première leçon de chacun est libre. Une
        fois le cours commencé, l’accueil et <a href={href('myCourses')}>Mon parcours</a> mènent à la prochaine leçon à
        lire.
      </p>
      <h3>Une leçon est fermée</h3>
      <p>
        Les leçons s’ouvrent peu à peu, à 6 h du matin. La page du cours dit quel jour. Rien ne se perd si vous tardez.
      </p>
      <h3>Regarder ou lire un film</h3>
      <p>
        Appuyez sur « Lire le film ». Tout ce qu’il montre est aussi écrit juste dessous, image par image, dans la
        taille de texte que vous avez choisie.
      </p>
      <h3>Faire une pause, finir</h3>
      <p>
        En bas de la page du cours, mettez-le en pause ou quittez-le : votre place et vos notes sont gardées. Quand
        toutes les leçons sont terminées, votre attestation vous attend dans Mon parcours.
      </p>
    </section>
  );
}

function Account({ plans, lettersPerHour }: Figures) {
  return (
    <section>
      <h2>Votre compte</h2>
      <h3>Mot de passe oublié</h3>
      <p>
        Demandez un courriel : soit pour <a href={href('forgottenPassword')}>choisir un nouveau mot de passe</a>, soit
        pour <a href={href('signInLetter')}>entrer sans mot de passe</a>. Dans les deux cas, le lien ne sert qu’une
        fois.
      </p>
      <h3>Le courriel n’arrive pas</h3>
      <p>
        Regardez dans le dossier « indésirables », parfois appelé « spam », et vérifiez l’adresse. Si vous en avez
        demandé plusieurs, seul le plus récent est bon. Pas plus de {lettersPerHour} par heure partent vers une même
        adresse.
      </p>
      <h3>Confirmer son adresse</h3>
      <p>
        Tant que votre adresse n’est pas confirmée, vous pouvez lire, mais pas écrire. Ouvrez notre courriel, ou{' '}
        <a href={href('waiting')}>recopiez son code</a>.
      </p>
      <h3>Sur un appareil partagé</h3>
      <p>
        Ne cochez pas « Ne plus me demander le mot de passe », et terminez par « Me déconnecter », sous votre nom, en
        haut de la page.
      </p>
      <h3>Les limites du compte gratuit</h3>
      <p>
        Il permet d’écrire {plans.messages}, de rejoindre {plans.joined}, de tenir {plans.owned} et d’ouvrir{' '}
        {plans.views} ; dans les cours, de lire {plans.lessons}. La lecture des salons n’est pas limitée. Les messages
        et les fiches du jour se comptent de minuit à minuit, heure de Paris.
      </p>
    </section>
  );
}
