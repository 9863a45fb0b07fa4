/** The field one writes in: its height, its keyboard, its limit. What becomes of the text is the composer's business. */
import { byId } from './page';
import { anchors, dataOf } from './protocol';
import { keepPlace } from './scroll';

/** Nobody counts letters before that. */
const NEARLY_FULL = 200;

export function enhanceField(area: HTMLTextAreaElement, press: () => void): void {
  const line = byId(anchors.textHint);
  const { clavier } = dataOf(line);
  if (line && clavier && hasKeyboard()) line.textContent = clavier;
  area.addEventListener('keydown', (event) => {
    if (!isSending(event)) return;
    event.preventDefault();
    if (area.value.trim()) press();
  });
}

const hasKeyboard = (): boolean => matchMedia('(pointer: fine)').matches;

/** Enter sends on a keyboard and makes a line on touch; never while a word is being composed (229: Safari's way). */
function isSending(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && hasKeyboard();
}

/** After every change of the text, whoever made it. */
export function fit(area: HTMLTextAreaElement): void {
  const line = byId(anchors.roomLeft);
  const left = area.maxLength - area.value.length;
  if (line) {
    line.hidden = left > NEARLY_FULL;
    line.textContent = line.hidden ? '' : `Place restante\u202f: ${left} caractère${left > 1 ? 's' : ''}.`;
  }
  // Engines that know `field-sizing` grow the field by style; the others by rows.
  if (!CSS.supports('field-sizing', 'content')) keepPlace(() => grow(area));
}

function grow(area: HTMLTextAreaElement): void {
  area.rows = 2;
  while (area.scrollHeight > area.clientHeight && area.rows < 10) area.rows++;
}
