import { DELETION_DAYS } from '~/salons/rules/keeping';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { fullDay } from '~/ui/format';
import { ErrorSummary } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { href } from '~/urls';

type DeletionPageProps = {
  readonly salon: {
    readonly id: string;
    readonly name: string;
    readonly memberCount: number;
    readonly deleteAt: Date | null;
  };
  readonly typed: string;
  readonly errors: Readonly<Record<string, string>>;
};

/** R07: what goes and when, the name typed again; and as long as it stands, the way back. */
export function DeletionPage(props: DeletionPageProps) {
  const { salon } = props;
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
    { label: 'Réglages', href: href('salonSettings', { salon: salon.id }) },
  ];
  return (
    <div className="etroit">
      <Breadcrumb crumbs={crumbs} here="Supprimer le salon" />
      {salon.deleteAt ? <CallOff salon={salon} deleteAt={salon.deleteAt} /> : <Ask {...props} />}
    </div>
  );
}

function Ask({ salon, typed, errors }: DeletionPageProps) {
  const settings = href('salonSettings', { salon: salon.id });
  return (
    <>
      <h1>
        Supprimer « <bdi>{salon.name}</bdi> » ?
      </h1>
      <ErrorSummary errors={errors} />
      <p>
        Le salon ferme aussitôt : {salon.memberCount > 1 ? 'ses membres peuvent' : 'vous pouvez'} encore le relire, plus
        y écrire. Dans {DELETION_DAYS} jours, il disparaît avec tous ses messages, sans retour possible. Jusque-là, un
        seul bouton annule tout.
      </p>
      <p>
        Pour garder les conversations, préférez l’<a href={settings}>archiver</a> ou le{' '}
        <a href={href('salonMembers', { salon: salon.id })}>confier à un membre</a>.
      </p>
      <form method="post" noValidate action={href('salonDeletion', { salon: salon.id })}>
        <Field
          name="nom"
          label="Pour confirmer, recopiez le nom du salon"
          hint={salon.name}
          value={typed}
          error={errors.nom}
          maxLength={80}
          autoComplete="off"
        />
        <div className="boutons">
          <Button kind="danger" icon="trash">
            Supprimer dans {DELETION_DAYS} jours
          </Button>
          <LinkButton kind="second" href={settings}>
            Garder le salon
          </LinkButton>
        </div>
      </form>
    </>
  );
}

function CallOff({ salon, deleteAt }: Pick<DeletionPageProps, 'salon'> & { readonly deleteAt: Date }) {
  return (
    <>
      <h1>Annuler la suppression ?</h1>
      <p>
        « <bdi>{salon.name}</bdi> » sera supprimé le {fullDay(deleteAt)}, avec tous ses messages. Si vous annulez, il
        rouvre tel qu’il était.
      </p>
      <form method="post" noValidate action={href('salonDeletion', { salon: salon.id })}>
        <Button kind="principal" icon="refresh" name="annuler" value="on">
          Annuler la suppression
        </Button>
      </form>
    </>
  );
}
