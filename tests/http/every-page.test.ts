/** What every page promises: its links lead somewhere, its forms are judged by the server, its words are true. */
import { describe, expect, test } from 'vitest';
import { FLASHES } from '~/routes/flashes';
import { methodsOf, placeOf } from '~/urls';
import type { KnownPage, Who } from '../support/known-pages';
import { testMarkup } from '../support/page-markup';
import { type ShownPage, showEveryPage } from '../support/shown-pages';
import { mainOf, unescaped, words } from '../support/site';

const pages = showEveryPage();
const { site, shown, wrong } = pages;

/** Addresses of ours that a page leads to, without what the browser keeps for itself. */
function linksOf(html: string): string[] {
  // What the script fills in is no link yet.
  const shownAtOnce = html.replace(/<template[\s\S]*?<\/template>/g, '');
  const found = [...shownAtOnce.matchAll(/<a [^>]*?href="([^"#]+)/g)].map(([, url]) => unescaped(url ?? ''));
  return found.map((url) => url.replace(site.origin, '')).filter((url) => url.startsWith('/'));
}

/** Links of one kind are looked at this often for each reader: fifty messages have fifty links of a kind. */
const OF_A_KIND = 3;

/** The first links of each kind that these pages have, with the page they stand on. */
function linksToTry(pages: readonly ShownPage[]): Map<string, string> {
  const from = new Map<string, string>();
  const kinds = new Map<string, number>();
  for (const page of pages) {
    for (const link of linksOf(page.html).filter((each) => !from.has(each))) {
      const url = new URL(link, site.origin);
      const kind = `${placeOf(url.pathname) ?? url.pathname} ${[...url.searchParams.keys()]}`;
      const seen = kinds.get(kind) ?? 0;
      kinds.set(kind, seen + 1);
      // A film of the cast has no file. A message has its own links hidden from everybody but its author.
      if (seen < OF_A_KIND && !/\/video\/|\/supprimer$/.test(url.pathname)) from.set(link, page.name);
    }
  }
  return from;
}

describe('no page promises what is not there', () => {
  test('every link of every page, for each kind of reader, leads to a page she may see', async () => {
    const dead: string[] = [];
    const visitors = pages.visitors();
    for (const who of Object.keys(visitors) as Who[]) {
      for (const [link, page] of linksToTry(shown.filter((each) => each.who === who))) {
        const { status } = await visitors[who].get(link);
        if (status >= 400) dead.push(`${who}, ${page}: ${link} answers ${status}`);
      }
    }
    expect(dead).toEqual([]);
  }, 120_000);

  test('every form leads to an address that takes it', () => {
    const refused = (html: string) =>
      [...html.matchAll(/<(?:form|button) [^>]*?(?:form)?action="([^"?#]+)[^>]*>/gi)]
        .map(([tag, url]) => ({ method: /method="post"/.test(tag) || /^<button/.test(tag) ? 'POST' : 'GET', url }))
        .filter(({ method, url }) => !methodsOf(unescaped(url ?? ''))?.includes(method))
        .map(({ method, url }) => `${method} ${url}`);
    // The gallery's question is asked as an example.
    expect(wrong((html, page) => (page.name === 'gallery, question' ? [] : refused(html)))).toEqual({});
  });
});

describe('what is wrong with a form', () => {
  test('is told by our own summary: no form asks the browser to judge it', () => {
    const judged = (html: string) => (html.match(/<form\b[^>]*>/g) ?? []).filter((tag) => !/ novalidate/i.test(tag));
    expect(wrong(judged)).toEqual({});
  });

  test('is told without a promise that a password does not keep', () => {
    const untrue = (html: string, { form = {} }: KnownPage) => {
      const summary = words(/<div class="avis alerte fautes"[\s\S]*?<ul>/.exec(html)?.[0] ?? '');
      const sentPassword = 'mot_de_passe' in form || 'ancien' in form;
      return summary === '' || /mot de passe/.test(summary) === sentPassword ? [] : [summary];
    };
    expect(wrong(untrue)).toEqual({});
  });
});

test('what comes by e-mail is called « courriel » on every screen', () => {
  const OTHER = /une lettre|la lettre (?!du jour)|les lettres|nouvelle lettre|lettres (?!par heure)|courriers?\b/gi;
  // What members have written, and the team's own page of letters.
  const own = (html: string) => html.replace(/<(p class="(?:texte|cite)|textarea)[\s\S]*?<\/(p|textarea)>/g, '');
  const found = (html: string) => words(own(mainOf(html))).match(OTHER) ?? [];
  expect(wrong((html, page) => (page.who === 'admin' ? [] : found(html)))).toEqual({});
});

/** Half of the readers are women, and most sentences can be turned so that nobody has to choose. */
const MASCULINE =
  /vous seul\b|\b(êtes|suis|rester|restez|serez)( déjà| plus| maintenant| bien)? (connecté|déconnecté|inscrit|reconnu)\b|\b(sûr|certain) de vouloir/gi;

test('no sentence takes its reader for a man', () => {
  const inRoom = (path: string) => path.startsWith('/salons/');
  expect(wrong((html, { path }) => (inRoom(path) ? [] : (words(mainOf(html)).match(MASCULINE) ?? [])))).toEqual({});
  const said = Object.values(FLASHES).map(({ text }) => text);
  expect(said.filter((text) => text.match(MASCULINE))).toEqual([]);
});

describe('markup', () => testMarkup(pages));
