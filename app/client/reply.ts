/** D47: « Répondre » fills a hidden field and shows what is being answered. The link itself works without script. */
import { byId } from './page';

export function enhanceReplies(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-repondre],[data-ne-plus-repondre]');
    if (!link || event.ctrlKey || event.metaKey) return;
    const id = link.dataset.repondre;
    // No composer here, or not that message: the link leads where the server says.
    if (!(id ? answerTo(id) : stopAnswering())) return;
    event.preventDefault();
    // The menu has done its work; left open it would hide what is being answered.
    link.closest('details')?.removeAttribute('open');
    byId('texte')?.focus();
  });
}

export function answerTo(id: string): boolean {
  const message = byId(`message-${id}`);
  if (!message || !set(id)) return false;
  const textOf = (part: string) => message.querySelector(part)?.textContent ?? '';
  // By code points (`u`): half an emoji is a black diamond.
  const excerpt = /^.{0,120}/su.exec(textOf('.texte'));
  fill('b', textOf('.qui b'));
  fill('.extrait', `«\u00a0${excerpt}\u00a0»`);
  return true;
}

function fill(part: string, text: string): void {
  const place = document.querySelector(`#reponse ${part}`);
  if (place) place.textContent = text;
}

export const stopAnswering = (): boolean => set('');

function set(id: string): boolean {
  const input = document.querySelector<HTMLInputElement>('#ecrire [name=reponse_a]');
  const banner = byId('reponse');
  if (!input || !banner) return false;
  input.value = id;
  banner.hidden = !id;
  return true;
}
