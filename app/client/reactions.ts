/** Q04: a reaction shows at once. What the server then says of the message takes its place. */
import { byId } from './page';
import { anchors, classes, dataOf } from './protocol';

/**
 * @returns what takes it back when it was refused, unless the server has said what stands meanwhile; nothing when `button`
 * gives no reaction in a thread
 */
export function reactAtOnce(form: HTMLElement, button: HTMLElement | null): (() => void) | undefined {
  const menu = form.closest(`#${anchors.thread} details`);
  const { name, value, textContent } = (button ?? {}) as HTMLButtonElement;
  if (!menu || name !== 'emoji') return;
  const { moi } = dataOf(byId(anchors.thread));
  const part = menu.parentElement as HTMLElement;
  const mine = part.querySelector<HTMLElement>(
    `[data-r=${value}] [data-p="${moi}"],[data-r=${value}][data-par~="${moi}"]`,
  );
  const mark = mine ?? add(part.querySelector(`.${classes.reactions}`), menu, `<li>${textContent}\u202f: vous`);
  // An element that the server's words have been put into has no style any more.
  mark.style.cssText = mine ? 'text-decoration:line-through' : 'opacity:1';
  return () => {
    if (!mark.style.length) return;
    if (mine) mark.removeAttribute('style');
    else mark.remove();
  };
}

function add(list: Element | null, menu: Element, html: string): HTMLElement {
  if (list) list.insertAdjacentHTML('beforeend', html);
  else menu.insertAdjacentHTML('beforebegin', `<ul class="${classes.reactions}">${html}</ul>`);
  return (list ? list.lastElementChild : menu.previousElementSibling) as HTMLElement;
}
