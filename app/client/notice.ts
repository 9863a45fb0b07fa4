/**
 * The one calm line under the thread, shared by two speakers. The form speaks louder: « votre message est gardé »
 * must not vanish because the stream has come back a second before the message left.
 */
import { byId } from './page';
import { anchors } from './protocol';

const said = { form: '', stream: '' };

/** Says `text`, or falls silent with ''. False when the page has no such line. */
export function say(speaker: keyof typeof said, text: string): boolean {
  const line = byId(anchors.notice);
  if (!line) return false;
  said[speaker] = text;
  line.textContent = said.form || said.stream;
  line.hidden = !line.textContent;
  return true;
}

/** Says the last thing the stream has to say, and how to go on. `before`: what must happen before the reader leaves. */
export function sayAndOffer(
  text: string,
  words = 'Recharger la page',
  address = location.pathname,
  before?: () => void,
): void {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words;
  if (before) link.addEventListener('click', before);
  if (say('stream', text)) byId(anchors.notice)?.append(' ', link);
}
