/** A letter without its HTML: for readers of plain text, and for those who listen. */
import { toPlainText } from '@react-email/render';

type Options = NonNullable<Parameters<typeof toPlainText>[1]>;
/** The part of `html-to-text`'s formatters that is used here; its types are a package of their own. */
type Format = (
  element: { readonly children: readonly unknown[] },
  walk: (children: readonly unknown[], builder: Builder) => void,
  builder: Builder,
) => void;
type Builder = { readonly addInline: (words: string) => void };

/** The button names the address that follows it on the next line. */
const action: Format = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline('\u202f:');
};

const OPTIONS: Options = {
  /** The width of a letter that is quoted once and still stands in 80 columns. Addresses are never broken. */
  wordwrap: 76,
  formatters: { action },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'a[data-action]', format: 'action' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'hr', options: { length: 40 } },
  ],
};

export function plainText(html: string): string {
  return `${toPlainText(html, OPTIONS).trim()}\n`;
}
