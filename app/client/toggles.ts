/** Two buttons that only exist with the script: the server renders them hidden. */
import { byId } from './page';
import { anchors, dataOf, having } from './protocol';

export function enhancePasswords(): void {
  for (const button of document.querySelectorAll<HTMLElement>(having('afficher'))) {
    const input = byId(dataOf(button).afficher ?? '') as HTMLInputElement;
    enhance(button, 'Masquer', (shown) => {
      input.type = shown ? 'text' : 'password';
    });
    // Sent as text, the password would be offered among the browser's suggestions.
    input.form?.addEventListener('submit', () => input.type === 'text' && button.click());
  }
}

/** Only where the browser lets a page copy. */
export function enhanceCopies(): void {
  for (const button of document.querySelectorAll<HTMLElement>(having('copier'))) {
    enhance(button, 'Lien copié', () => void navigator.clipboard.writeText(dataOf(button).copier ?? ''));
    button.hidden = !navigator.clipboard;
  }
}

/** C-11: somebody who listens to the page may want silence without leaving it. */
export function enhanceAnnouncements(): void {
  const button = byId(anchors.pauseAnnouncements);
  const log = byId(anchors.thread)?.closest('[aria-live]');
  if (button && log) {
    enhance(button, 'les lire de nouveau', (paused) => log.setAttribute('aria-live', paused ? 'off' : 'polite'));
  }
}

/** The word stands after an icon, as the server wrote it; `other` takes its place while the button is pressed. */
function enhance(button: HTMLElement, other: string, act: (on: boolean) => void): void {
  const word = button.lastChild;
  const first = word?.textContent ?? '';
  let on = false;
  button.hidden = false;
  button.addEventListener('click', () => {
    on = !on;
    if (word) word.textContent = on ? ` ${other}` : first;
    button.setAttribute('aria-pressed', `${on}`);
    act(on);
  });
}
