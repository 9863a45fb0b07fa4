/** A table as a file that spreadsheets open (RFC 4180), in French: with « ; », and a mark that says it is UTF-8. */

type Cell = string | number | null;

export function csvOf(titles: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[titles, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** What a spreadsheet would take for a formula stands behind an apostrophe. */
function cell(value: Cell): string {
  const text = String(value ?? '');
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
