/** A server on a database without rows, with its cast; and what its pages and its journal say. */
import { beforeAll, expect } from 'vitest';
import type { Cast, Member } from './cast';
import { type RunningServer, type Visitor, visitor } from './server';
import { type OpenedSite, openAlone, openShared } from './shared-site';

export type Site = {
  origin: string;
  url: string;
  server: RunningServer;
  cast: Cast;
  /** Somebody who has signed in. */
  readonly as: (member: Member) => Promise<Visitor>;
  readonly stranger: () => Visitor;
};

/** Settings of which there is one server for all the files of a process. */
const SHARED = ['', 'TRUST_PROXY'];

/**
 * Registers the hooks of a file; what it gives is filled before the first test runs. At the end the journal must be
 * free of anything that nobody expected. Files without settings of their own have the same server, one after the other.
 */
export function openSite(settings: Readonly<Record<string, string>> = {}): Site {
  return siteFrom(() => (SHARED.includes(Object.keys(settings).join()) ? openShared(settings) : openAlone(settings)));
}

/** For a file that looks at a server's whole life, or changes what its memory begins with. */
export function openOwnSite(settings: Readonly<Record<string, string>> = {}): Site {
  return siteFrom(() => openAlone(settings));
}

function siteFrom(opening: () => Promise<OpenedSite>): Site {
  const site = {
    async as(member: Member) {
      return holding(site.origin, await site.cast.session(member));
    },
    stranger: () => visitor(site.origin),
  } as Site;
  beforeAll(async () => {
    const { url, cast, server, close } = await opening();
    Object.assign(site, { url, cast, server, origin: server.origin });
    return async () => {
      await close(site.server);
      expect(faultsIn(site.server)).toEqual([]);
    };
  });
  return site;
}

/** A visitor with this Cookie header from the start. */
export function holding(origin: string, cookie: string): Visitor {
  const { get, post } = visitor(origin);
  return {
    get: (path, headers) => get(path, { Cookie: cookie, ...headers }),
    post: (path, form, headers) => post(path, form, { Cookie: cookie, ...headers }),
    cookie: () => cookie,
  };
}

type JournalLine = Readonly<Record<string, unknown>>;

/** The journal so far: one JSON object a line. Other lines (the greeting) are left out. */
export function journalOf(server: RunningServer): JournalLine[] {
  return server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as JournalLine);
}

/** What nobody expected: errors in the journal, and anything that is neither journal nor greeting. */
export function faultsIn(server: RunningServer): unknown[] {
  const strange = server
    .output()
    .split('\n')
    .filter((line) => /^\s+at |Error|Warning/.test(line) && !line.startsWith('{'));
  const refusal = (line: JournalLine) => (line.error as { name?: string } | undefined)?.name === 'AppError';
  return [...journalOf(server).filter((line) => Number(line.level) >= 50 && !refusal(line)), ...strange];
}

/** The faults a refused page shows, by field: [in the summary, beside the field]. */
export function faultsShown(html: string): { summary: string[]; fields: Record<string, string> } {
  const box = /<div class="avis alerte fautes"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  const summary = [...box.matchAll(/<li>([\s\S]*?)<\/li>/g)].map((item) => words(item[1] ?? ''));
  const fields = [...html.matchAll(/<p class="faute" id="faute-(\w+)"[^>]*>([\s\S]*?)<\/p>/g)];
  return {
    summary,
    fields: Object.fromEntries(fields.map(([, name, text]) => [name, words(text ?? '')])),
  };
}

/** Text without its tags; every kind of space is one space. */
export function words(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

export function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** The value of an input, or the text of a text area, as the page's own forms have it. */
export function filledIn(page: string, name: string): string | undefined {
  const html = mainOf(page);
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0];
  const found = area?.[1] ?? (input && /value="([^"]*)"/.exec(input)?.[1]);
  return found === undefined ? undefined : unescaped(found);
}

/** A page without what differs at every answer: its nonce and its reference. */
export function withoutTokens(html: string): string {
  return html
    .replace(/nonce="[^"]*"/g, 'nonce=""')
    .replace(/<strong class="reference">[^<]*<\/strong>/g, '<strong class="reference"></strong>')
    .replace(/<span class="epele">[^<]*<\/span>/g, '<span class="epele"></span>')
    .replace(/(name="cle" value=)"[^"]*"/g, '$1""');
}

/** Message ids on a page, in their order. */
export function messagesOn(html: string): number[] {
  return [...html.matchAll(/<li id="message-(\d+)"/g)].map((found) => Number(found[1]));
}

/** The page without the frame around it. */
export function mainOf(page: string): string {
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}
