import { Contact, type HouseProps, TextPage } from '~/ui/site/text-page';

export function HouseRulesPage(props: HouseProps) {
  return (
    <TextPage
      title="Les règles de la maison"
      intro="On se parle ici comme à une bonne table : avec curiosité, et avec égards."
    >
      <section>
        <h2>Ce que nous vous demandons</h2>
        <ul>
          <li>
            <strong>Parlez aux gens comme s’ils étaient assis en face de vous.</strong> On peut ne pas être d’accord ;
            on ne rabaisse personne.
          </li>
          <li>
            <strong>Gardez pour vous ce qui se dit dans un salon.</strong> Ne recopiez pas ailleurs les mots ou le nom
            d’un membre sans le lui demander.
          </li>
          <li>
            <strong>Ne vendez rien.</strong> Ni publicité, ni démarchage, ni demande d’argent.
          </li>
          <li>
            <strong>Restez prudent.</strong> Ne donnez jamais un mot de passe, un code reçu par téléphone ou un numéro
            de carte, à personne.
          </li>
          <li>
            <strong>Pour la santé, la loi ou l’argent,</strong> les avis échangés ici sont ceux de voisins. Demandez
            conseil à un professionnel avant de décider.
          </li>
        </ul>
      </section>
      <section>
        <h2>Ce qui n’a pas sa place ici</h2>
        <p>
          Les insultes, les menaces, le harcèlement, les propos racistes, sexistes, homophobes ou qui visent une
          religion ou un handicap, les contenus à caractère sexuel, les tromperies, et tout ce que la loi interdit.
        </p>
      </section>
      <section>
        <h2>Qui veille</h2>
        <p>
          La personne qui tient un salon, et celles qu’elle a chargées de l’aider, peuvent y supprimer un message qui ne
          respecte pas ces règles. À sa place, on lit « Message supprimé ».
        </p>
        <p>
          L’éditeur du site peut fermer un salon ou un compte qui fait du tort aux autres. Il le dit à la personne
          concernée, avec la raison, et elle peut répondre.
        </p>
      </section>
      <section>
        <h2>Si un message vous blesse ou vous inquiète</h2>
        <p>
          Ne répondez pas à chaud. Prévenez la personne qui tient le salon : elle porte la mention « Tient le salon »
          sur la page des membres du salon. Vous pouvez aussi nous écrire, en donnant le nom du salon, le jour et
          l’heure du message.
        </p>
        <Contact {...props} />
        <p>
          En cas de danger immédiat, appelez le 17 (police) ou le 112. Le 3018 aide les victimes de harcèlement en
          ligne, et le 3977 les personnes âgées maltraitées.
        </p>
      </section>
    </TextPage>
  );
}
