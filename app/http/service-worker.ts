/**
 * What stays in the browser when the page is closed: one page for when there is no network, and its style sheet.
 * It never keeps anything else, and it meddles with nothing but whole pages that are opened (GET): a post that it
 * passed on would look like our own wherever it came from (Fetch Metadata), and streams are none of its business.
 * The kept style sheet is given out after the kept page alone: on ordinary pages it would only come later.
 * The style sheet's name is in the text, so every new look is a new worker, with a page that fits it.
 */
import { href } from '~/urls';

/** The preloaded answer costs a page no wait for the worker to wake. After a change of size or theme the kept page follows. */
export function serviceWorker(stylesUrl: string): string {
  const [page, styles, comfort] = [href('offline'), stylesUrl, href('comfort')].map((path) => JSON.stringify(path));
  return `const page = ${page}, styles = ${styles};
const keep = async () => (await caches.open(styles)).addAll([page, styles]);
let moved = false, cut = false;
const open = async (event) => {
  try {
    const answer = (await event.preloadResponse) || (await fetch(event.request));
    if (moved) event.waitUntil(keep().catch(() => {}));
    moved = cut = false;
    return answer;
  } catch {
    cut = true;
    return (await caches.match(page)) || Response.error();
  }
};
addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== styles) await caches.delete(name);
  await registration.navigationPreload?.enable();
})()));
addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request;
  if (method === 'POST' && new URL(url).pathname === ${comfort}) moved = true;
  if (method === 'GET' && mode === 'navigate' && destination === 'document') event.respondWith(open(event));
  if (cut && url === location.origin + styles) event.respondWith(caches.match(styles).then((kept) => kept || fetch(event.request)));
});
`;
}
