/** Two members talk in one salon: what one does appears before the other, who does nothing. */
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Member } from '../../support/cast';
import {
  eventually,
  followLink,
  journey,
  ledTo,
  movesOf,
  openRoom,
  pressButton,
  said,
  say,
  signIn,
  thread,
  unfold,
  WAYS,
  type Way,
  WITHOUT_SCRIPTS,
  wordsSeen,
} from '../../support/journey';

const on = journey();

async function entersBySignIn(way: Way, member: Member, salon: { id: string; name: string }): Promise<Page> {
  const page = await on.visit(way, { reducedMotion: 'no-preference' });
  await signIn(page, member);
  await followLink(page, salon.name);
  await ledTo(page, href('salon', { salon: salon.id }));
  await thread(page, way).waitFor({ state: 'attached' });
  return page;
}

async function hasSession(way: Way, member: Member, salon: { id: string; name: string }): Promise<Page> {
  const page = await on.arrive(way, member);
  await openRoom(page, way, salon.id);
  return page;
}

/** @param enters by sign-in once; afterwards with a session, which costs no password and no three pages */
async function evening(way: Way, enters = hasSession) {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const name = 'Jardin au balcon';
  const salon = { name, ...(await on.site.cast.salon(monique, { name })) };
  await on.site.cast.join(gerard, salon.id);
  return {
    salon: salon.id,
    monique,
    gerard,
    hers: await enters(way, monique, salon),
    his: await enters(way, gerard, salon),
  };
}

/** « Vous » stands on a message of one's own, by the style sheet. */
const sign = (message: Locator) =>
  message.locator('.qui').evaluate((line) => getComputedStyle(line, '::before').content.replace(/^none$|"/g, ''));

/** What can be pressed says it in words of the page or of the reader's own sheet. */
function wordsOf(pressed: Element): string {
  const drawn = getComputedStyle(pressed, '::before').content.replace(/^none$|"/g, '');
  return drawn + (pressed as HTMLElement).innerText.trim();
}

describe.each(WAYS)('an evening $name', (way) => {
  test('is heard by the other without a reload: words, answer, reaction, correction, deletion', async () => {
    const { hers, his, salon } = await evening(way, entersBySignIn);
    const room = href('salon', { salon });
    const [herMoves, hisMoves] = [movesOf(hers), movesOf(his)];

    await say(hers, way, 'Mes tomates ont pris le vent');
    await said(his, way, 'Mes tomates ont pris le vent').waitFor();
    expect(hisMoves()).toBe(0);

    const original = said(his, way, 'Mes tomates ont pris le vent');
    await (await unfold(original, way)).getByRole('link', { name: /^Répondre/ }).click();
    await his.getByText('Vous répondez à').waitFor();
    expect(await his.locator('#reponse').innerText()).toContain('Mes tomates ont pris le vent');
    const before = herMoves();
    await say(his, way, 'Rentrez-les trois nuits');
    const answer = said(hers, way, 'Rentrez-les trois nuits');
    await answer.waitFor();
    expect(await answer.locator('.cite').innerText()).toMatch(
      /En réponse à Monique.*«\sMes tomates ont pris le vent\s»/s,
    );

    await (await unfold(original, way)).getByRole('button', { name: 'Bravo', exact: true }).click();
    await eventually(() =>
      said(hers, way, 'Mes tomates ont pris le vent').locator('.reactions').allInnerTexts(),
    ).toEqual([expect.stringMatching(/Bravo\s: Gérard/)]);
    expect(herMoves()).toBe(before);

    const quiet = hisMoves();
    const menu = await unfold(said(hers, way, 'Mes tomates ont pris le vent'), way);
    // Her message's page begins with the field.
    if (way.scripts) await menu.getByRole('link', { name: 'Modifier' }).click();
    await hers.getByLabel('Votre message', { exact: true }).fill('Mes tomates ont pris froid');
    await pressButton(hers, 'Enregistrer la correction');
    await ledTo(hers, room);
    const corrected = said(his, way, 'Mes tomates ont pris froid');
    await corrected.waitFor();
    expect(await corrected.locator('.qui').innerText()).toContain('· modifié');
    expect(await corrected.locator('.reactions').innerText()).toContain('Bravo');
    expect(await said(his, way, 'Mes tomates ont pris le vent').count()).toBe(0);
    await eventually(() => said(his, way, 'Rentrez-les trois nuits').locator('.cite').innerText()).toContain('froid');

    await (await unfold(said(hers, way, 'Mes tomates ont pris froid'), way))
      .getByRole('link', { name: 'Supprimer' })
      .click();
    await hers.getByRole('heading', { name: 'Supprimer ce message ?' }).waitFor();
    await pressButton(hers, 'Supprimer le message');
    await ledTo(hers, room);
    await said(his, way, 'Message supprimé').waitFor();
    await eventually(() => said(his, way, 'Rentrez-les trois nuits').locator('.cite').innerText()).toContain(
      'message supprimé',
    );
    expect(hisMoves()).toBe(quiet);

    for (const page of [hers, his]) {
      expect(await wordsSeen(page, way)).toEqual(['Message supprimé', 'Rentrez-les trois nuits']);
      expect(await thread(page, way).innerText()).not.toMatch(/tomates|Bravo/);
    }
  });

  test('marks one’s own messages for oneself, and for nobody else', async () => {
    const { hers, his } = await evening(way);
    await say(hers, way, 'Bonsoir à tous');
    await say(his, way, 'Bonsoir Monique');
    await said(hers, way, 'Bonsoir Monique').waitFor();
    expect(await sign(said(hers, way, 'Bonsoir à tous'))).toBe('Vous');
    expect(await sign(said(hers, way, 'Bonsoir Monique'))).toBe('');
    expect(await sign(said(his, way, 'Bonsoir Monique'))).toBe('Vous');
    expect(await sign(said(his, way, 'Bonsoir à tous'))).toBe('');
    const label = (message: Locator) => message.locator('.actions').evaluate(wordsOf);
    expect(await label(said(his, way, 'Bonsoir Monique'))).toBe('Modifier ou supprimer');
    expect(await label(said(his, way, 'Bonsoir à tous'))).toBe('Répondre ou réagir');
    if (!way.scripts) return;
    const mine = await unfold(said(his, way, 'Bonsoir Monique'));
    expect(await mine.getByRole('link', { name: 'Modifier' }).isVisible()).toBe(true);
    expect(await mine.getByRole('button').count()).toBe(0);
    const hersAsHeSees = await unfold(said(his, way, 'Bonsoir à tous'));
    expect(await hersAsHeSees.getByRole('link', { name: 'Modifier' }).isVisible()).toBe(false);
  });

  test('takes a reaction back with the same press', async () => {
    const { hers, his } = await evening(way);
    await say(hers, way, 'Le basilic a levé');
    const message = () => said(his, way, 'Le basilic a levé');
    await (await unfold(message(), way)).getByRole('button', { name: 'Cœur', exact: true }).click();
    await eventually(() => said(hers, way, 'Le basilic a levé').locator('.reactions li').count()).toBe(1);
    await message().locator('.reactions').waitFor();
    await (await unfold(message(), way)).getByRole('button', { name: 'Cœur', exact: true }).click();
    await eventually(() => said(hers, way, 'Le basilic a levé').locator('.reactions li').count()).toBe(0);
  });

  test('shows the typed characters as they are, and the newest message in view', async () => {
    const { hers, his, salon, gerard } = await evening(way);
    await say(hers, way, '<b>« 3 < 5 & 7 > 2 »</b> <script>alert(1)</script>');
    for (let n = 1; n <= 20; n += 1) {
      await on.site.cast.sql`insert into chat_messages (salon_id, user_id, content)
        select ${salon}, owner_id, ${`ligne ${n}`} from salons where id = ${salon}`;
    }
    await say(hers, way, 'la dernière');
    await eventually(() => said(his, way, 'la dernière').count()).toBe(1);
    await eventually(() => thread(his, way).evaluate(lastIsInView)).toBe(true);
    await on.site.cast.sql`update salon_members set last_seen_seq = 1000 where user_id = ${gerard.id}`;
    await openRoom(his, way, salon);
    await said(his, way, '<b>« 3 < 5 & 7 > 2 »</b> <script>alert(1)</script>').waitFor();
    await eventually(() => thread(his, way).evaluate(lastIsInView)).toBe(true);
  });
});

/** In the frame the order on screen is by style, so the last is the lowest. */
function lastIsInView(fil: Element): boolean {
  const box = (fil.closest('.fil-cadre') ?? fil).getBoundingClientRect();
  const bottoms = [...fil.querySelectorAll<HTMLElement>('.message')]
    .filter((item) => item.offsetParent !== null)
    .map((item) => item.getBoundingClientRect().bottom);
  const lowest = Math.max(...bottoms);
  return lowest <= Math.min(box.bottom, innerHeight) + 2 && lowest > box.top;
}

test('without scripts the live page gives signs of life by its pictures (N05)', async () => {
  const monique = await on.member('Monique');
  const { id: salon } = await on.site.cast.salon(monique);
  const told: string[] = [];
  const { unlisten } = await on.site.cast.sql.listen('aurora50', (topic) => told.push(topic));
  const page = await on.arrive(WITHOUT_SCRIPTS, monique);
  const asked = page.waitForResponse(/\/direct\?vie=1$/);
  await openRoom(page, WITHOUT_SCRIPTS, salon);
  expect((await asked).status()).toBe(204);
  await eventually(() => told.filter((topic) => topic.endsWith(` sign:${salon}:${monique.id}`)).length).toBe(1);
  await unlisten();
});
