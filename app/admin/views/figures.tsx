import { Table } from '~/ui/table';
import type { TemplateFigures } from '../queries';

type FiguresTableProps = {
  readonly figures: readonly TemplateFigures[];
  readonly nameOf: (template: string) => string;
};

/** M09, without opens and clicks, which are not followed (G29). */
export function FiguresTable({ figures, nameOf }: FiguresTableProps) {
  return (
    <section aria-labelledby="chiffres" className="suite">
      <h2 id="chiffres">Trente jours en chiffres</h2>
      <Table
        caption="Par sorte de courriel"
        rows={figures}
        columns={[
          { title: 'Courriel', cell: ({ template }) => nameOf(template) },
          { title: 'Partis', cell: ({ sent }) => sent },
          { title: 'Arrivés', cell: ({ delivered, sent }) => share(delivered, sent) },
          { title: 'Revenus', cell: ({ bounced, sent }) => share(bounced, sent) },
          { title: 'Indésirables', cell: ({ complained, sent }) => share(complained, sent) },
        ]}
      />
    </section>
  );
}

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

function share(part: number, whole: number): string {
  return `${part} (${PERCENT.format(whole === 0 ? 0 : part / whole)})`;
}
