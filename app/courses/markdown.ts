/**
 * What authors write, as HTML. The only importer of `markdown-it` (docs/decisions/024): no HTML comes through, no
 * picture, and no address but http and https.
 */
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
markdown.disable('image');
markdown.validateLink = (address) => /^https?:\/\//i.test(address) && URL.canParse(address);
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener nofollow ugc');
  return self.renderToken(tokens, index, options);
};
// A table wider than the screen scrolls by itself, and by the keyboard.
markdown.renderer.rules.table_open = () =>
  '<div class="tableau-large" tabindex="0" role="group" aria-label="Tableau"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';

// Keyboards have no narrow no-break space, and an author should not have to know of it.
markdown.core.ruler.after('inline', 'french', ({ tokens }) => {
  for (const { children } of tokens)
    for (const child of children ?? []) if (child.type === 'text') child.content = spaced(child.content);
});
const spaced = (text: string): string =>
  text.replace(/[ \u00a0]([:;!?»])(?=[\s.,)…]|$)/g, '\u202f$1').replace(/«[ \u00a0]/g, '«\u202f');

type Token = ReturnType<typeof markdown.parse>[number];

/** A part of a lesson that has a heading: `title` as it was written, without its emphasis. */
export type LessonPart = { readonly id: string; readonly title: string };

/** Characters; what is longer is cut. The database keeps no more either. */
const LENGTH_MAX = 200_000;

/**
 * A lesson's text: each part from its heading on is a section, so that the exercise and the sheet to keep can be found,
 * framed and printed. Headings are never of the first level, which is the page's own, and are places to link to.
 */
export function lessonHtml(text: string): { readonly html: string; readonly parts: readonly LessonPart[] } {
  const tokens = markdown.parse(text.slice(0, LENGTH_MAX), {});
  const names = new Map<string, number>();
  const parts: Token[][] = [[]];
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = lowered(token.tag);
    if (token.type === 'heading_open') {
      token.attrSet('id', nameOf(tokens[index + 1]?.content ?? '', names));
      if (token.tag === 'h2' && token.level === 0) parts.push([]);
    }
    parts.at(-1)?.push(token);
  });
  return {
    html: parts
      .filter((part) => part.length > 0)
      .map(section)
      .join(''),
    parts: parts.flatMap(([first, words]) =>
      first?.type === 'heading_open'
        ? [{ id: String(first.attrGet('id')), title: spaced((words?.content ?? '').replace(/[*_`]/g, '')) }]
        : [],
    ),
  };
}

/** A few paragraphs without headings of their own: what a course is, what a video says. */
export function textHtml(text: string): string {
  const tokens = markdown.parse(text.slice(0, LENGTH_MAX), {});
  for (const token of tokens) if (/^heading_/.test(token.type)) token.tag = 'p';
  return markdown.renderer.render(tokens, markdown.options, {});
}

function section(tokens: Token[]): string {
  const html = markdown.renderer.render(tokens, markdown.options, {});
  const [first] = tokens;
  if (first?.type !== 'heading_open') return html;
  const kind = KINDS[String(first.attrGet('id'))];
  return `<section${kind ? ` class="${kind}"` : ''}>${html}</section>`;
}

const KINDS: Readonly<Record<string, string>> = {
  'partie-l-exercice': 'exercice',
  'partie-la-fiche-a-garder': 'fiche-a-garder',
};

const lowered = (tag: string): string => (tag === 'h1' ? 'h2' : tag);

/** « L’exercice » → `partie-l-exercice`; the second one of a name is numbered. The prefix keeps it from the page's own ids. */
function nameOf(words: string, names: Map<string, number>): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const count = (names.get(plain) ?? 0) + 1;
  names.set(plain, count);
  return `partie-${plain || 'sans-nom'}${count > 1 ? `-${count}` : ''}`;
}
