/**
 * A tab that keeps axe and its style sheet while it takes in one page after the other as it stands in another tab: to
 * read axe's source anew in every page costs as much as to run it.
 */
import type { Page } from 'playwright';

/**
 * Puts the page that stands in `from` on the bench; its scripts do not run a second time. Both are of one origin, and
 * the bench's context passes over the policy of its first page (`bypassCSP`), which knows other nonces.
 */
export async function putOn(bench: Page, from: Page): Promise<void> {
  const served = await from.evaluate(() => ({
    html: document.documentElement.innerHTML,
    marks: Object.fromEntries([...document.documentElement.attributes].map(({ name, value }) => [name, value])),
  }));
  await bench.evaluate(takeIn, served);
}

/** Runs in the page. The style sheet stays where it is: one that is moved is loaded anew. */
function takeIn({ html, marks }: { html: string; marks: Readonly<Record<string, string>> }): void {
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const [name, value] of Object.entries(marks)) root.setAttribute(name, value);
  // An element of this document, which runs scripts: what is for readers without them stays text, as in `from`.
  const page = document.createElement('html');
  page.innerHTML = html;
  // A frame is a page itself: it is looked at as one.
  for (const frame of page.querySelectorAll('iframe')) frame.removeAttribute('src');
  const [sheet, coming] = [document, page].map((each) => each.querySelector<HTMLLinkElement>('link[rel=stylesheet]'));
  const parts = [...(page.querySelector('head')?.childNodes ?? [])];
  if (!sheet || !coming || sheet.href !== coming.href) throw new Error('a page with another style sheet');
  for (const old of [...document.head.childNodes]) if (old !== sheet) old.remove();
  sheet.before(...parts.slice(0, parts.indexOf(coming)));
  sheet.after(...parts.slice(parts.indexOf(coming) + 1));
  document.body.replaceWith(page.querySelector('body') ?? '');
}
