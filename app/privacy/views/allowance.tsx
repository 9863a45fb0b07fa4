import { Table } from '~/ui/table';
import { ALLOWANCES, allowed } from '../rules/allowance';

/** Z02. @param used in the order of `ALLOWANCES` */
export function Allowance({ used }: { readonly used: readonly number[] }) {
  return (
    <section className="suite" aria-labelledby="mesure">
      <h2 id="mesure">Ce que vous pouvez faire</h2>
      <p>Ces mesures protègent tout le monde. En écrivant comme d’habitude, personne ne les atteint.</p>
      <Table
        caption="Au plus, et ce qui est déjà fait"
        columns={[
          { title: 'Quoi', cell: ([, what]: (typeof ALLOWANCES)[number]) => what },
          { title: 'Au plus', cell: ([limit]) => allowed(limit) },
          { title: 'Déjà fait', cell: (each) => used[ALLOWANCES.indexOf(each)] ?? 0 },
        ]}
        rows={ALLOWANCES}
      />
    </section>
  );
}
