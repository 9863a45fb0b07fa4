import { OffersPage } from '~/admin/views/offers';
import { conversions } from '~/billing/queries/offers';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';

/** D24. */
export const loader = members(async ({ context: { database } }) => ({ lines: await database.asSystem(conversions) }));

export const handle = { title: () => 'Ce qui mène à un abonnement' } satisfies PageHandle;

export default function Offers() {
  return <OffersPage {...useLoaderData<typeof loader>()} />;
}
