/** The copy's pages for reading: they open by a double click, and need no network. */
import { ofBefore } from '~/ui/format';
import { COLUMNS, wordFor } from '../rules/columns';
import { fileNameOf, titleOf } from '../rules/export';
import type { Found, Row, Shown } from './text';

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

/** A row of many columns is a card, with the heading before each value; on a narrow screen every row is. */
const CARDS = (all: string) => `${all},${all} tbody,${all} tr,${all} td{display:block}${all} .h{display:none}
${all} tr{border:1px solid #bbb;border-radius:.5rem;padding:.5rem .8rem;margin:0 0 1rem}${all} td{border:0;padding:.2rem 0}
${all} td:empty{display:none}${all} td::before{content:attr(data-h) "\u202f: ";font-weight:bold}`;
const STYLE = `body{font:1.15rem/1.6 Georgia,serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1,h2{line-height:1.2}a{color:#5b1f8f}ul{padding-left:1.2rem}li{margin:.4rem 0}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.5rem .8rem .5rem 0;text-align:left;
vertical-align:top;overflow-wrap:break-word}td{overflow-wrap:anywhere}.t{overflow-x:auto}
${CARDS('.c')}
@media(max-width:50rem){${CARDS('table')}}`;
/** Columns that stand side by side on a wide screen. */
const SIDE_BY_SIDE = 5;

const page = (title: string, body: string) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style>
<h1>${escaped(title)}</h1>
${body}
`;

export type Listed = { readonly table: string; readonly rows: number };

/** The first page: opens by a double click, and needs no network. */
export function indexPage(name: string, listed: readonly Listed[], others: readonly string[]): string {
  const told = listed.filter(({ rows }) => rows > 0);
  const lines = told.map(
    ({ table, rows }) => `<li><a href="pages/${fileNameOf(table)}.html">${escaped(titleOf(table))}</a> (${rows})</li>`,
  );
  const files = others.map((file) => `<li><a href="${file}">${escaped(file)}</a></li>`);
  const body = `<p>Tout ce qu’Aurora50 garde ${ofBefore(name)}${escaped(name || 'vous')}. Touchez une ligne pour la lire.</p>
<ul>${lines.join('\n')}</ul>
<h2>Vos fichiers</h2>
<ul>${files.join('\n')}</ul>
<p>Les mots des autres membres n’y sont pas : ils sont à eux. Vos mots de passe et vos codes non plus.</p>`;
  return page('Mes données Aurora50', body);
}

/** Rows of one page: a browser shows them at once, and a reader goes through them. */
const PAGE_ROWS = 1_000;

export const pagesOf = ({ rows }: Pick<Found, 'rows'>): number => Math.max(1, Math.ceil(rows / PAGE_ROWS));
export const pageName = (table: string, page: number): string =>
  `${fileNameOf(table)}${page === 1 ? '' : `-${page}`}.html`;

/** A page of one part, as a table that can be read and searched; a row at a time. @param rows stand where the page before ended */
export async function* tablePage(shown: Shown, number: number, rows: AsyncIterator<Row>): AsyncGenerator<string> {
  const columns = shownColumns(shown);
  const cards = columns.length > SIDE_BY_SIDE || columns.includes('text') ? ' class="c"' : '';
  const head = columns.map((column) => `<th scope="col">${escaped(COLUMNS[column] ?? column)}</th>`).join('');
  const whole =
    shown.rows === 0 ? 'Rien.' : `<a href="../tableaux/${fileNameOf(shown.table)}.csv">Le tableau complet</a>`;
  const above = `<p><a href="../index.html">Toutes mes données</a> · ${whole}</p>\n${wayThrough(shown, number)}`;
  const body = `${above}<div class="t"><table${cards}><tr class="h">${head}</tr>\0</table></div>\n${wayThrough(shown, number)}`;
  const [before = '', after = ''] = page(titleOf(shown.table), body).split('\0');
  yield before;
  for (let count = 0; count < PAGE_ROWS; count += 1) {
    const { done, value: row } = await rows.next();
    if (done) break;
    yield `\n<tr>${columns.map((column) => cellOf(column, row[column])).join('')}</tr>`;
  }
  yield after;
}

const cellOf = (column: string, value: unknown) =>
  `<td data-h="${escaped(COLUMNS[column] ?? column)}">${inWords(value)}</td>`;

/** Those that have a heading and say something; of a table of numbers alone all. */
function shownColumns({ columns }: Found): readonly string[] {
  const said = [...columns].filter(([, types]) => [...types].some((type) => type !== 'null')).map(([column]) => column);
  const named = Object.keys(COLUMNS).filter((column) => said.includes(column));
  return named.length > 0 ? named : said;
}

/** « Page 2 sur 5 », with the ones before and after it. */
function wayThrough(shown: Shown, number: number): string {
  const last = pagesOf(shown);
  if (last === 1) return '';
  const link = (page: number, words: string) =>
    page < 1 || page > last ? '' : ` <a href="${pageName(shown.table, page)}">${words}</a>`;
  return `<p>Page ${number} sur ${last}.${link(number - 1, 'Page d’avant')}${link(number + 1, 'Page d’après')}</p>\n`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value === true) return 'oui';
  if (value === false) return 'non';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return escaped(value.join(', '));
  if (typeof value === 'object') return escaped(JSON.stringify(value));
  return escaped(moment(String(value)) ?? wordFor(String(value)));
}

/** « 27 novembre 2026 à 18 h 05 »; null: no time. */
function moment(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  return IN_WORDS.format(date);
}

/** Made once: it takes longer to make than to use. */
const IN_WORDS = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
