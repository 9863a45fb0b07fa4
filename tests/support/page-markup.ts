/** What every page is made of: valid HTML, one heading, landmarks, a title of its own, French words, few bytes. */
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { isPlace, placeOf, places } from '~/urls';
import { NOT_OPENED, showsPage } from './every-page';
import type { KnownPage } from './known-pages';
import type { ShownSite } from './shown-pages';
import { unescaped } from './site';
import { readLivePage } from './stream-reader';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // React writes `/>` on void elements, `=""` on boolean attributes and attributes in camel case where HTML has none.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-case': 'off',
    'doctype-style': 'off',
    // Lines are for readers of source; ours are rendered.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // What the standard takes when nothing is said: and each byte of a message goes down every stream.
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    // One name and six values: the press is the answer. The rule allows that only where the type is written out.
    'form-dup-name': 'off',
    // Our assets are of our own origin, under our own policy.
    'require-sri': 'off',
    // Not every group with a name is a chapter of the page: the frame that scrolls, the search.
    'prefer-native-element': 'off',
  },
});

async function invalid(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

/** The tests of markup, on pages that have been fetched for others too. */
export function testMarkup({ site, shown, wrong, known }: ShownSite): void {
  test('every address that shows a page is among them', () => {
    const placed = shown.map(({ path }) => placeOf(new URL(path, site.origin).pathname));
    const missing = places.filter((place) => showsPage(place) && !NOT_OPENED[place] && !placed.includes(place));
    expect(missing).toEqual([]);
    const names = shown.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  describe('every page', () => {
    test('is valid HTML', async () => {
      const faults: Record<string, string[]> = {};
      const frames = new Set<string>();
      for (const { name, html } of shown) {
        const found = [...(await invalid(frames.has(frameOf(html)) ? withoutFrame(html) : html)), ...idsTwice(html)];
        frames.add(frameOf(html));
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
    });

    test('is in French, and says so', () => {
      expect(wrong((html) => (/<html[^>]* lang="fr"/.test(html) ? [] : ['no lang="fr"']))).toEqual({});
      expect(wrong((html) => visibleWords(html).match(ENGLISH) ?? [])).toEqual({});
    });

    test('keeps each « : ; ! ? » with the word before it', () => {
      expect(wrong((html) => loosePunctuation(html))).toEqual({});
    });

    test('has one first heading, and skips no level under it', () => {
      expect(
        wrong((html) => {
          const levels = [...withoutNoise(html).matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
          const skips = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
          const firsts = levels.filter((level) => level === 1).length;
          return firsts === 1 && skips.length === 0 ? [] : [levels.join(' ')];
        }),
      ).toEqual({});
    });

    test('has its landmarks, and a way past the head', () => {
      const once = ['<header class="tete"', '<main id="contenu"', 'href="#contenu"'];
      expect(wrong((html) => once.filter((mark) => html.split(mark).length !== 2))).toEqual({});
      expect(wrong((html) => (html.includes('<nav') ? [] : ['no navigation']))).toEqual({});
    });

    test('has a title of its own, with the site at its end', () => {
      const titleOf = (html: string) => unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
      expect(wrong((html) => (/\S · Aurora50$/.test(titleOf(html)) ? [] : [titleOf(html)]))).toEqual({});
      const titles = shown.filter(({ name }) => isPlace(name)).map(({ html }) => titleOf(html));
      expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    });

    test('says first in its title that a form has come back with faults', () => {
      const forms = shown.filter((page) => page.form && page.status === 422);
      expect(forms.length).toBeGreaterThan(4);
      const isForm = ({ form, status }: KnownPage) => form !== undefined && status === 422;
      // A refused press of a button names no field; the gallery shows a summary as an example.
      const hasNoField = ({ name, form }: KnownPage) =>
        name === 'components' || (form && Object.keys(form).length === 0);
      const hasPrefix = (html: string) => /<title>Erreur\u202f: /.test(html);
      expect(wrong((html, page) => (hasPrefix(html) === isForm(page) ? [] : ['title']))).toEqual({});
      expect(
        wrong((html, page) => (hasNoField(page) || html.includes('id="fautes"') === isForm(page) ? [] : ['summary'])),
      ).toEqual({});
    });

    test('weighs at most 60 KB (U14)', () => {
      expect(
        wrong((html) => {
          const weight = gzipSync(html).byteLength;
          return weight <= 60 * 1024 ? [] : [`${weight} bytes`];
        }),
      ).toEqual({});
    });

    test('names every field, and no field by its placeholder', () => {
      expect(wrong((html) => html.match(/placeholder="[^"]*"/g) ?? [])).toEqual({});
    });
  });

  describe('the live frame', () => {
    test('is valid HTML once it ends, in French, with one heading', async () => {
      const page = await readLivePage(site.origin, known().salon, await site.cast.session(known().people.owner));
      await expect.poll(page.html, { timeout: 20_000 }).toContain('Bonne nuit à tous');
      const html = `${page.html()}</ol></main></body></html>`;
      expect(html).toMatch(/<html lang="fr"/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(visibleWords(html).match(ENGLISH)).toBeNull();
      // A rule stands before the message it places: a page that never ends has no head any more to write it in.
      const faults = (await invalid(html)).filter((fault) => !/element-permitted-content.*<style>/.test(fault));
      expect(faults).toEqual([]);
    });
  });

  test('these tests can see what they look for', async () => {
    expect(
      await invalid('<!DOCTYPE html><html lang="fr"><head><title>x</title></head><p><div></div></p></html>'),
    ).not.toEqual([]);
    expect(visibleWords('<p>Loading…</p><script>Error</script>').match(ENGLISH)).toEqual(['Loading']);
    expect(loosePunctuation('<p>Vous <b>partez</b> ?</p><p>«\u202fOui\u202f»\u202f: 12:40</p>')).toHaveLength(1);
    expect(idsTwice('<p id="a"><b id="a"></b></p>')).toEqual(['twice: a']);
    expect('Error en Settings'.match(ENGLISH)).toEqual(['Error', 'Settings']);
  });
}

/** The head and the foot are the same on many pages: judged once, and left out of the others. */
const FRAME = /<header class="tete"[\s\S]*?<\/header>|<footer class="pied"[\s\S]*?<\/footer>/g;
const frameOf = (html: string) => (html.match(FRAME) ?? []).join('').replace(/ (href|value|action|nonce)="[^"]*"/g, '');
const withoutFrame = (html: string) => html.replace(FRAME, '');

function idsTwice(html: string): string[] {
  const ids = [...html.replace(/<template[\s\S]*?<\/template>/g, '').matchAll(/<[^>]* id="([^"]+)"/g)].map(
    ([, id = '']) => id,
  );
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`);
}

/** Words that no French screen shows, as they stand on screens. */
const ENGLISH =
  /\b(loading|submit|error|errors|sign[ -](in|up|out)|log[ -]?(in|out)|settings?|password|e-?mail|home|back|next|previous|search|cancel|delete|edit|reply|send|join|leave|members|welcome|undefined|null|NaN|object Object|the|and|your|you|with|please)\b/gi;

function withoutNoise(html: string): string {
  return html.replace(/<(script|style|svg|template|code)[\s\S]*?<\/\1>/g, ' ');
}

/** Signs that a narrow space should hold where they are: with a plain one a line could begin with them. */
function loosePunctuation(html: string): string[] {
  const words = withoutNoise(html)
    .replace(/<p class="(texte|cite|entendu)"[\s\S]*?<\/p>/g, '')
    .replace(/<textarea[\s\S]*?<\/textarea>|<pre[\s\S]*?<\/pre>/g, '')
    .replace(/<\/?(a|b|em|i|span|strong)\b[^>]*>|<!-- -->/g, '')
    .replace(/<[^>]*>/g, '\n');
  return [...unescaped(words).matchAll(/.{0,30}[ \u00a0][:;!?»](?=[\s.,)]|$)|«[ \u00a0].{0,20}/gm)].map(
    ([found]) => found,
  );
}

/** What a reader reads or hears, without the names of files and what our cast has written. */
function visibleWords(html: string): string {
  const heard = [...html.matchAll(/ (?:aria-label|title|alt|value)="([^"]*)"/g)].map(([, words]) => words).join(' ');
  const read = withoutNoise(html).replace(/<[^>]*>/g, ' ');
  return unescaped(`${read} ${heard}`);
}
