import { Contact, type HouseProps, TextPage } from '~/ui/site/text-page';
import { TECHNICIANS_READ } from '~/ui/site/who-reads';
import { Table } from '~/ui/table';

export function PrivacyPage(props: HouseProps) {
  return (
    <TextPage
      title="Confidentialité"
      intro="Ce que nous savons de vous, pourquoi, combien de temps, et ce que vous pouvez demander."
    >
      <section>
        <h2>En trois phrases</h2>
        <ul>
          <li>Nous ne gardons que ce qui fait marcher votre compte et vos salons.</li>
          <li>Nous ne vendons rien, nous ne montrons aucune publicité, et aucun outil ne suit vos visites.</li>
          <li>Votre adresse de courriel n’est montrée à aucun membre.</li>
        </ul>
      </section>
      <section>
        <h2>Ce que nous gardons</h2>
        <Kept />
      </section>
      <section>
        <h2>Qui lit vos messages</h2>
        <p>
          Les membres du salon où vous écrivez, y compris ceux qui y entreront plus tard. Un salon « ouvert à tous »
          peut être rejoint par tout membre d’Aurora50 ; un salon privé, par ceux qui en ont le code. La personne qui
          tient un salon ouvert à tous peut montrer les trois derniers messages aux membres avant qu’ils entrent : « Ce
          salon », puis « Ce qu’on voit avant d’entrer », vous le dit. {TECHNICIANS_READ}
        </p>
      </section>
      <Device />
      <Rights {...props} />
    </TextPage>
  );
}

type Line = { readonly what: string; readonly why: string; readonly until: string };

const KEPT: readonly Line[] = [
  {
    what: 'Nom, adresse de courriel, mot de passe',
    why: 'Ouvrir votre compte et vous reconnaître. Le mot de passe est gardé sous une forme que personne ne peut relire.',
    until: 'Tant que le compte existe.',
  },
  {
    what: 'Messages, réactions, salons',
    why: 'Les montrer aux membres de vos salons.',
    until: 'Jusqu’à ce que vous les supprimiez. Le texte d’un message supprimé est effacé.',
  },
  {
    what: 'L’endroit où votre lecture s’est arrêtée',
    why: 'Vous montrer les nouveaux messages.',
    until: 'Tant que vous êtes membre du salon.',
  },
  {
    what: 'Date et version de votre accord',
    why: 'Pouvoir prouver que vous avez accepté, et quoi.',
    until: 'Tant que le compte existe.',
  },
  {
    what: 'Inscription sans confirmation de l’adresse',
    why: 'Vous laisser le temps d’ouvrir notre courriel.',
    until: 'Sept jours, puis le compte et tout ce qui va avec sont effacés.',
  },
  {
    what: 'Taille du texte, présentation',
    why: 'Retrouver la page comme vous l’aimez.',
    until: 'Tant que le compte existe ; un an sur un appareil sans compte.',
  },
  {
    what: 'Votre présence dans un salon',
    why: 'Dire aux autres que vous êtes là.',
    until: 'Tant que la page est ouverte, et une minute de plus environ.',
  },
  {
    what: 'L’heure de votre dernière action, et rien de ce qu’elle était',
    why: 'Dire aux membres de vos salons si vous êtes en ligne ou absent, et quand vous êtes passé. Vos réglages permettent de ne pas le montrer.',
    until: 'Jusqu’à l’action suivante.',
  },
  {
    what: 'Nombre de messages du jour',
    why: 'Appliquer la limite du compte gratuit.',
    until: 'Un jour.',
  },
  {
    what: 'Adresse de connexion à internet (adresse IP)',
    why: 'Freiner ceux qui essaient des mots de passe ou des codes au hasard.',
    until: 'Deux heures au plus.',
  },
  {
    what: 'Journal technique : page, heure, durée, numéro de compte',
    why: 'Comprendre une panne. Il ne contient ni texte de message, ni adresse.',
    until: 'Le temps fixé par l’éditeur du site.',
  },
];

function Kept() {
  return (
    <Table
      caption="Les données, leur raison et leur durée"
      columns={[
        { title: 'Ce que nous gardons', cell: (line: Line) => line.what },
        { title: 'Pourquoi', cell: (line) => line.why },
        { title: 'Jusqu’à quand', cell: (line) => line.until },
      ]}
      rows={KEPT}
    />
  );
}

function Device() {
  return (
    <section>
      <h2>Ce qui reste sur votre appareil</h2>
      <p>
        Il n’y a pas de bandeau à accepter, parce qu’il n’y a rien de facultatif. Votre appareil retient seulement :
      </p>
      <ul>
        <li>
          votre connexion (<code>aurora_session</code>) : un jour, ou trois mois si vous avez coché « Ne plus me
          demander le mot de passe » ;
        </li>
        <li>
          ce qui dit que c’est le même appareil (<code>aurora_appareil</code>) : treize mois. Nous vous prévenons par un
          courriel quand votre compte s’ouvre sur un appareil inconnu ;
        </li>
        <li>
          ce qui dit que vous attendez un courriel de nous (<code>aurora_attente</code>) : trois jours au plus ;
        </li>
        <li>
          la taille du texte et les couleurs (<code>aurora_confort</code>) : un an ;
        </li>
        <li>le message que vous étiez en train d’écrire, jusqu’à son envoi ou votre déconnexion ;</li>
        <li>une page à montrer quand le réseau est coupé ; elle ne contient rien de vous.</li>
      </ul>
      <p>Les caractères, les dessins et le programme de la page viennent de ce site. Aucun autre site n’est appelé.</p>
    </section>
  );
}

function Rights(props: HouseProps) {
  return (
    <section>
      <h2>Vos droits</h2>
      <p>
        Le règlement européen (RGPD) vous permet de demander à voir vos données, à les faire corriger ou effacer, à les
        recevoir dans un fichier, à limiter ou à refuser leur usage. Nous nous appuyons sur le contrat qui nous lie pour
        votre compte et vos messages, et sur l’intérêt légitime de protéger le service pour l’adresse IP et le journal.
      </p>
      <p>
        Aujourd’hui, ces demandes se font par courriel ; il n’y a pas encore de bouton. La réponse doit venir en un
        mois.
      </p>
      <Contact {...props} />
      <p>
        Si la réponse ne vous convient pas, vous pouvez vous plaindre auprès de la CNIL :{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
    </section>
  );
}
