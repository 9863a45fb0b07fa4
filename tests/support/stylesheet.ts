/** The site's style sheets as they are written: their rules, and the colours of each theme. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Rule } from 'postcss';
import type { Theme } from '~/ui/comfort';
import { projectRoot } from '../../db/project-root';

const FOLDER = path.join(projectRoot(), 'app/client/styles');

/** A rule of a sheet: what it applies to, and its own declarations, as written. */
export type Styled = { readonly where: string; readonly set: ReadonlyMap<string, string> };

/** Every rule for screens. */
export function rulesOf(css = sources()): Styled[] {
  const found: Styled[] = [];
  postcss.parse(css).walkRules((rule) => {
    if (isForPaper(rule)) return;
    const own = (rule.nodes ?? []).filter((node) => node.type === 'decl');
    found.push({ where: whereIs(rule), set: new Map(own.map(({ prop, value }) => [prop, value])) });
  });
  return found;
}

/** The colours of a theme, by their names; those that it does not say itself are the light ones. */
export function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  return new Map([...tokensIn(':root'), ...(theme === 'clair' ? [] : tokensIn(`:root[data-theme="${theme}"]`))]);
}

/** What one selector of the sheets says of colours. */
export function tokensIn(selector: string): ReadonlyMap<string, string> {
  const colours = rulesOf()
    .filter(({ where }) => where === selector)
    .flatMap(({ set }) => [...set])
    .filter(([name, value]) => name.startsWith('--') && value.startsWith('#'));
  return new Map(colours.map(([name, value]) => [name, long(value)]));
}

/** `#abc` as `#aabbcc`. */
export function long(hex: string): string {
  return hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
}

const sources = () => textsIn(FOLDER, '.css').join('\n');

/** What is in the files of this ending, wherever under the folder they are. */
export function textsIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

function isForPaper(rule: Rule): boolean {
  for (let up = rule.parent; up; up = up.parent as typeof up) {
    if (up.type === 'atrule' && (up as AtRule).name === 'media' && (up as AtRule).params === 'print') return true;
  }
  return false;
}

function whereIs(rule: Rule): string {
  const { parent } = rule;
  const selector = rule.selector.replace(/\s+/g, ' ');
  return parent?.type === 'rule' ? `${whereIs(parent as Rule)} ${selector}` : selector;
}
