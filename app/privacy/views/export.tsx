import { Button, LinkButton } from '~/ui/button';
import { fullMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { href } from '~/urls';
import { COPY_DAYS } from '../rules/export';
import { DataPage } from './page';

type CopyPageProps = {
  /** Null: none was asked for. */
  readonly copy: {
    readonly id: string;
    readonly readyAt: Date | null;
    readonly expiresAt: Date | null;
    readonly bytes: number | null;
  } | null;
};

/** P03, U05. */
export function CopyPage({ copy }: CopyPageProps) {
  return (
    <DataPage title="Une copie de mes données">
      <p className="chapeau">Un seul fichier, avec tout ce qu’Aurora50 garde de vous. Il est à vous.</p>
      {copy && !copy.readyAt && <Underway />}
      {copy?.expiresAt && <Ready id={copy.id} expiresAt={copy.expiresAt} bytes={copy.bytes ?? 0} />}
      <section>
        <h2>Ce qu’il contient</h2>
        <ul>
          <li>Des pages à lire : ouvrez « index.html » d’un double clic, même sans connexion.</li>
          <li>Des tableaux, pour un tableur, et les dates de vos leçons, pour un agenda.</li>
          <li>Vos photos et vos attestations.</li>
          <li>Un fichier pour les programmes, à emporter ailleurs.</li>
        </ul>
        <p>
          Les mots des autres membres n’y sont pas : ils sont à eux. Vos mots de passe et vos codes non plus : ils
          n’apprennent rien sur vous.
        </p>
      </section>
      {(!copy || copy.readyAt) && (
        <form method="post" noValidate action={href('dataCopy')} className="pile">
          <p>
            Un courriel vous dira quand elle est prête. Elle reste disponible {COPY_DAYS} jours, pour vous seulement.
          </p>
          <Button kind={copy ? 'second' : 'principal'} icon="down">
            {copy ? 'Préparer une copie plus récente' : 'Préparer ma copie'}
          </Button>
        </form>
      )}
    </DataPage>
  );
}

function Underway() {
  return (
    <Notice tone="info">
      <p>Nous préparons votre copie. Un courriel vous dira quand elle est prête : vous pouvez fermer cette page.</p>
    </Notice>
  );
}

type ReadyProps = { readonly id: string; readonly expiresAt: Date; readonly bytes: number };

function Ready({ id, expiresAt, bytes }: ReadyProps) {
  return (
    <>
      <p className="boutons">
        <LinkButton kind="principal" href={href('exportFile', { copie: id })} icon="down">
          Télécharger ma copie ({size(bytes)})
        </LinkButton>
      </p>
      <p className="note">
        Disponible jusqu’au {fullMoment(expiresAt)}. Rangez le fichier dans un endroit à vous : il parle de vous.
      </p>
    </>
  );
}

/** « 3,2 Mo » */
function size(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'Ko'] : [bytes / 1_000_000, 'Mo'];
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0${unit}`;
}
