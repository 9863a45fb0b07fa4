/** What the stream's events do to the page (contract 3). */
import { save, sendAgain } from './composer';
import { attempt } from './drafts';
import { say, sayAndOffer } from './notice';
import { byId, elementsOf, putInPlace } from './page';
import { anchors, dataOf, type EventKind, paths } from './protocol';
import { follow, stop } from './stream';
import { placeAll } from './thread';
import { showTyping } from './typing';

/** A cut shorter than this is nobody's business. */
const GRACE = 2000;
/** A page that asks to be loaded again as soon as it is loaded would never be readable. */
const RELOAD_EVERY = 10_000;

type Heard = readonly [kind: EventKind, element: HTMLElement, change: number];
let waiting: Heard[] = [];
let late = 0;

export function enhanceLive(): void {
  const { flux, depuis } = dataOf(byId(anchors.thread));
  if (flux) follow(`${flux}?depuis=${depuis}`, { heard, connected, lost, ended });
}

/** Many events, one frame: a resume of 500 changes lays the page out once. A hidden page has no frames. */
function heard(kind: EventKind, html: string, change: number): void {
  if (kind === 'reset') return reset();
  if (kind === 'fin') return ended(html === 'session');
  if (!waiting.length) (document.hidden ? setTimeout : requestAnimationFrame)(applyAll);
  for (const element of elementsOf(html)) waiting.push([kind, element, change]);
}

function applyAll(): void {
  const batch = waiting;
  waiting = [];
  try {
    placeAll(batch.filter(([kind]) => kind === 'message').map(([, element, change]) => [change, element]));
    for (const [kind, element] of batch) {
      if (kind === 'ecrit') showTyping(element);
      else if (kind !== 'message') putInPlace(element);
    }
  } catch {
    // The cursor has passed these changes: only a fresh page can still show them.
    reset();
  }
}

function connected(): void {
  clearTimeout(late);
  late = 0;
  say('stream', '');
  sendAgain();
}

function lost(): void {
  late ||= window.setTimeout(say, GRACE, 'stream', 'Reconnexion… vos messages sont gardés.');
}

function ended(signedOut: boolean): void {
  stop();
  clearTimeout(late);
  if (signedOut)
    sayAndOffer('Votre session est terminée. Ce que vous écrivez ici est gardé.', 'Me reconnecter', signIn(), save);
  else sayAndOffer('Vous n’êtes plus dans ce salon.');
}

const signIn = (): string => `${paths.signIn}?retour=${encodeURIComponent(location.pathname)}`;

function reset(): void {
  stop();
  clearTimeout(late);
  if (attempt(mayReload)) location.reload();
  else sayAndOffer('Des messages manquent ici.');
}

function mayReload(): boolean {
  const now = Date.now();
  const last = Number(sessionStorage.relecture ?? 0);
  sessionStorage.relecture = now;
  return now - last > RELOAD_EVERY;
}
