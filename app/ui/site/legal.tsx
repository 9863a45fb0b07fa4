import type { Publisher } from '~/config';
import { Notice } from '~/ui/notice';
import { Contact, type HouseProps, TextPage } from '~/ui/site/text-page';

/** Law of 21 June 2004, article 1-1: who publishes this site, and on whose machines. */
export function LegalPage(props: HouseProps) {
  const { publisher, isDemo } = props;
  const isWhole = publisher.name && publisher.address && publisher.email && publisher.host;
  return (
    <TextPage title="Mentions légales" intro="Qui publie ce site, qui l’héberge, et comment nous joindre.">
      {isDemo && (
        <Notice tone="info">
          <p>Ce site est une démonstration. Ses membres et leurs messages sont inventés.</p>
        </Notice>
      )}
      {!isDemo && !isWhole && (
        <Notice tone="alerte">
          <p>
            Cette page n’est pas complète. L’éditeur doit renseigner les réglages EDITEUR_NOM, EDITEUR_ADRESSE,
            EDITEUR_COURRIEL et HEBERGEUR avant d’ouvrir le site au public.
          </p>
        </Notice>
      )}
      <section>
        <h2>L’éditeur et l’hébergeur</h2>
        <Identity {...publisher} />
      </section>
      <section>
        <h2>Nous joindre</h2>
        <Contact {...props} />
      </section>
      <section>
        <h2>Ce qui est à qui</h2>
        <p>
          Les messages appartiennent aux membres qui les ont écrits. Le nom, les dessins et les textes d’Aurora50
          appartiennent à l’éditeur.
        </p>
        <p>
          Les caractères sont l’Atkinson Hyperlegible, du Braille Institute, et le Fraunces (licence SIL Open Font). Les
          petits dessins viennent de Lucide (licence ISC).
        </p>
      </section>
      <section>
        <h2>Signaler un contenu illicite</h2>
        <p>
          Écrivez à l’adresse ci-dessus en donnant le nom du salon, le jour et l’heure du message, et la raison de votre
          signalement. Vous pouvez aussi passer par <a href="https://www.internet-signalement.gouv.fr/">Pharos</a>, le
          service de la police et de la gendarmerie.
        </p>
      </section>
    </TextPage>
  );
}

function Identity({ name, address, email, host }: Publisher) {
  return (
    <dl className="pile fiche">
      <dt>Éditeur et directeur de la publication</dt>
      <dd>{name ?? TO_FILL_IN}</dd>
      <dt>Adresse</dt>
      <dd>{address ?? TO_FILL_IN}</dd>
      <dt>Courriel</dt>
      <dd>{email ?? TO_FILL_IN}</dd>
      <dt>Hébergeur</dt>
      <dd>{host ?? TO_FILL_IN}</dd>
    </dl>
  );
}

const TO_FILL_IN = 'Pas encore renseigné';
