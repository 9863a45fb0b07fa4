/** The few ways in which the script touches a page. Nothing here knows about salons. */
import { Idiomorph } from 'idiomorph';
import { foldUp } from './actions';
import { dataOf, fragmentHeader, having } from './protocol';

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** The top-level elements of a piece of HTML from our own server. A template parses a lone <li>, and loads no image. */
export function elementsOf(html: string): HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  foldUp(template.content);
  return [...template.content.children] as HTMLElement[];
}

/**
 * Turns the element of the same id into `fresh`; false when the page has none. What the reader holds stays hers: the
 * field she writes in, and a menu she unfolded, which somebody else's reaction must not fold up again.
 */
export function putInPlace(fresh: HTMLElement): boolean {
  const current = byId(fresh.id);
  if (!current) return false;
  const beforeNodeMorphed = ({ nodeName }: Node) => nodeName !== 'DETAILS';
  Idiomorph.morph(current, fresh, { ignoreActiveValue: true, callbacks: { beforeNodeMorphed } });
  showWhatNeedsScript();
  return true;
}

/** Some controls only make sense with the script, some only without. */
export function showWhatNeedsScript(): void {
  for (const element of document.querySelectorAll<HTMLElement>(`${having('avecScript')},${having('sansScript')}`)) {
    element.hidden = element.matches(having('sansScript'));
  }
  for (const element of document.querySelectorAll<HTMLElement>(having('mots'))) {
    element.textContent ||= dataOf(element).mots ?? '';
  }
}

/** A refused form is announced by its summary, at load as after a morph. */
export function focusAlert(): void {
  const alert = document.querySelector<HTMLElement>('[role=alert]');
  if (!alert) return;
  alert.tabIndex = -1;
  alert.focus();
}

export function post(url: string, body: URLSearchParams, more?: RequestInit): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { [fragmentHeader.name]: fragmentHeader.value }, ...more });
}

/** A post nobody waits for (reading mark, typing): its loss costs nothing, so its failure is silent. */
export function whisper(url: string, fields = ''): void {
  post(url, new URLSearchParams(fields), { keepalive: true }).catch(() => {});
}
