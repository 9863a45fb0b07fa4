import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { momentInWords } from '~/ui/format';
import { Breadcrumb, Pager } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { StaffLook } from '../queries';
import { ACTS, ROLE_WORDS } from '../rules';

type StaffLooksProps = {
  readonly q: string;
  readonly looks: readonly StaffLook[];
  readonly isFirstPage: boolean;
  /** Where the next page begins. */
  readonly next: number | null;
  readonly now: Date;
};

/** K11: who of the team did what to whose data. Members read their own lines on « Qui a regardé mes données ». */
export function StaffLooksPage({ q, looks, isFirstPage, next, now }: StaffLooksProps) {
  const words = { q: q || undefined };
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Équipe', href: href('admin') }]} here="Qui a regardé" />
      <h1>Qui a regardé</h1>
      <div className="pile annuaire-tete">
        <p className="chapeau">
          Ce que l’équipe a lu ou fait dans le compte de quelqu’un. La personne lit les mêmes lignes, avec le rôle et
          sans le nom. Rien ne peut en être retiré.
        </p>
        <form method="get" noValidate action={href('staffLooks')} className="recherche" role="search">
          <Field
            name="q"
            label="Un nom"
            hint="De la personne, ou de qui a regardé."
            type="search"
            autoComplete="off"
            value={q}
          />
          <Button kind="second" icon="search">
            Chercher
          </Button>
        </form>
      </div>
      {looks.length === 0 ? (
        <p role="status">{q ? 'Rien ne correspond à cette recherche.' : 'Personne n’a encore rien regardé.'}</p>
      ) : (
        <Table caption="Les plus récents d’abord" columns={columns(now)} rows={looks} />
      )}
      <Pager
        label="Pages de la liste"
        previous={isFirstPage ? null : { label: 'Revenir au début', href: href('staffLooks', {}, words) }}
        next={next ? { label: 'La suite', href: href('staffLooks', {}, { ...words, avant: String(next) }) } : null}
      />
    </>
  );
}

const columns = (now: Date) => [
  { title: 'Quand', cell: ({ at }: StaffLook) => momentInWords(at, now) },
  { title: 'Qui', cell: ({ actor }: StaffLook) => <span dir="auto">{actor ?? 'Un compte effacé'}</span> },
  { title: 'Rôle', cell: ({ role }: StaffLook) => (role ? ROLE_WORDS[role] : 'Non noté') },
  { title: 'Quoi', cell: ({ action }: StaffLook) => ACTS[action] },
  { title: 'Chez qui', cell: ({ subject }: StaffLook) => <span dir="auto">{subject ?? 'Membre'}</span> },
];
