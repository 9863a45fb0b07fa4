/** The narrow screens on which no page may have to be pushed sideways (C-12), all of them on one loaded page. */
import type { Frame, Page } from 'playwright';
import type { Size } from '~/ui/comfort';

type Screen = {
  readonly screen: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly sizes: readonly Size[];
};

/** A phone, with the largest letters, as the page comes, and the smallest; and a screen of 1280 × 1024 at 400 %. */
export const NARROW: readonly Screen[] = [
  { screen: '320 px', viewport: { width: 320, height: 640 }, sizes: [4, 1] },
  { screen: '400 %', viewport: { width: 320, height: 256 }, sizes: [1] },
];

/** What is wider than the screen, on each of them, folded as it comes and with everything unfolded. */
export async function sticksOut(tab: Page, inside: Page | Frame = tab): Promise<string[]> {
  const found: string[] = [];
  for (const { screen, viewport, sizes } of NARROW) {
    const now = tab.viewportSize();
    if (now?.width !== viewport.width || now.height !== viewport.height) await tab.setViewportSize(viewport);
    found.push(...(await inside.evaluate(tryAll, { screen, sizes })));
  }
  return found;
}

/** Runs in the page, and leaves it as it was. What a size changes is one mark on the document. */
function tryAll({ screen, sizes }: Pick<Screen, 'screen' | 'sizes'>): string[] {
  const marks = document.documentElement.dataset;
  const { taille } = marks;
  const folded = [...document.querySelectorAll('details')].filter((menu) => !menu.open);
  const found: string[] = [];
  for (const size of sizes) {
    if (marks.taille !== String(size)) marks.taille = String(size);
    for (const unfolded of [false, true]) {
      for (const menu of folded) if (menu.open !== unfolded) menu.querySelector('summary')?.click();
      const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
      if (scrollWidth <= clientWidth) continue;
      const guilty = [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => `${element.tagName}.${element.className}`);
      const how = `${screen}, size ${size}${unfolded ? ', unfolded' : ''}`;
      found.push(`${how}: ${scrollWidth} > ${clientWidth} ${guilty.slice(-3).join(' ')}`);
    }
  }
  for (const menu of folded) menu.open = false;
  marks.taille = taille;
  return found;
}
