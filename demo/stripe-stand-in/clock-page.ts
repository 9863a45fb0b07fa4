/** The first page: what the stand-in is, whom it knows, and its clock. */
import { turnClock } from './clock';
import { day, euros, text } from './html';
import { disputeObject } from './more-objects';
import { type Answered, type AskedPage, to, whole } from './page-answers';
import { eventOf } from './telling';
import { clock, type World } from './world';

const STEPS: Readonly<Record<string, readonly [string, number]>> = {
  jour: ['d’un jour', 86_400],
  mois: ['d’un mois', 31 * 86_400],
  an: ['d’un an', 366 * 86_400],
};

const STATES: Readonly<Record<string, string>> = { active: 'en cours', past_due: 'en retard', canceled: 'terminé' };

export function clockPage(world: World): Answered {
  return whole(
    'Doublure de Stripe',
    `<h1>Doublure de Stripe</h1>
<p>Ce programme remplace Stripe tant qu’aucune clé n’est réglée. Il n’est joignable que depuis cette machine.</p>
<h2>Son horloge : ${day(clock(world))}</h2>
<form method="post" action="/horloge">
${Object.entries(STEPS)
  .map(([name, [words]]) => `<button class="second" name="pas" value="${name}">Avancer ${words}</button>`)
  .join('\n')}
</form>
<h2>Ce qu’il raconte au site</h2>
<form method="post" action="/horloge">
<button class="second" name="redire" value="deux">Redire chaque événement deux fois</button>
<button class="second" name="redire" value="desordre">Redire les événements dans le désordre</button>
</form>
<h2>Abonnements</h2>
<table><tr><th>Qui</th><th>Formule</th><th>État</th></tr>
${[...world.subscriptions.values()].map((each) => `<tr><td>${text(world.customers.get(each.customer as string)?.name ?? each.customer)}</td><td>${text(each.items.data[0]?.price.nickname)}</td><td>${text(STATES[each.status] ?? each.status)}</td></tr>`).join('\n')}
</table>
<h2>Paiements</h2>
<form method="post" action="/horloge">
${paidCharges(world)
  .map(
    (each) =>
      `<p>${day(each.created)}, ${euros(each.amount)} <button class="second" name="contester" value="${each.id}">La banque conteste</button></p>`,
  )
  .join('\n')}
</form>`,
  );
}

const paidCharges = (world: World) =>
  [...world.charges.values()].filter((each) => each.paid && !each.disputed).slice(-10);

export function turn(world: World, { given }: AskedPage): Answered {
  const step = STEPS[given.get('pas') ?? ''];
  if (step) turnClock(world, step[1]);
  const charge = world.charges.get(given.get('contester') ?? '');
  if (charge) dispute(world, charge.id);
  tellAgain(world, given.get('redire'));
  return to('/');
}

/** Events that are told again. */
const LAST = 20;

/** What a webhook has to bear: the last events twice each, or mixed. */
function tellAgain(world: World, how: string | null): void {
  const events = [...world.events.values()].slice(-LAST);
  if (how === 'deux') for (const event of events.flatMap((each) => [each, each])) world.tell(event);
  if (how === 'desordre') for (const event of events.sort(() => Math.random() - 0.5)) world.tell(event);
}

/** The member's bank asks for the money back. */
export function dispute(world: World, id: string): void {
  const charge = world.charges.get(id);
  if (!charge) return;
  charge.disputed = true;
  const made = disputeObject(world, charge);
  world.disputes.set(made.id, made);
  eventOf(world, 'charge.dispute.created', made);
}
