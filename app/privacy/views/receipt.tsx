import { Fragment } from 'react';
import { fullDay, fullMoment } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { NarrowPage } from '~/ui/page';
import { href } from '~/urls';

type ReceiptPageProps = {
  readonly receipt: {
    readonly reference: string;
    readonly erasedAt: Date;
    readonly backupsUntil: Date;
    readonly keepsMessages: boolean;
    readonly keepsCertificates: boolean;
  };
  /** Checked on this very request. */
  readonly genuine: boolean;
};

/** Open to whoever has the reference; it names nobody. */
export function ReceiptPage({ receipt, genuine }: ReceiptPageProps) {
  const { reference, erasedAt, backupsUntil, keepsMessages, keepsCertificates } = receipt;
  const facts: readonly (readonly [string, string])[] = [
    ['Référence', reference],
    ['Effacé', fullMoment(erasedAt)],
    ['Messages', keepsMessages ? 'gardés dans les salons, sans nom' : 'effacés'],
    ['Attestations', keepsCertificates ? 'gardées : elles restent vérifiables' : 'retirées et effacées'],
    ['Copies de secours', `détruites le ${fullDay(backupsUntil)} au plus tard`],
  ];
  return (
    <NarrowPage title="Reçu d’effacement">
      <p className="chapeau">Un compte et les informations qui allaient avec ont été effacés d’Aurora50.</p>
      <div className={`avis ${genuine ? 'succes' : 'alerte'}`}>
        <Icon name={genuine ? 'check' : 'alert'} />
        <div>
          <strong>{genuine ? 'Reçu vérifié' : 'Ce reçu ne peut pas être vérifié'}</strong>
          <p>
            {genuine
              ? 'Aurora50 l’a signé, et rien n’y a été changé depuis.'
              : 'Sa signature ne correspond pas à ce qu’il dit. Ne vous y fiez pas.'}
          </p>
        </div>
      </div>
      <dl className="pile fiche">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <h2>Le garder</h2>
      <p>
        Ce reçu ne nomme personne. Le fichier signé se vérifie sans nous, avec la clé publique du site, comme une
        attestation de cours.
      </p>
      <p className="boutons">
        <a className="bouton second" href={href('erasureReceiptJson', { recu: reference })} download>
          <Icon name="down" /> Télécharger le reçu signé (JSON)
        </a>
      </p>
      <p className="note">
        La clé publique du site : <a href={href('attestationIssuer')}>{href('attestationIssuer')}</a>
      </p>
    </NarrowPage>
  );
}
