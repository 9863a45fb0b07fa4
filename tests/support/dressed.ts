import type { Page } from 'playwright';
import { expect } from 'vitest';

/** A document can be asked for its sizes before its style sheet has come: nothing is measured until it is there. */
export const dressed = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every((link) => link.sheet),
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
