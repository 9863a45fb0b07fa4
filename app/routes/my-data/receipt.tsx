import { isOurs } from '~/certificates/commands';
import { useLoaderData } from '~/http/page';
import { anyone } from '~/http/route';
import { ReceiptPage } from '~/privacy/views/receipt';
import type { PageHandle } from '~/root';
import { loadReceipt } from './load-receipt';

export const loader = anyone(async ({ context, params }) => {
  const receipt = await loadReceipt(context, params.recu);
  return { receipt, genuine: await isOurs(context, receipt.receipt) };
});

export const handle = { title: () => 'Reçu d’effacement', isPrivate: true } satisfies PageHandle;

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} />;
}
