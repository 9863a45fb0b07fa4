/** « Gérard écrit… »: said at most every few seconds, shown until it is old, kept nowhere. */
import { byId, putInPlace, whisper } from './page';
import { anchors, dataOf } from './protocol';

const SAY_EVERY = 4000;
const SHOW_FOR = 6000;
let said = 0;
let timer = 0;

export function enhanceTyping(): void {
  const url = dataOf(byId(anchors.thread)).ecrit;
  if (!url) return;
  byId(anchors.text)?.addEventListener('input', () => {
    if (Date.now() - said < SAY_EVERY) return;
    said = Date.now();
    whisper(url);
  });
}

/** The stream is the same for everybody: that I am writing is no news to me. */
export function showTyping(line: HTMLElement): void {
  if (dataOf(line).qui === dataOf(byId(anchors.thread)).moi) return;
  putInPlace(line);
  clearTimeout(timer);
  timer = window.setTimeout(() => byId(line.id)?.setAttribute('hidden', ''), SHOW_FOR);
}
