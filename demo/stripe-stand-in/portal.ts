/** The portal and an invoice's page. */
import type Stripe from 'stripe';
import { cardFields, day, euros, text } from './html';
import { type Answered, type AskedPage, cardIn, to, whole } from './page-answers';
import { eventOf } from './telling';
import { itemIn, payOpenInvoice } from './verbs';
import { clock, found, type World } from './world';

const STATUS: Readonly<Record<string, string>> = {
  paid: 'payée',
  open: 'à payer',
  void: 'annulée',
  uncollectible: 'impayée',
};

export function portalPage(world: World, { url }: AskedPage, id: string): Answered {
  const { customer, back } = found(world.portals, 'portal', id);
  const invoices = [...world.invoices.values()].filter((each) => each.customer === customer).reverse();
  const said = url.searchParams.get('dit');
  return whole(
    'Votre abonnement',
    `<h1>Votre abonnement</h1>
${said ? `<p class="bien" role="status">${text(said)}</p>` : ''}
${liveOf(world, customer).map(subscriptionPart).join('') || '<p>Aucun abonnement en cours.</p>'}
<h2>Carte</h2>
<p>Carte actuelle : •••• ${text(world.cards.get(customer)?.last4 ?? 'aucune')}</p>
<form method="post">${cardFields()}<button name="faire" value="carte">Changer de carte</button></form>
<h2>Factures</h2>
<table><tr><th>Date</th><th>Montant</th><th>État</th></tr>
${invoices.map((each) => `<tr><td><a href="/i/${each.id}">${day(each.created)}</a></td><td>${euros(each.total)}</td><td>${STATUS[each.status ?? ''] ?? ''}</td></tr>`).join('\n')}
</table>
<p><a class="bouton second" href="${text(back)}">Revenir à Aurora50</a></p>`,
  );
}

const liveOf = (world: World, customer: string) =>
  [...world.subscriptions.values()].filter((each) => each.customer === customer && each.status !== 'canceled');

function subscriptionPart(subscription: Stripe.Subscription): string {
  const item = itemIn(subscription);
  const ends = subscription.cancel_at_period_end;
  const [value, label] = ends ? ['reprendre', 'Reprendre l’abonnement'] : ['arreter', 'Résilier l’abonnement'];
  return `<p><strong>${text(item.price.nickname)}</strong>, ${euros(item.price.unit_amount ?? 0)} par ${item.price.recurring?.interval === 'year' ? 'an' : 'mois'}.
${ends ? 'Il se termine' : 'Il se renouvelle'} le ${day(item.current_period_end)}.</p>
<form method="post"><input type="hidden" name="abonnement" value="${subscription.id}"><button class="second" name="faire" value="${value}">${label}</button></form>`;
}

export function portalPost(world: World, { given }: AskedPage, id: string): Answered {
  const { customer } = found(world.portals, 'portal', id);
  const back = (said: string) => to(`/p/session/${id}?${new URLSearchParams({ dit: said })}`);
  if (given.get('faire') === 'carte') {
    const card = cardIn(given.get('carte') ?? '');
    if (!card || card.does === 'declined') return back('Cette carte est refusée. L’ancienne reste.');
    world.cards.set(customer, card);
    const open = [...world.invoices.values()].filter((each) => each.customer === customer && each.status === 'open');
    const paid = open.every((each) => payOpenInvoice(world, each));
    return back(
      paid ? 'Votre carte est changée.' : 'Votre carte est changée, mais elle n’a pas payé la facture ouverte.',
    );
  }
  const subscription = liveOf(world, customer).find((each) => each.id === given.get('abonnement'));
  if (!subscription) return back('Cet abonnement est terminé.');
  const ends = given.get('faire') === 'arreter';
  const at = ends ? itemIn(subscription).current_period_end : null;
  Object.assign(subscription, { cancel_at_period_end: ends, cancel_at: at, canceled_at: ends ? clock(world) : null });
  eventOf(world, 'customer.subscription.updated', subscription);
  return back(ends ? 'Votre abonnement est résilié.' : 'Votre abonnement continue.');
}

export function invoicePage(world: World, _asked: AskedPage, id: string): Answered {
  const invoice = found(world.invoices, 'invoice', id);
  return whole(
    'Facture',
    `<h1>Facture ${text(invoice.number)}</h1>
<p>${text(invoice.customer_name)}<br>${text(invoice.customer_email)}<br>${day(invoice.created)}</p>
<table><tr><th>Quoi</th><th>Montant</th></tr>
${invoice.lines.data.map((line) => `<tr><td>${text(line.description)}<br><span class="petit">du ${day(line.period.start)} au ${day(line.period.end)}</span></td><td>${euros(line.amount)}</td></tr>`).join('\n')}
<tr><th>Total</th><th>${euros(invoice.total)}</th></tr></table>
<p>${invoice.status === 'open' ? 'Cette facture est à payer.' : `Cette facture est ${STATUS[invoice.status ?? ''] ?? ''}.`}</p>
${invoice.status === 'open' ? '<form method="post"><button>Payer avec ma carte</button></form>' : ''}`,
  );
}

/** As with the bank's confirmation: the member is here herself. */
export function payInvoicePage(world: World, asked: AskedPage, id: string): Answered {
  payOpenInvoice(world, found(world.invoices, 'invoice', id));
  return invoicePage(world, asked, id);
}
