/** Every known page as the server sends it, fetched once for all the tests of a file. */
import { beforeAll, expect } from 'vitest';
import { fetchKnown, furnish, type KnownPage, type KnownSite, visitorsOf, type Who } from './known-pages';
import type { Visitor } from './server';
import { openSite, type Site } from './site';

export type ShownPage = KnownPage & { readonly html: string };
export type ShownSite = {
  readonly site: Site;
  readonly shown: readonly ShownPage[];
  readonly known: () => KnownSite;
  readonly visitors: () => Readonly<Record<Who, Visitor>>;
  /** What is wrong, by page; {} is what every test hopes for. */
  readonly wrong: (find: (html: string, page: KnownPage) => readonly string[]) => Record<string, readonly string[]>;
};

/** Registers the hooks of a file. */
export function showEveryPage(): ShownSite {
  const site = openSite();
  const shown: ShownPage[] = [];
  let known: KnownSite;
  let visitors: Readonly<Record<Who, Visitor>>;
  beforeAll(async () => {
    known = await furnish(site);
    visitors = await visitorsOf(site, known);
    for (const page of known.pages) {
      const answer = await fetchKnown(page, visitors[page.who]);
      expect([page.name, answer.status]).toEqual([page.name, page.status]);
      shown.push({ ...page, html: await answer.text() });
    }
  }, 120_000);
  return {
    ...{ site, shown, known: () => known, visitors: () => visitors },
    wrong: (find) =>
      Object.fromEntries(
        shown.map((page) => [page.name, find(page.html, page)] as const).filter(([, faults]) => faults.length > 0),
      ),
  };
}
