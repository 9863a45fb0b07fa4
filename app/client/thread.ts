/** Puts messages where they belong. Applying the same event twice, or an older one late, changes nothing. */
import { byId, putInPlace, showWhatNeedsScript } from './page';
import { anchors, classes, dataOf } from './protocol';
import { isAtEnd, keepPlace, toEnd } from './scroll';

/** An evening of talk must not weigh down an old tablet: older messages are a link away. */
const MOST = 300;

let fil: HTMLElement;
/** The last change applied to each message, by element id. */
const applied = new Map<string, number>();
let rendered = 0;
let newest = 0;
let unseen = 0;
let isLast = true;

export function enhanceThread(): void {
  fil = byId(anchors.thread) as HTMLElement;
  if (!fil) return;
  isLast = isLastPage();
  rendered = Number(dataOf(fil).depuis);
  // On an older page what was there when it was rendered is no news, wherever it stands.
  newest = isLast ? seqOf(messages().pop()) : rendered;
  byId(anchors.newBelow)?.addEventListener('click', showEnd);
  addEventListener('scroll', () => unseen && isLast && isAtEnd() && count(0), true);
  // D41: reading goes on where it stopped.
  if (!isLast || location.hash) return;
  const line = byId(anchors.newMessages);
  if (line) line.scrollIntoView({ block: 'center' });
  else toEnd();
}

/** On a page of older history what is new belongs to another page. */
export const isLastPage = (): boolean => !document.querySelector('a[rel=next]');
export const messages = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${anchors.thread}>.${classes.message}`),
];
export const seqOf = (message?: HTMLElement): number => Number(dataOf(message).seq ?? 0);

const showEnd = (): void => (isLast ? toEnd() : location.assign(location.pathname));

/** @param batch messages, each with the salon's change number it came under */
export function placeAll(batch: readonly (readonly [number, HTMLElement])[]): void {
  let added: HTMLElement[] = [];
  const stays = keepPlace((atEnd) => {
    added = batch.filter(([change, message]) => place(change, message)).map(([, message]) => message);
    if (atEnd) trim();
  });
  if (added.some((message) => dataOf(message).auteur === dataOf(fil).moi)) showEnd();
  else if (added.length && !(stays && isLast)) count(unseen + added.length);
}

/** True when the message is a new one. */
function place(change: number, message: HTMLElement): boolean {
  if (change <= (applied.get(message.id) ?? 0)) return false;
  applied.set(message.id, change);
  if (byId(message.id)) {
    if (change > rendered) putInPlace(message);
    return false;
  }
  if (seqOf(message) <= newest) return false;
  newest = seqOf(message);
  if (isLast) append(message);
  return true;
}

function append(message: HTMLElement): void {
  const { jour } = dataOf(message);
  // The server's own words, and no member's.
  if (jour !== dataOf(messages().pop()).jour)
    fil.insertAdjacentHTML('beforeend', `<li class="${classes.day}"><span>${jour}</span>`);
  // « Personne n’a encore écrit ici. »
  document.querySelector(`.${classes.silence}`)?.remove();
  fil.append(message);
  showWhatNeedsScript();
}

/** Drops the oldest, and makes « messages précédents » begin where the page now does; without that link nothing goes. */
function trim(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[rel=prev]');
  const old = messages().slice(0, -MOST);
  if (!link || !old.length) return;
  for (const message of old) message.remove();
  // A day whose last message is gone.
  while (fil.children[1]?.matches(`.${classes.day}`)) fil.firstElementChild?.remove();
  link.search = `?avant=${seqOf(messages()[0])}`;
}

function count(n: number): void {
  unseen = n;
  const button = byId(anchors.newBelow);
  if (!button?.lastChild) return;
  button.hidden = !n;
  button.lastChild.textContent = n > 1 ? `${n} nouveaux messages` : '1 nouveau message';
}
