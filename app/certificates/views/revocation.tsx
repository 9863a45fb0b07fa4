import type { Certificate } from '~/certificates/rules';
import { Button, LinkButton } from '~/ui/button';
import { ChoiceGroup } from '~/ui/choice';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type RevocationPageProps = { readonly certificate: Certificate; readonly errors: Readonly<Record<string, string>> };

/** For admins: what cannot be taken back is asked first. */
export function RevocationPage({ certificate, errors }: RevocationPageProps) {
  const { id, memberName, courseTitle } = certificate;
  const page = href('certificate', { attestation: id });
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Attestation', href: page }]} here="Retirer" />
      <h1>Retirer cette attestation ?</h1>
      <p>
        {memberName} a reçu une attestation pour « {courseTitle} ». Une fois retirée, elle ne pourra plus être rendue
        valable : sa page et la liste publique des retraits le diront à quiconque la vérifie.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate action={href('revokeCertificate', { attestation: id })}>
        <ChoiceGroup
          name="motif"
          legend="Pourquoi ?"
          value={undefined}
          error={errors.motif}
          layout="colonne"
          choices={[
            { value: 'erreur', label: 'Elle a été délivrée par erreur' },
            { value: 'fraude', label: 'Les règles du cours ont été contournées' },
          ]}
        />
        <div className="boutons">
          <Button kind="danger">Retirer l’attestation</Button>
          <LinkButton kind="second" href={page}>
            La garder
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
