/** One picture to take: who looks, and how she comes to what is photographed. */
import type { Page } from 'playwright';
import type { Who as Known } from '../../tests/support/known-page';
import type { Rooms } from './rooms';

/** The people of the known pages, and two of the demonstration. */
export type Who = Known | 'monique' | 'fatima';
export type Shot = {
  readonly who: Who;
  readonly open: (page: Page, site: Rooms) => Promise<unknown>;
  /** Pixels that a keyboard on the screen leaves, for a page that stays as high as its screen. */
  readonly height?: number;
  /** In a browser that runs none. */
  readonly withoutScripts?: true;
};

export const at =
  (address: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(address);
