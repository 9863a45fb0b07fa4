import { Table } from '~/ui/table';
import { type Allowance, allowed } from '../rules/allowance';

export type UsedAllowance = Allowance & { readonly used: number };

/** Z02. */
export function AllowanceTable({ allowances }: { readonly allowances: readonly UsedAllowance[] }) {
  return (
    <section className="suite" aria-labelledby="mesure">
      <h2 id="mesure">Ce que vous pouvez faire</h2>
      <p>Ces mesures protègent tout le monde. En écrivant comme d’habitude, personne ne les atteint.</p>
      <Table
        caption="Au plus, et ce qui est déjà fait"
        columns={[
          { title: 'Quoi', cell: ({ what }: UsedAllowance) => what },
          { title: 'Au plus', cell: ({ limit }) => allowed(limit) },
          { title: 'Déjà fait', cell: ({ used }) => used },
        ]}
        rows={allowances}
      />
    </section>
  );
}
