/** Pages for whoever pays by hand: Checkout, the bank's confirmation, the portal, an invoice, and the clock. */
import type { ServerResponse } from 'node:http';
import { sessionNow } from './api';
import { clockPage, turn } from './clock-page';
import { cardFields, day, euros, text } from './html';
import { type Answered, type AskedPage, cardIn, to, whole } from './page-answers';
import { invoicePage, payInvoicePage, portalPage, portalPost } from './portal';
import { eventOf } from './telling';
import { subscribe } from './verbs';
import { type Card, found, Refusal, tariffOf, type World } from './world';

type Serving = (world: World, asked: AskedPage, id: string) => Answered;

const PAGES: readonly (readonly [string, RegExp, Serving])[] = [
  ['GET', /^\/$/, clockPage],
  ['POST', /^\/horloge$/, turn],
  ['GET', /^\/c\/pay\/(\w+)$/, (world, asked, id) => checkoutPage(world, asked, id)],
  ['POST', /^\/c\/pay\/(\w+)$/, (world, asked, id) => payCheckout(world, asked, id)],
  ['GET', /^\/3ds\/(\w+)$/, (world, _asked, id) => bankPage(world, id)],
  ['POST', /^\/3ds\/(\w+)$/, (world, asked, id) => bankSays(world, asked, id)],
  ['GET', /^\/p\/session\/(\w+)$/, portalPage],
  ['POST', /^\/p\/session\/(\w+)$/, portalPost],
  ['GET', /^\/i\/(\w+)(?:\/pdf)?$/, invoicePage],
  ['POST', /^\/i\/(\w+)$/, payInvoicePage],
];

export function servePage(world: World, asked: AskedPage, response: ServerResponse): void {
  const { status, headers, body } = pageFor(world, asked);
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

function pageFor(world: World, asked: AskedPage): Answered {
  const lost = () => whole('Page introuvable', '<h1>Cette page n’existe pas, ou plus.</h1>', 404);
  for (const [method, pattern, serve] of PAGES) {
    const place = method === asked.method ? pattern.exec(asked.url.pathname) : null;
    if (!place) continue;
    try {
      return serve(world, asked, place[1] ?? '');
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return lost();
      throw error;
    }
  }
  return lost();
}

function checkoutPage(world: World, _asked: AskedPage, id: string, fault = '', number = ''): Answered {
  const session = sessionNow(world, id);
  if (session.status !== 'open') return closedPage(session.status === 'complete', session.success_url, session.id);
  const tariff = tariffOf(world, session.metadata?.tariff ?? '');
  const customer = world.customers.get(session.customer as string);
  return whole(
    'Payer',
    `<h1>S’abonner à Aurora50</h1>
<p>${text(tariff.name)}</p>
<p class="prix">${euros(tariff.cents)}</p>
<p>tous les ${tariff.interval === 'year' ? 'ans' : 'mois'}, jusqu’à ce que vous résiliiez</p>
${fault ? `<p class="faute" role="alert">${text(fault)}</p>` : ''}
<form method="post" autocomplete="off">
<label for="courriel">Adresse de courriel</label>
<input id="courriel" name="courriel" type="email" value="${text(customer?.email)}">
${cardFields(number)}
<button>Payer et s’abonner</button>
</form>
<p><a href="${text(session.cancel_url)}">Revenir sans payer</a></p>
<p class="petit">Cette page se ferme le ${day(session.expires_at)}.</p>`,
    fault ? 402 : 200,
  );
}

function closedPage(paid: boolean, success: string | null, id: string): Answered {
  if (!paid) return whole('Page fermée', '<h1>Cette page de paiement est fermée.</h1><p>Rien n’a été payé.</p>');
  const back = text(backFrom(success, id));
  return whole('Payé', `<h1>C’est payé.</h1><p><a class="bouton" href="${back}">Revenir à Aurora50</a></p>`);
}

const backFrom = (success: string | null, id: string) => (success ?? '/').replace('{CHECKOUT_SESSION_ID}', id);

function payCheckout(world: World, asked: AskedPage, id: string): Answered {
  const session = sessionNow(world, id);
  if (session.status !== 'open') return closedPage(session.status === 'complete', session.success_url, session.id);
  const number = asked.given.get('carte') ?? '';
  const card = cardIn(number);
  if (!card) return checkoutPage(world, asked, id, 'Ce numéro n’est pas celui d’une carte d’essai.', number);
  if (card.does === 'declined') {
    return checkoutPage(world, asked, id, 'Votre banque a refusé cette carte. Essayez-en une autre.', number);
  }
  if (card.does === 'asks') {
    Object.assign(session.metadata ?? {}, { card: number.replace(/\D/g, '') });
    return to(`/3ds/${id}`);
  }
  return finish(world, id, card);
}

/** The payer is subscribed, and led back. */
function finish(world: World, id: string, card: Card): Answered {
  const session = found(world.sessions, 'checkout.session', id);
  const customer = session.customer as string;
  world.cards.set(customer, card);
  const subscription = subscribe(world, customer, tariffOf(world, session.metadata?.tariff ?? ''));
  Object.assign(session, {
    ...{ status: 'complete', payment_status: 'paid', url: null, subscription: subscription.id },
    invoice: subscription.latest_invoice,
  });
  eventOf(world, 'checkout.session.completed', session);
  return to(backFrom(session.success_url, id));
}

function bankPage(world: World, id: string): Answered {
  const session = sessionNow(world, id);
  if (session.status !== 'open') return closedPage(session.status === 'complete', session.success_url, session.id);
  return whole(
    'Votre banque',
    `<h1>Votre banque vous demande de confirmer</h1>
<p>Montant : <strong>${euros(session.amount_total ?? 0)}</strong></p>
<form method="post"><button name="reponse" value="oui">Confirmer le paiement</button>
<button class="second" name="reponse" value="non">Refuser</button></form>`,
  );
}

function bankSays(world: World, asked: AskedPage, id: string): Answered {
  const session = sessionNow(world, id);
  if (session.status !== 'open') return closedPage(session.status === 'complete', session.success_url, session.id);
  const card = cardIn(session.metadata?.card ?? '');
  if (asked.given.get('reponse') === 'oui' && card) return finish(world, id, card);
  return checkoutPage(world, asked, id, 'Le paiement n’a pas été confirmé. Rien n’a été payé.');
}
