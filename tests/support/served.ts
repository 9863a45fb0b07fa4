/** Whether a page stands as the server has sent it: what no script has changed looks the same to a reader without any. */
import type { Page } from 'playwright';

/** Listens from now on; ask after a page has been opened. */
export function watchServed(tab: Page): () => Promise<boolean> {
  let html = Promise.resolve('');
  tab.on('response', (answer) => {
    if (!answer.request().isNavigationRequest() || answer.status() === 303) return;
    // A page whose text is not kept any more counts as changed.
    if (answer.frame() === tab.mainFrame()) html = answer.text().catch(() => '');
  });
  return async () => tab.evaluate(isAsServed, await html);
}

/** Runs in the page. */
function isAsServed(html: string): boolean {
  // The browser shows no page's script its own nonces.
  const plain = ({ outerHTML }: Element) => outerHTML.replace(/ nonce="[^"]*"/g, '');
  const sent = new DOMParser().parseFromString(html, 'text/html');
  if (sent.body.querySelector('.sans-script, .avec-script, noscript')) return false;
  return plain(sent.documentElement) === plain(document.documentElement);
}
