import { invoicesOf, standingOf } from '~/billing/queries/standing';
import { InvoicesPage } from '~/billing/views/invoices';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** S07. Two statements. */
export const loader = members(async ({ context: { database }, viewer }) =>
  database.asViewer(viewer.id, async (tx) => {
    const [invoices, { paidCents }] = await Promise.all([invoicesOf(tx, viewer.id), standingOf(tx, viewer.id)]);
    return { invoices, paidCents };
  }),
);

export const handle = { title: () => 'Mes factures' } satisfies PageHandle;

export default function Invoices() {
  return <InvoicesPage {...useLoaderData<typeof loader>()} />;
}
