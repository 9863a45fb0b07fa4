import type { ReactNode } from 'react';
import { ROLES, type Role } from '~/salons/rules';
import type { OwnBell } from '~/salons/rules/bell';
import { keeps } from '~/salons/rules/keeping';
import { BellForm, type BellValues } from '~/salons/views/bell';
import { SalonFields, type SalonFieldsProps } from '~/salons/views/new';
import { OrderFields, type OrderValues } from '~/salons/views/order';
import { Button, LinkButton } from '~/ui/button';
import { fullDay } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ErrorSummary, Notice } from '~/ui/notice';
import { Breadcrumb } from '~/ui/page';
import { spelt } from '~/ui/share-code';
import { href } from '~/urls';

export type SettingsPageProps = SalonFieldsProps & {
  readonly values: OrderValues;
  readonly salon: {
    readonly id: string;
    readonly name: string;
    readonly shareCode: string;
    readonly isActive: boolean;
    readonly deleteAt: Date | null;
  };
  readonly role: Role;
  readonly joinedAt: Date;
  readonly bell: OwnBell;
  readonly bellValues: BellValues;
  readonly now: Date;
  /** For who keeps the salon. Drawn by the pictures' own view. */
  readonly picture: ReactNode;
};

/** What each member may settle: a member where she stands, an owner everything. */
export function SettingsPage(props: SettingsPageProps) {
  const { salon, role } = props;
  const crumbs = [
    { label: 'Salons', href: href('salons') },
    { label: salon.name, href: href('salon', { salon: salon.id }) },
  ];
  return (
    <div className="etroit" data-salon={salon.id}>
      <Breadcrumb crumbs={crumbs} here="Réglages" />
      <h1>
        Réglages de « <bdi>{salon.name}</bdi> »
      </h1>
      <ErrorSummary errors={props.errors} />
      <MyPlace {...props} />
      <BellForm salon={salon.id} bell={props.bell} values={props.bellValues} errors={props.errors} now={props.now} />
      {keeps(role) && props.picture}
      {role === 'owner' && <OwnersPart {...props} />}
    </div>
  );
}

function MyPlace({ salon, role, joinedAt, bell: { roleSince } }: SettingsPageProps) {
  return (
    <section className="pile">
      <h2>Votre place</h2>
      <p>
        {WHERE[role]}
        {roleSince && ` depuis le ${fullDay(roleSince)}`}. Vous en faites partie depuis le {fullDay(joinedAt)}.
      </p>
      <ul className="liens">
        <li>
          <a href={href('salonMembers', { salon: salon.id })}>
            <Icon name="users" /> Membres du salon
          </a>
        </li>
        <li>
          <a href={href('lookAtSalon', { salon: salon.id })}>
            <Icon name="eye" /> Ce qu’on en voit avant d’entrer
          </a>
        </li>
        {keeps(role) && (
          <li>
            <a href={href('salonRequests', { salon: salon.id })}>
              <Icon name="door" /> Demandes d’entrée
            </a>
          </li>
        )}
        {keeps(role) && (
          <li>
            <a href={href('salonBans', { salon: salon.id })}>
              <Icon name="lock" /> Personnes exclues
            </a>
          </li>
        )}
        <li>
          <a href={href('leaveSalon', { salon: salon.id })}>
            <Icon name="door" /> Quitter le salon
          </a>
        </li>
      </ul>
    </section>
  );
}

const WHERE: Readonly<Record<Role, string>> = {
  owner: 'Vous tenez ce salon',
  moderator: 'Vous modérez ce salon',
  member: `${ROLES.member} du salon`,
};

function OwnersPart(props: SettingsPageProps) {
  const { salon, values, errors } = props;
  return (
    <>
      <section className="pile">
        <h2>Le salon</h2>
        <form method="post" noValidate action={href('salonSettings', { salon: salon.id })}>
          <SalonFields values={values} errors={errors} />
          <OrderFields values={values} errors={errors} />
          <Button kind="principal" icon="check">
            Enregistrer
          </Button>
        </form>
      </section>
      {salon.isActive && <Code salon={salon} />}
      <Closing salon={salon} />
    </>
  );
}

function Code({ salon }: Pick<SettingsPageProps, 'salon'>) {
  return (
    <section className="pile">
      <h2>Le code</h2>
      <p>
        On entre par ce code : <strong className="code">{salon.shareCode}</strong>
      </p>
      <p className="aide">{spelt(salon.shareCode)}</p>
      <p>
        S’il est passé entre trop de mains, changez-le. L’ancien code, son lien et son dessin ne marcheront plus ; les
        membres du salon y restent.
      </p>
      <form method="post" noValidate action={href('shareCode', { salon: salon.id })}>
        <Button kind="second" icon="refresh">
          Changer le code
        </Button>
      </form>
    </section>
  );
}

function Closing({ salon }: Pick<SettingsPageProps, 'salon'>) {
  return (
    <section className="pile">
      <h2>Fermer le salon</h2>
      {salon.deleteAt ? <Going salon={salon} deleteAt={salon.deleteAt} /> : <Archive salon={salon} />}
    </section>
  );
}

function Archive({ salon }: Pick<SettingsPageProps, 'salon'>) {
  return (
    <>
      <p>
        {salon.isActive
          ? 'Un salon archivé se relit, mais on n’y écrit plus et personne n’y entre. Vous pourrez le rouvrir.'
          : 'Ce salon est archivé : on le relit, on n’y écrit plus.'}
      </p>
      <form method="post" noValidate action={href('salonSettings', { salon: salon.id })} className="boutons">
        <Button
          kind="second"
          icon={salon.isActive ? 'lock' : 'door'}
          name="actif"
          value={salon.isActive ? 'non' : 'oui'}
        >
          {salon.isActive ? 'Archiver le salon' : 'Rouvrir le salon'}
        </Button>
        <LinkButton kind="discret" href={href('salonDeletion', { salon: salon.id })} icon="trash">
          Supprimer le salon…
        </LinkButton>
      </form>
    </>
  );
}

function Going({ salon, deleteAt }: Pick<SettingsPageProps, 'salon'> & { readonly deleteAt: Date }) {
  return (
    <Notice tone="alerte">
      <p>Ce salon sera supprimé le {fullDay(deleteAt)}, avec tous ses messages.</p>
      <p>
        <a href={href('salonDeletion', { salon: salon.id })}>Annuler la suppression</a>
      </p>
    </Notice>
  );
}
