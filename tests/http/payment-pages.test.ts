/** D19 to D24, S01 to S08, U16, G35: from « M’abonner » to the last day, as a browser without scripts sees it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Course, Member } from '../support/cast';
import { openPaymentSite, payOn } from '../support/payment';
import type { Visitor } from '../support/server';
import { mainOf, words } from '../support/site';

// Its own events reach nobody: what a page knows, it knows without the webhook.
const site = await openPaymentSite({ hears: false });
const { stripe } = site;

let anne: Member;
let asAnne: Visitor;
beforeEach(async () => {
  stripe.be('well');
  anne = await site.cast.member('Anne Martin', { plan: 'freemium' });
  asAnne = await site.as(anne);
});

const text = async (answer: Response) => words(mainOf(await answer.text()));
const plans = async (as = asAnne) => text(await as.get(href('plans')));
const said = (name: string) => href('plans', {}, { dit: name });
const placeOf = (answer: Response) => [answer.status, answer.headers.get('Location')];
const choose = (formule: string, as = asAnne) => as.post(href('pay'), { formule });
const lettersTo = async ({ id }: Member) =>
  (await site.cast.sql`select template from outbox where user_id = ${id} order by created_at`).map(
    (row) => row.template,
  );

/** Chooses, pays, and comes back. @returns the address that Stripe leads back to */
async function pay(formule: string): Promise<string> {
  const page = (await choose(formule)).headers.get('Location') ?? '';
  const back = (await payOn(page)).headers.get('Location') ?? '';
  return back.slice(site.origin.length);
}

describe('subscribing', () => {
  test('the page says what is mine, what is free, what costs and how to leave', async () => {
    const page = await plans();
    for (const figure of ['Gratuit : 0 €', '47 € par mois', '564 € sur un an', '470 € par an', '94 € de moins'])
      expect(page).toContain(figure);
    expect(page).toContain('20 messages par jour');
    expect(page).toContain('0 message écrit aujourd’hui, sur 20');
    expect(page).toContain('Résilier votre contrat');
    expect(page).toMatch(/Paiement suivant le \w+ \d/);
  });

  test('two clicks in two windows lead to one page of one customer, and to none once it is paid (C-20)', async () => {
    const [one, two] = await Promise.all([choose('premium'), choose('premium')]);
    expect(one.status).toBe(303);
    expect(two.headers.get('Location')).toBe(one.headers.get('Location'));
    await payOn(one.headers.get('Location') ?? '');
    expect(placeOf(await choose('annuel'))).toEqual([303, said('deja-abonne')]);
    expect(await site.cast.sql`select from stripe_customers where user_id = ${anne.id}`).toHaveLength(1);
  });

  test('the return knows of the payment before any event has come; another member’s session is not there (D23)', async () => {
    const back = await pay('premium');
    const other = await site.as(await site.cast.member('Paul', { plan: 'freemium' }));
    expect((await other.get(back)).status).toBe(404);
    expect(await text(await asAnne.get(back))).toContain('La formule Premium vous est ouverte');
    expect([await site.planOf(anne), await lettersTo(anne)]).toEqual(['premium', ['paymentReceived']]);
    const page = await plans();
    expect(page).toContain('Premium, depuis le');
    expect(page).toMatch(/Prochain paiement : 47 €, le \w+ \d/);
    expect(page).toContain('Vous avez payé 47 € en tout');
    expect(await text(await asAnne.get(href('invoices')))).toMatch(/Payé en tout : 47 €.*Premium, jusqu’au .*Payée/);
  });

  test('the return of a page that was not paid opens nothing', async () => {
    await choose('premium');
    const [row] = await site.cast
      .sql`select checkout_session_id as id from stripe_customers where user_id = ${anne.id}`;
    const answer = await asAnne.get(href('paymentReturn', {}, { session_id: row?.id }));
    expect(await text(answer)).toContain('Rien ne vous a été débité');
    expect(await site.planOf(anne)).toBe('freemium');
  });

  test('the return of a payment that nobody has confirmed thanks nobody, though the team’s gift opens the same', async () => {
    const back = await pay('premium');
    await site.cast.plan(anne, 'premium');
    stripe.be('away');
    const page = await text(await asAnne.get(back));
    expect(page).toContain('Paiement en cours de confirmation');
    expect(page).not.toContain('c’est payé');
  }, 60_000);

  test('an unknown plan is no plan, and Stripe away leaves all as it was', async () => {
    expect((await choose('gratuit')).status).toBe(422);
    stripe.be('away');
    expect(placeOf(await choose('premium'))).toEqual([303, said('paiement-muet')]);
  }, 60_000);
});

describe('with a subscription', () => {
  beforeEach(async () => {
    await asAnne.get(await pay('premium'));
  });

  test('month to year at once, with the difference shown before', async () => {
    const page = await (await asAnne.get(href('changePlan'))).text();
    expect(words(page)).toMatch(/Vous payez aujourd’hui 42[23],?\d* €|Vous payez aujourd’hui 423 €/);
    const calcul = /name="calcul" value="(\d+)"/.exec(page)?.[1] ?? '';
    expect(placeOf(await asAnne.post(href('changePlan'), { formule: 'annuel', calcul }))).toEqual([
      ...[303, said('formule-changee')],
    ]);
    expect(await site.planOf(anne)).toBe('annuel');
    expect(await plans()).toMatch(/Prochain paiement : 470 €/);
  });

  test('a change that the bank refuses leads to its invoice, and asked for again there is one invoice to pay', async () => {
    const [customer = ''] = [...stripe.world.cards.keys()].slice(-1);
    stripe.world.cards.set(customer, { last4: '0341', does: 'fails later' });
    const shown = /name="calcul" value="(\d+)"/.exec(await (await asAnne.get(href('changePlan'))).text())?.[1] ?? '';
    for (const calcul of [Number(shown) - 1, Number(shown)]) {
      const asked = await asAnne.post(href('changePlan'), { formule: 'annuel', calcul: String(calcul) });
      expect(asked.headers.get('Location')).toContain(`${stripe.origin}/i/`);
    }
    expect(await site.planOf(anne)).toBe('premium');
    const page = await text(await asAnne.get(href('invoices')));
    expect([page.match(/À payer : 423 €/g), page.match(/Annulée/g)]).toEqual([[expect.anything()], ['Annulée']]);
  });

  test('a difference that was not shown within the hour is not taken', async () => {
    const stale = await asAnne.post(href('changePlan'), { formule: 'annuel', calcul: '1700000000' });
    expect(placeOf(stale)).toEqual([303, said('paiement-muet')]);
    expect(await site.planOf(anne)).toBe('premium');
  });

  test('year to month when the paid year ends, and it may be taken back', async () => {
    const page = await (await asAnne.get(href('changePlan'))).text();
    const calcul = /name="calcul" value="(\d+)"/.exec(page)?.[1] ?? '';
    await asAnne.post(href('changePlan'), { formule: 'annuel', calcul });
    expect(await text(await asAnne.get(href('changePlan')))).toContain('rien n’est débité avant le');
    expect(placeOf(await asAnne.post(href('changePlan'), { formule: 'premium' }))[1]).toBe(said('formule-prevue'));
    expect([await site.planOf(anne), await plans()]).toEqual([
      ...['annuel', expect.stringContaining('avec la formule Premium')],
    ]);
    expect(placeOf(await asAnne.post(href('changePlan'), { formule: 'annuel' }))[1]).toBe(said('formule-gardee'));
    expect(await plans()).toMatch(/Prochain paiement : 470 €/);
  });

  test('the portal asks for a fresh proof and leads to Stripe (G06)', async () => {
    expect((await asAnne.post(href('portal'), {})).headers.get('Location')).toContain(href('proof'));
    await site.cast.sql`update auth.sessions set proven_at = now() where user_id = ${anne.id}`;
    expect((await asAnne.post(href('portal'), {})).headers.get('Location')).toContain(stripe.origin);
  });

  test('leaving takes one button: access to the paid date, one receipt with it, and a way back (C-21, S06)', async () => {
    const page = await text(await asAnne.get(href('cancelPlan')));
    const [, until = 'none'] = /jusqu’au (\w+ \d+(?:er)? \S+ \d{4}), dernier jour payé/.exec(page) ?? [];
    const leave = () => asAnne.post(href('cancelPlan'), {});
    expect(placeOf(await leave())).toEqual([303, said('resiliation-notee')]);
    await leave();
    expect(await lettersTo(anne)).toEqual(['paymentReceived', 'cancellationReceipt']);
    expect(await plans()).toContain(`Premium, jusqu’au ${until}`);
    expect(await site.planOf(anne)).toBe('premium');
    expect(placeOf(await asAnne.post(href('resumePlan'), {}))[1]).toBe(said('abonnement-repris'));
    expect(await plans()).toContain('Prochain paiement');
  });

  test('within fourteen days all is paid back and ends at once (L221-18); afterwards it is too late', async () => {
    expect(await text(await asAnne.get(href('withdrawPlan')))).toContain('vous est rendu : 47 €');
    expect(placeOf(await asAnne.post(href('withdrawPlan'), {}))[1]).toBe(said('retractation'));
    expect([await site.planOf(anne), await lettersTo(anne)]).toEqual([
      ...['freemium', ['paymentReceived', 'cancellationReceipt']],
    ]);
    expect(await text(await asAnne.get(href('invoices')))).toContain('Remboursée');
    expect(placeOf(await asAnne.post(href('withdrawPlan'), {}))[1]).toBe(said('retractation-tard'));
  });
});

describe('signed out (G35)', () => {
  test('an address, the code of the letter, one button: three steps, and the footer leads there', async () => {
    await asAnne.get(await pay('premium'));
    const stranger = site.stranger();
    expect(await (await stranger.get(href('home'))).text()).toContain(`href="${href('cancelPlan')}"`);
    expect(await text(await stranger.get(href('cancelPlan')))).toContain('Étape 1 sur 3');
    const asked = await stranger.post(href('signInLetter'), { courriel: anne.email, retour: href('cancelPlan') });
    expect(asked.status).toBe(303);
    const code = await codeTo(anne);
    const entered = await stranger.post(href('signInCode'), { code });
    expect(entered.headers.get('Location')).toContain(href('cancelPlan'));
    expect(await text(await stranger.get(href('cancelPlan')))).toContain('Résilier mon abonnement');
    expect(placeOf(await stranger.post(href('cancelPlan'), {}))).toEqual([303, said('resiliation-notee')]);
  });

  test('who has nothing to leave is told so', async () => {
    expect(await text(await asAnne.get(href('cancelPlan')))).toContain('il n’y a rien à résilier');
    expect(placeOf(await asAnne.post(href('cancelPlan'), {}))[1]).toBe(said('rien-a-resilier'));
  });
});

async function codeTo({ id }: Member): Promise<string> {
  const [row] = await site.cast.sql<{ props: { code: string } }[]>`
    select props from outbox where user_id = ${id} and template = 'signIn' order by created_at desc limit 1`;
  return row?.props.code ?? '';
}

test('a paid lesson is closed to a free member’s own SELECT at every step, and open while she pays', async () => {
  const course: Course = await site.cast.course();
  await asAnne.post(href('startCourse'), { cours: course.slug });
  const rows = () =>
    site.payment.database.asViewer(
      anne.id,
      (tx) => tx`select content from lesson_contents where lesson_id = ${course.lessons[1] ?? ''}`,
    );
  const seen: number[] = [(await rows()).length];
  const back = await pay('premium');
  seen.push((await rows()).length);
  await asAnne.get(back);
  seen.push((await rows()).length);
  await asAnne.post(href('cancelPlan'), {});
  seen.push((await rows()).length);
  await asAnne.post(href('withdrawPlan'), {});
  seen.push((await rows()).length);
  // Free; paid at Stripe and not known here; known; leaving; over.
  expect(seen).toEqual([0, 0, 1, 1, 0]);
});

test('a payment that fails is told on every page with one link, and nothing closes for fourteen days (S08)', async () => {
  await asAnne.get(await pay('premium'));
  await site.cast.sql`
    update subscriptions set status = 'past_due', past_due_since = now() - interval '2 days' where user_id = ${anne.id}`;
  expect(await site.planOf(anne)).toBe('premium');
  const home = await text(await asAnne.get(href('home')));
  expect(home).toMatch(/Votre dernier paiement n’a pas abouti.*jusqu’au/);
  expect(await plans()).toContain('Votre dernier paiement n’a pas abouti');
  await site.cast.sql`update subscriptions set past_due_since = now() - interval '15 days' where user_id = ${anne.id}`;
  expect(await site.planOf(anne)).toBe('freemium');
  expect(await text(await asAnne.get(href('home')))).not.toContain('dernier paiement');
});

test('a trial shows its days from the first one, on the page it was asked from', async () => {
  expect(placeOf(await asAnne.post(href('startTrial'), {}))).toEqual([303, said('essai-commence')]);
  expect(await plans()).toContain('Essai de Premium : 14 jours encore');
  expect(placeOf(await asAnne.post(href('startTrial'), {}))).toEqual([303, said('essai-deja')]);
});

test('what a member has, owes and may do is asked in one statement', async () => {
  const { openDatabase } = await import('~/db');
  const sent: string[] = [];
  const counted = openDatabase(site.url, { viewers: 1, systems: 1, onStatement: (text) => sent.push(text) });
  const { standingOf } = await import('~/billing/queries/standing');
  await counted.asViewer(anne.id, (tx) => standingOf(tx, anne.id));
  await counted.close();
  const own = sent.filter((text) => !/^(begin|commit|select 1|select set_config)/.test(text.trim()));
  expect(own).toHaveLength(1);
});
