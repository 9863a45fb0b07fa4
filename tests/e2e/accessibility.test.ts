/** What everybody and the team can open: `page-looks.ts` (U03, C-12). */
import path from 'node:path';
import { expect, test } from 'vitest';
import { href } from '~/urls';
import { projectRoot } from '../../db/project-root';
import { WITH_SCRIPTS } from '../support/journey';
import { faultsOf, looksAt } from '../support/page-looks';
import { watchServed } from '../support/served';
import { textsIn } from '../support/stylesheet';
import { putOn } from '../support/workbench';

const looks = looksAt(['stranger', 'admin']);

test('what a script changes, or what is only for readers without one, was opened without scripts', async () => {
  expect(looks.changed).toContain('signIn');
  // A style sheet could ask too; ours does not, so that markup alone decides.
  expect(textsIn(path.join(projectRoot(), 'app/client/styles'), '.css').join('\n')).not.toMatch(/\(\s*scripting/);
  const tab = await looks.tabOf('stranger');
  const isAsServed = watchServed(tab);
  await tab.goto(href('legal'));
  expect(await isAsServed()).toBe(true);
  await tab.evaluate(() => document.querySelector('h1')?.append(' !'));
  expect(await isAsServed()).toBe(false);
});

test('axe is really asked for 7:1, inside what is folded too', async () => {
  const tab = await looks.on.visit(WITH_SCRIPTS);
  await tab.setContent(
    `<html lang="fr"><title>Gris</title><main><h1>Gris</h1>
      <details><summary>Plus</summary><p style="color:#767676">Gris</p></details></main></html>`,
  );
  expect(await faultsOf(tab)).toEqual([expect.stringMatching(/^color-contrast-enhanced/)]);
});

test('a page on the bench is the page as it stands: its marks, its own rules and what a script has changed', async () => {
  const [tab, bench] = [await looks.tabOf('admin'), await looks.tabOf('admin', WITH_SCRIPTS, { bypassCSP: true })];
  await tab.goto(href('home'));
  await bench.goto(href('legal'));
  await tab.evaluate(() => {
    document.documentElement.dataset.theme = 'sombre';
    document.querySelector('h1')?.append(' !');
  });
  await putOn(bench, tab);
  const look = () => {
    const title = document.querySelector('h1') as HTMLElement;
    const { fontFamily, fontSize, color } = getComputedStyle(title);
    const rules = [...document.styleSheets].map(({ cssRules }) => cssRules.length);
    return { title: document.title, words: title.textContent, fontFamily, fontSize, color, rules };
  };
  expect(await bench.evaluate(look)).toEqual(await tab.evaluate(look));
  expect((await bench.evaluate(look)).rules).toHaveLength(2);
  expect(await faultsOf(bench)).toEqual([]);
  await bench.evaluate(() => document.querySelector('.tete')?.append(document.createElement('button')));
  expect(await faultsOf(bench)).toEqual([expect.stringMatching(/^button-name/)]);
});
