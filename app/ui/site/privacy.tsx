import { Contact, type HouseProps, TextPage } from '~/ui/site/text-page';
import { TECHNICIANS_READ } from '~/ui/site/who-reads';
import { Table } from '~/ui/table';
import { href } from '~/urls';

export function PrivacyPage(props: HouseProps & { readonly kept: readonly KeptLine[] }) {
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
        <Kept kept={props.kept} />
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

/** A line of the register of processing (P05), as a reader sees it. */
export type KeptLine = {
  readonly what: string;
  readonly why: string;
  readonly ground: string;
  readonly until: string;
  readonly seenBy: string;
};

function Kept({ kept }: { readonly kept: readonly KeptLine[] }) {
  return (
    <Table
      caption="Les données, leur raison et leur durée"
      columns={[
        { title: 'Ce que nous gardons', cell: (line: KeptLine) => line.what },
        { title: 'Pourquoi', cell: (line) => line.why },
        { title: 'Sur quel fondement', cell: (line) => line.ground },
        { title: 'Jusqu’à quand', cell: (line) => line.until },
        { title: 'Qui le voit', cell: (line) => line.seenBy },
      ]}
      rows={kept}
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
        Tout cela se fait sur la page <a href={href('myData')}>Mes données</a> : une copie dans un fichier, vos accords,
        qui a regardé vos données, et l’effacement de votre compte, avec un reçu. Vous pouvez aussi nous écrire ; la
        réponse doit venir en un mois.
      </p>
      <Contact {...props} />
      <p>
        Si la réponse ne vous convient pas, vous pouvez vous plaindre auprès de la CNIL :{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
    </section>
  );
}
