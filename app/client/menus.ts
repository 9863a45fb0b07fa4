/** The menus of messages: what was pressed stays under the finger, and arrows lead from one message to the next. */
import { foldUp } from './actions';
import { byId } from './page';
import { anchors, messageSign } from './protocol';
import { scroller } from './scroll';

const MENUS = `#${anchors.thread} summary`;
const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Once it is wanted: most menus never are. */
function fill(summary: Element): void {
  const pattern = byId(anchors.actions)?.innerHTML ?? '';
  const id = summary.closest('li')?.id.slice(anchors.message('').length);
  if (!summary.nextSibling) summary.insertAdjacentHTML('afterend', pattern.split(messageSign).join(id));
}

export function enhanceMenus(): void {
  foldUp(document);
  document.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest(MENUS);
    if (!pressed) return;
    fill(pressed);
    const before = topOf(pressed);
    // A thread that counts from its end grows upwards there, and would lift what was pressed.
    requestAnimationFrame(() => {
      scroller().scrollTop += topOf(pressed) - before;
    });
  });
  document.addEventListener('keydown', (event) => {
    const menus = [...document.querySelectorAll<HTMLElement>(MENUS)];
    const at = menus.indexOf(event.target as HTMLElement);
    if (at < 0 || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    menus[at + (event.key > 'ArrowT' ? -1 : 1)]?.focus();
  });
}
