import { Contact, type Figures, type HouseProps, TextPage } from '~/ui/site/text-page';
import { href } from '~/urls';

export function TermsPage({ plans, ...props }: HouseProps & Pick<Figures, 'plans'>) {
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
          Aujourd’hui, tout compte est gratuit, et aucune carte bancaire n’est demandée. Un compte gratuit permet
          d’écrire {plans.messages}, de rejoindre {plans.joined}, de tenir {plans.owned} et d’ouvrir {plans.views} ;
          dans les cours, de lire {plans.lessons}.
        </p>
        <p>
          Des abonnements sont annoncés, mais aucun ne se prend encore en ligne. Le jour où ce sera possible, ces
          conditions seront complétées, et rien ne vous sera facturé sans que vous l’ayez choisi.
        </p>
      </section>
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
