import type { FoundMember } from '~/members/queries/staff';
import { Button } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { fullDay, plural } from '~/ui/format';
import { Badge, Breadcrumb, Pager } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import { ROLE_WORDS, STATES } from '../rules';

export type StaffMembersProps = {
  readonly q: string;
  readonly role: string;
  readonly state: string;
  readonly found: readonly FoundMember[];
  readonly isFirstPage: boolean;
  /** Where the next page begins. */
  readonly next: string | null;
};

export function StaffMembersPage({ q, role, state, found, isFirstPage, next }: StaffMembersProps) {
  const words = { q: q || undefined, role: role || undefined, etat: state || undefined };
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Membres" />
      <h1>Membres</h1>
      <div className="pile annuaire-tete">
        <form method="get" noValidate action={href('staffMembers')} className="recherche" role="search">
          <Field
            name="q"
            label="Nom ou adresse entière"
            hint="Une adresse trouvée est notée dans le journal de la personne."
            type="search"
            autoComplete="off"
            autoCapitalize="none"
            value={q}
          />
          <Select name="role" label="Rôle" options={ROLE_WORDS} empty="Tous" value={role} />
          <Select name="etat" label="État" options={STATES} empty="Tous" value={state} />
          <Button kind="second" icon="search">
            Chercher
          </Button>
        </form>
      </div>
      {found.length === 0 ? (
        <p role="status">Personne ne correspond à cette recherche.</p>
      ) : (
        <Table caption="Par ordre alphabétique" columns={COLUMNS} rows={found} />
      )}
      <Pager
        label="Pages de la liste"
        previous={isFirstPage ? null : { label: 'Revenir au début', href: href('staffMembers', {}, words) }}
        next={next ? { label: 'La suite', href: href('staffMembers', {}, { ...words, apres: next }) } : null}
      />
    </>
  );
}

const COLUMNS = [
  {
    title: 'Nom',
    cell: ({ id, name }: FoundMember) => (
      <a href={href('staffMember', { membre: id })} dir="auto">
        {name}
      </a>
    ),
  },
  { title: 'Rôle', cell: ({ role }: FoundMember) => ROLE_WORDS[role] },
  { title: 'Membre depuis', cell: ({ createdAt }: FoundMember) => fullDay(createdAt) },
  {
    title: 'État',
    cell: ({ isSuspended, reports }: FoundMember) => (
      <>
        {isSuspended && <Badge>Suspendu</Badge>} {reports > 0 && plural(reports, 'signalement', 'signalements')}
        {!isSuspended && reports === 0 && 'Rien à signaler'}
      </>
    ),
  },
];
