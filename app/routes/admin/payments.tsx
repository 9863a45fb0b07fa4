import { paymentsOverview, refundPayment } from '~/admin/payments';
import { PaymentsPage } from '~/admin/views/payments';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

const clean = (text: string | null) => (text ?? '').replaceAll('\0', '').trim().slice(0, 254);

export const loader = members(async ({ context, viewer, url }) => {
  const [words, invoice] = [clean(url.searchParams.get('q')), clean(url.searchParams.get('facture'))];
  const overview = await paymentsOverview(context.database, viewer, words || invoice);
  const asked = invoice ? (overview.found.find(({ id }) => id === invoice) ?? null) : null;
  return { ...overview, words, asked, isSetUp: context.stripe !== null, now: new Date() };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const { stripe, database } = context;
  const invoice = clean(typeof form.facture === 'string' ? form.facture : null);
  const done = stripe !== null && (await refundPayment({ stripe, database }, viewer, invoice));
  return seeOther(href('payments', {}, said(done ? 'rembourse' : 'rien-a-rembourser')));
});

export const handle = { title: () => 'Abonnements · Équipe', isPrivate: true } satisfies PageHandle;

export default function Payments() {
  return <PaymentsPage {...useLoaderData<typeof loader>()} />;
}
