import { leave } from '~/billing/commands/leave';
import { LeavePage, LeaveSignedOutPage } from '~/billing/views/leave';
import { useLoaderData } from '~/http/page';
import { anyone, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { backSaying, loadStanding, paying } from '~/routes/billing/payment';

/** G35: signed in, it is one button; signed out, an address and the code of a letter lead to it. */
export const loader = anyone(async ({ context, viewer }) => {
  if (!viewer) return { situation: null };
  return { situation: (await loadStanding(context, viewer)).situation };
});

export const action = membersPost(async ({ context, viewer }) =>
  paying(context, async (payment) => {
    const until = await leave(payment, viewer, new Date());
    return backSaying(until ? 'resiliation-notee' : 'rien-a-resilier');
  }),
);

export const handle = {
  title: () => 'Résilier votre contrat',
  description: () => 'Résilier un abonnement d’Aurora50, en trois étapes au plus et même sans se connecter.',
} satisfies PageHandle;

export default function Cancel() {
  const { situation } = useLoaderData<typeof loader>();
  return situation ? <LeavePage situation={situation} /> : <LeaveSignedOutPage />;
}
