import { fullDay, price } from '~/ui/format';
import { Breadcrumb } from '~/ui/page';
import { Table } from '~/ui/table';
import { href } from '~/urls';
import type { InvoiceLine } from '../queries/standing';
import { PLAN_NAMES } from '../rules/plans';

type InvoicesPageProps = { readonly invoices: readonly InvoiceLine[]; readonly paidCents: number };

/** S07. */
export function InvoicesPage({ invoices, paidCents }: InvoicesPageProps) {
  return (
    <div className="etroit">
      <Breadcrumb crumbs={[{ label: 'Mon abonnement', href: href('plans') }]} here="Mes factures" />
      <h1>Mes factures</h1>
      {invoices.length === 0 ? (
        <p className="chapeau">Vous n’avez rien payé, il n’y a donc pas de facture.</p>
      ) : (
        <>
          <p className="chapeau">
            Payé en tout : <strong>{price(paidCents)}</strong>
          </p>
          <Table
            caption="La plus récente d’abord."
            columns={[
              { title: 'Date', cell: ({ createdAt }) => fullDay(createdAt) },
              { title: 'Pour', cell: period },
              { title: 'Montant', cell: ({ totalCents }) => price(totalCents) },
              { title: 'État', cell: state },
              { title: 'Facture', cell: document },
            ]}
            rows={invoices}
          />
          <p className="note">
            La loi nous fait garder les factures dix ans, même si vous effacez votre compte ; elles ne disent alors plus
            votre nom chez nous.
          </p>
        </>
      )}
    </div>
  );
}

function period({ plan, periodEnd }: InvoiceLine): string {
  const name = plan ? PLAN_NAMES[plan] : 'Abonnement';
  return periodEnd ? `${name}, jusqu’au ${fullDay(periodEnd)}` : name;
}

function state({ status, totalCents, paidCents, refundedCents }: InvoiceLine): string {
  if (refundedCents > 0) return refundedCents >= paidCents ? 'Remboursée' : `Remboursée de ${price(refundedCents)}`;
  if (status === 'paid') return 'Payée';
  if (status === 'void' || status === 'uncollectible') return 'Annulée';
  return `À payer : ${price(totalCents - paidCents)}`;
}

function document({ number, hostedUrl, pdfUrl, id }: InvoiceLine) {
  const url = pdfUrl ?? hostedUrl;
  const name = number ?? id.slice(-8);
  return url ? <a href={url}>Facture {name}</a> : name;
}
