/** axe in a page: put there once, run on everything the page holds, unfolded. */
import axe from 'axe-core';
import type { Page } from 'playwright';

/** Beyond what axe asks by itself: 7:1, large targets, the same words for the same place. */
export const RULES = {
  'color-contrast-enhanced': { enabled: true },
  // The same elements at 4.5:1: whoever passes the rule above passes this one, and it costs as much again.
  'color-contrast': { enabled: false },
  'target-size': { enabled: true },
  'identical-links-same-purpose': { enabled: true },
} as const;

/** What has to do with colours alone. */
export const COLOUR_RULES = ['color-contrast-enhanced', 'link-in-text-block'] as const;

type Options = {
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
  /** These rules alone. */
  readonly only?: readonly string[];
  readonly exclude?: string;
  /** The contrast of these elements alone: two thirds of the work, and the rest of the page has been looked at before. */
  readonly contrastOf?: string;
};

/** What axe finds, one line a fault. */
export async function axeFaults(
  tab: Page,
  { rules = RULES, only, exclude, contrastOf }: Options = {},
): Promise<string[]> {
  const runOnly = only && { type: 'rule' as const, values: [...only] };
  // The frames of a page are pages themselves: what is in them is looked at there.
  const options = { rules, ...(runOnly ? { runOnly } : {}), resultTypes: ['violations'], iframes: false };
  if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(axe.source);
  return tab.evaluate(run, { options: options as axe.RunOptions, exclude, contrastOf });
}

type Run = { options: axe.RunOptions; exclude: string | undefined; contrastOf: string | undefined };

/** Runs in the page. */
async function run({ options, exclude, contrastOf = '*' }: Run): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  axe.configure({ rules: [{ id: 'color-contrast-enhanced', selector: contrastOf }] });
  const context = exclude ? { exclude: [[exclude]] } : document;
  const { violations } = await axe.run(context, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/**
 * Opens whatever can be unfolded, and lets it push the rest aside: nothing lies over anything that axe should see. In
 * the smallest letters: larger ones have it easier.
 */
export async function unfoldAll(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    document.documentElement.dataset.taille = '1';
    for (const menu of document.querySelectorAll('details')) {
      // Those of one name shut each other.
      menu.removeAttribute('name');
      // Pressed: a message's menu is filled when it is.
      if (!menu.open) menu.querySelector('summary')?.click();
      for (const part of menu.querySelectorAll<HTMLElement>(':scope > :not(summary)'))
        if (['absolute', 'fixed'].includes(getComputedStyle(part).position)) part.style.position = 'static';
    }
  });
}
