/**
 * A telephone's keyboard that is laid over the page (iOS) tells nobody but the visual viewport: the room becomes as
 * high as what is left, and shows what is said and where one writes. Where the keyboard makes the window itself
 * lower, the style sheet sees it without us.
 */
import { keepPlace } from './scroll';

/** Less than this part of the window left to see is a keyboard; a browser's own bars take less. */
const COVERED = 0.75;

export function enhanceKeyboard(): void {
  const seen = window.visualViewport;
  const root = document.documentElement;
  seen?.addEventListener('resize', () => {
    // Somebody who enlarges the page with two fingers sees less of it too.
    const isOpen = seen.scale < 1.05 && seen.height < innerHeight * COVERED;
    keepPlace(() => {
      root.toggleAttribute('data-clavier', isOpen);
      root.style.setProperty('--haut', `${seen.height}px`);
    });
    if (isOpen) scrollTo(0, 0);
  });
}
