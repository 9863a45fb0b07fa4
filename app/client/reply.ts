/** D47: « Répondre » fills a hidden field and shows what is being answered. The link itself works without script. */
import { byId } from './page';
import { anchors, classes, dataOf, having } from './protocol';

export function enhanceReplies(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>(`${having('repondre')},${having('nePlusRepondre')}`);
    if (!link || event.ctrlKey || event.metaKey) return;
    const id = dataOf(link).repondre;
    // No composer here, or not that message: the link leads where the server says.
    if (!(id ? answerTo(id) : stopAnswering())) return;
    event.preventDefault();
    // The menu has done its work; left open it would hide what is being answered.
    link.closest('details')?.removeAttribute('open');
    byId(anchors.text)?.focus();
  });
}

export function answerTo(id: string): boolean {
  const message = byId(anchors.message(id));
  if (!message || !set(id)) return false;
  // As it is read: a line's end is a space here, and none is lost.
  const textOf = (part: string) => message.querySelector<HTMLElement>(part)?.innerText ?? '';
  // By code points (`u`): half an emoji is a black diamond.
  const excerpt = /^.{0,120}/su.exec(textOf(`.${classes.words}`));
  fill('b', textOf(`.${classes.author} b`));
  fill(`.${classes.excerpt}`, `«\u00a0${excerpt}\u00a0»`);
  return true;
}

function fill(part: string, text: string): void {
  const place = document.querySelector(`#${anchors.answering} ${part}`);
  if (place) place.textContent = text;
}

export const stopAnswering = (): boolean => set('');

function set(id: string): boolean {
  const input = document.querySelector<HTMLInputElement>(`#${anchors.composer} [name=reponse_a]`);
  const banner = byId(anchors.answering);
  if (!input || !banner) return false;
  input.value = id;
  banner.hidden = !id;
  return true;
}
