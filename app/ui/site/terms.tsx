import { Contact, type Figures, type HouseProps, TextPage } from '~/ui/site/text-page';
import { href } from '~/urls';

type TermsPageProps = HouseProps & Pick<Figures, 'plans'> & { readonly sells: boolean };

export function TermsPage({ plans, sells, ...props }: TermsPageProps) {
  return (
    <TextPage
      title="Conditions d’utilisation"
      intro="Ce que nous vous proposons, ce que cela coûte, et ce que chacun doit à l’autre."
    >
      <section>
        <h2>Le service</h2>
        <p>
          Aurora50 propose des salons de conversation par écrit aux personnes de 50 ans et plus. Nous ne demandons pas
          de pièce d’identité. Il faut un compte pour entrer dans un salon.
        </p>
      </section>
      <section>
        <h2>Le prix</h2>
        <p>
          Un compte gratuit permet d’écrire {plans.messages}, de rejoindre {plans.joined}, de tenir {plans.owned} et
          d’ouvrir {plans.views} ; dans les cours, de lire {plans.lessons}. Il n’a pas de limite de durée, et aucune
          carte bancaire n’est demandée.
        </p>
        <p>
          La formule Premium coûte {plans.monthly} par mois et la formule Annuel {plans.yearly} par an, taxes comprises.
          Elles ouvrent la même chose, qui est dite sur la page <a href={href('plans')}>des formules et des prix</a>.
          {!sells && ' Sur ce site, le paiement n’est pas installé : rien ne peut s’y acheter.'}
        </p>
      </section>
      <Subscription plans={plans} />
      <section>
        <h2>Votre compte</h2>
        <ul>
          <li>Un compte est à une seule personne. Choisissez un mot de passe et ne le donnez à personne.</li>
          <li>Vous pouvez cesser de l’utiliser à tout moment, et nous demander de l’effacer.</li>
          <li>
            L’éditeur peut fermer un compte qui ne respecte pas les <a href={href('houseRules')}>règles de la maison</a>
            . Il dit pourquoi, et vous pouvez répondre.
          </li>
        </ul>
      </section>
      <section>
        <h2>Ce que vous écrivez</h2>
        <p>
          Vos mots restent à vous. Vous nous permettez seulement de les garder et de les montrer aux membres du salon où
          vous les écrivez, tant que vous ne les avez pas supprimés. Vous en êtes responsable, comme de toute parole
          publique.
        </p>
      </section>
      <section>
        <h2>Ce que nous devons, et ce que nous ne promettons pas</h2>
        <p>
          Nous faisons de notre mieux pour que le service soit ouvert, sûr et agréable. Nous ne promettons pas qu’il le
          sera à toute heure : des pannes et des travaux arrivent. Les propos des membres n’engagent qu’eux, et ne
          remplacent pas l’avis d’un médecin, d’un notaire ou d’un autre professionnel.
        </p>
        <p>Rien dans cette page ne réduit les droits que la loi vous donne.</p>
      </section>
      <section>
        <h2>Si ces conditions changent</h2>
        <p>
          La nouvelle version sera publiée à cette adresse. La loi française s’applique. En cas de désaccord,
          écrivez-nous d’abord : la plupart des choses s’arrangent ainsi.
        </p>
        <Contact {...props} />
      </section>
    </TextPage>
  );
}

function Subscription({ plans }: Pick<Figures, 'plans'>) {
  return (
    <section>
      <h2>L’abonnement</h2>
      <ul>
        <li>
          Il commence au paiement et se renouvelle au même prix, chaque mois ou chaque année, tant que vous ne l’arrêtez
          pas. Avant chaque renouvellement annuel, un courriel vous le rappelle.
        </li>
        <li>
          Vous le <a href={href('cancelPlan')}>résiliez en ligne</a>, quand vous voulez, en trois étapes au plus. Vous
          gardez vos accès jusqu’au dernier jour payé, puis votre compte redevient gratuit et tout ce que vous avez fait
          reste à vous.
        </li>
        <li>
          Pendant {plans.withdrawal} après l’abonnement, vous pouvez changer d’avis sans dire pourquoi, depuis « Mon
          abonnement » : tout ce que vous avez payé vous est rendu.
        </li>
        <li>
          Si un paiement n’aboutit pas, nous vous le disons et vos accès restent ouverts {plans.grace}, le temps de
          régler.
        </li>
        <li>
          Si un prix doit changer, vous l’apprenez avant, et le nouveau prix ne vaut qu’à partir du renouvellement.
        </li>
        <li>Le paiement se fait chez Stripe. Votre numéro de carte ne passe pas par Aurora50.</li>
      </ul>
    </section>
  );
}
