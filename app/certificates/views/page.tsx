import type { ReactNode } from 'react';
import { type Certificate, canRenew, extentOf, REASONS } from '~/certificates/rules';
import { Button, LinkButton } from '~/ui/button';
import { fullDay, ofBefore } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';

type CertificatePageProps = {
  readonly certificate: Certificate;
  /** Checked on this very request. */
  readonly genuine: boolean;
  /** Its address in full. */
  readonly address: string;
  /** Drawn by us; no part of it comes from a member. */
  readonly qrSvg: string;
  readonly mayRevoke: boolean;
};

/** What anybody sees who was given the address, or has scanned it from the paper. */
export function CertificatePage(props: CertificatePageProps) {
  return props.certificate.revokedAt ? <Revoked {...props.certificate} /> : <Standing {...props} />;
}

function Standing({ certificate, genuine, address, qrSvg, mayRevoke }: CertificatePageProps) {
  const { id, memberName, courseTitle } = certificate;
  return (
    <article className="attestation">
      <p className="surtitre">Attestation</p>
      <h1>{memberName}</h1>
      <p className="chapeau">
        a terminé le cours <strong>« {courseTitle} »</strong>
      </p>
      <Verdict genuine={genuine} />
      <a className="feuille" href={href('certificatePdf', { attestation: id })}>
        <img src={href('certificateSvg', { attestation: id })} alt="" width="842" height="595" />
        <span>Ouvrir l’attestation à imprimer (PDF)</span>
      </a>
      <Facts {...certificate} />
      <Downloads id={id} />
      <Check id={id} address={address} qrSvg={qrSvg} />
      {canRenew(certificate) && <Renew {...certificate} />}
      {mayRevoke && (
        <p className="outils-attestation">
          <LinkButton kind="second" href={href('revokeCertificate', { attestation: id })}>
            Retirer cette attestation
          </LinkButton>
        </p>
      )}
    </article>
  );
}

function Verdict({ genuine }: { readonly genuine: boolean }) {
  return (
    <div className={`avis ${genuine ? 'succes' : 'alerte'}`}>
      <Icon name={genuine ? 'check' : 'alert'} />
      <div>
        <strong>{genuine ? 'Attestation vérifiée' : 'Cette attestation ne peut pas être vérifiée'}</strong>
        <p>
          {genuine
            ? 'Aurora50 l’a signée, et rien n’y a été changé depuis.'
            : 'Sa signature ne correspond pas à ce qu’elle dit. Ne vous y fiez pas.'}
        </p>
      </div>
    </div>
  );
}

function Facts(certificate: Certificate) {
  const { memberName, courseTitle, courseSummary, startedAt, completedAt, issuedAt, id } = certificate;
  const facts: readonly (readonly [string, string])[] = [
    ['Délivrée à', memberName],
    ['Cours', courseSummary ? `${courseTitle}. ${courseSummary}` : courseTitle],
    ['Étendue', extentOf(certificate)],
    ['Commencé', fullDay(startedAt)],
    ['Terminé', fullDay(completedAt)],
    ['Délivrée', `${fullDay(issuedAt)}, par Aurora50`],
    ['Numéro', id],
  ];
  return (
    <section>
      <h2>Ce qu’elle dit</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="aide">
        Elle dit qu’un cours a été suivi jusqu’au bout. Ce n’est ni un diplôme ni un titre professionnel.
      </p>
    </section>
  );
}

function Downloads({ id }: { readonly id: string }) {
  const place = { attestation: id };
  return (
    <section>
      <h2>La garder</h2>
      <p>Une page A4, à encadrer ou à joindre à un dossier.</p>
      <p className="boutons">
        <a className="bouton principal" href={href('certificatePdf', place)} download>
          <Icon name="down" /> Télécharger la feuille (PDF)
        </a>
      </p>
      <details className="deroule">
        <summary>La garder autrement</summary>
        <ul className="telechargements">
          <Download to={href('certificatePng', place)} label="Image (PNG)">
            À envoyer ou à publier. La preuve voyage dans l’image.
          </Download>
          <Download to={href('certificateSvg', place)} label="Dessin (SVG)">
            Le même, net à toutes les tailles. La preuve est dedans aussi.
          </Download>
          <Download to={href('certificateJson', place)} label="Preuve seule (JSON)">
            Le fichier signé, pour les portefeuilles de badges (Open Badges 3.0).
          </Download>
        </ul>
      </details>
    </section>
  );
}

function Download({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  return (
    <li>
      <a href={to} download>
        <Icon name="down" /> {label}
      </a>
      <span className="aide">{children}</span>
    </li>
  );
}

type CheckProps = { readonly id: string; readonly address: string; readonly qrSvg: string };

function Check({ id, address, qrSvg }: CheckProps) {
  return (
    <section className="partage">
      <h2>La vérifier</h2>
      <p>Cette page refait la vérification chaque fois qu’on l’ouvre. Son adresse :</p>
      <p>
        <a href={href('certificate', { attestation: id })}>{address}</a>
      </p>
      <figure>
        <div className="qr" dangerouslySetInnerHTML={{ __html: qrSvg }} />
        <figcaption>À photographier avec un téléphone</figcaption>
      </figure>
      <details className="deroule">
        <summary>Vérifier sans passer par Aurora50</summary>
        <p>
          La preuve est un document public et normalisé (W3C Verifiable Credential, signature Ed25519). Elle contient la
          clé qui l’a signée : n’importe quel vérificateur d’Open Badges 3.0 peut la contrôler, même hors connexion,
          même si ce site n’existait plus. Nos clés sont publiées sur{' '}
          <a href={href('attestationIssuer')}>notre fiche d’émetteur</a>.
        </p>
      </details>
    </section>
  );
}

function Renew({ id, memberName, myName }: Certificate) {
  return (
    <section>
      <h2>Votre nom a changé ?</h2>
      <p>
        Cette attestation porte le nom {ofBefore(memberName)}
        <strong>{memberName}</strong> ; votre profil dit maintenant <strong>{myName}</strong>. Vous pouvez la recevoir
        de nouveau, avec les mêmes dates. Celle-ci cessera d’être valable, et son adresse ne montrera plus votre ancien
        nom.
      </p>
      <form method="post" noValidate action={href('renewCertificate', { attestation: id })}>
        <Button kind="second" icon="refresh">
          La recevoir à mon nom actuel
        </Button>
      </form>
    </section>
  );
}

/** Without a name: whoever was replaced did not want the old one to be read. */
function Revoked({ revokedAt, reason, successor, isMine }: Certificate) {
  return (
    <div className="etroit">
      <h1>Cette attestation n’est plus valable</h1>
      <Notice tone="alerte">
        <p>
          Elle a été retirée le {fullDay(revokedAt ?? new Date(0))}. {REASONS[reason ?? 'error']}
        </p>
      </Notice>
      {isMine && successor && (
        <p>
          <LinkButton kind="principal" href={href('certificate', { attestation: successor })}>
            Voir celle qui la remplace
          </LinkButton>
        </p>
      )}
      {isMine && !successor && (
        <p>
          C’était la vôtre. Si vous pensez que c’est une erreur, écrivez-nous : l’adresse est dans les{' '}
          <a href={href('legal')}>mentions légales</a>.
        </p>
      )}
    </div>
  );
}
