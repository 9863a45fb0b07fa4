/** From a limit to a payment, a paid lesson, an invoice, and out again (D24, S01, S03, S07, C-21, U16). */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db';
import { href } from '~/urls';
import { startStripeStandIn } from '../../../demo/stripe-stand-in';
import type { Course, Member } from '../../support/cast';
import { known } from '../../support/courses';
import { followLink, journey, ledTo, open, pressButton, WAYS } from '../../support/journey';
import { settingsOf } from '../../support/payment';

const stripe = await startStripeStandIn();
const on = journey(settingsOf(stripe.config));
let course: Course;

beforeAll(async () => {
  course = await on.site.cast.course({ title: 'Marcher ensemble', lessons: [{ free: true }, {}] });
  await known(on.site, course.slug);
  stripe.events.address(on.site.origin + href('stripeWebhook'), stripe.config.webhookSecrets[0] ?? '');
});
afterAll(() => stripe.close());

const paidLesson = () => href('lesson', { cours: course.slug, numero: 2 });

/** What her own SELECT gives of the paid lesson, whatever the pages say. */
async function rowsFor({ id }: Member): Promise<number> {
  const database = openDatabase(on.site.url);
  try {
    const rows = await database.asViewer(
      id,
      (tx) => tx`select content from lesson_contents where lesson_id = ${course.lessons[1] ?? ''}`,
    );
    return rows.length;
  } finally {
    await database.close();
  }
}

async function payAt(page: Page): Promise<void> {
  await page.waitForURL(`${stripe.origin}/c/pay/**`);
  await page.locator('[name=carte]').fill('4242424242424242');
  await page.getByRole('button', { name: 'Payer et s’abonner' }).click();
  await page.waitForURL(`${on.site.origin}${href('paymentReturn')}**`);
}

describe.each(WAYS)('a subscription $name', (way) => {
  test('from a closed lesson to an open one, to its invoice, and back to a free account', async () => {
    const rose = await on.member('Rose Petit', { plan: 'freemium' });
    const page = await on.arrive(way, rose);
    await open(page, href('course', { cours: course.slug }));
    await pressButton(page, 'Commencer ce cours');
    await ledTo(page, href('lesson', { cours: course.slug, numero: 1 }));
    await page.goto(paidLesson());
    await page.getByText('Cette leçon fait partie de Premium').waitFor();
    expect(await rowsFor(rose)).toBe(0);
    await followLink(page, 'Voir ce qu’elles ouvrent, et leur prix');
    expect(await page.locator('main').innerText()).toMatch(/47.€ par mois/);
    expect(await rowsFor(rose)).toBe(0);
    await page.getByRole('button', { name: /M’abonner et payer 47.€/ }).click();
    await payAt(page);
    await page.getByRole('heading', { name: 'Merci, c’est payé' }).waitFor();
    expect(await rowsFor(rose)).toBe(1);
    await open(page, paidLesson());
    await page.getByText(`marqueur-${course.lessons[1]}`).waitFor();
    await open(page, href('plans'));
    await followLink(page, 'Voir mes factures');
    await page.getByText('Payée').waitFor();
    await open(page, href('plans'));
    await page.locator('main').getByRole('link', { name: 'Résilier votre contrat' }).click();
    await pressButton(page, 'Résilier mon abonnement');
    await page.getByText('Un courriel vous le confirme, avec la date de fin').waitFor();
    expect(await rowsFor(rose)).toBe(1);
    // The paid month is over; Stripe tells of it by its own events.
    stripe.turn(32 * 86_400);
    await expect.poll(() => rowsFor(rose), { timeout: 30_000 }).toBe(0);
    // The next one pays today again.
    stripe.world.ahead = 0;
    await page.goto(paidLesson());
    await page.getByText('Cette leçon fait partie de Premium').waitFor();
    await open(page, href('plans'));
    expect(await page.locator('main').innerText()).toContain('Rien ne vous est débité');
    const [offer] = await on.site.cast.sql`
      select conversion_triggers -> 'paid_lessons' ->> 'shown_times' as shown,
        conversion_triggers -> 'paid_lessons' ->> 'opened_times' as opened
      from profiles where id = ${rose.id}`;
    expect(offer).toEqual({ shown: '1', opened: '1' });
  });
});
