/** The three ways in which a dump writes a value. */

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A line of COPY: tabs between, `\N` for null. */
export function copyCells(line: string): (string | null)[] {
  return line.split('\t').map((cell) => {
    if (!cell.includes('\\')) return cell;
    return cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, sign) => ESCAPES[sign] ?? sign);
  });
}

/** `(…), (…)`: texts, numbers, null, true and false, with or without a cast. Null: anything else is in it. */
export function insertRows(text: string): (string | null)[][] | null {
  const value =
    /\s*(?:(E?)'((?:[^'\\]|''|\\[\s\S])*)'|(null)|(true|false)|(-?[\d.]+(?:e-?\d+)?))(?:::[\w. "[\]]+)?\s*/iy;
  const rows: (string | null)[][] = [];
  let at = 0;
  const sign = (wanted: string) => {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  do {
    if (!sign('(')) return null;
    const row: (string | null)[] = [];
    do {
      value.lastIndex = at;
      const found = value.exec(text);
      if (!found) return null;
      at = value.lastIndex;
      row.push(textOf(found));
    } while (sign(','));
    if (!sign(')')) return null;
    rows.push(row);
  } while (sign(','));
  return text.slice(at).trim() === '' ? rows : null;
}

function textOf([, escaped, quoted, isNull, truth, figure]: RegExpExecArray): string | null {
  if (isNull) return null;
  if (quoted === undefined) return truth?.[0]?.toLowerCase() ?? figure ?? null;
  const text = quoted.replaceAll("''", "'");
  return escaped ? text.replace(/\\(.)/g, (_, sign) => ESCAPES[sign] ?? sign) : text;
}

/** RFC 4180; an empty cell without quotes is null, as COPY … CSV writes it. */
export async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<Record<string, string | null>> {
  let head: readonly string[] | null = null;
  let open = '';
  for await (const line of lines) {
    open += open ? `\n${line}` : line;
    // Inside of quotes their number is odd: the value goes on in the next line.
    if ((open.match(/"/g)?.length ?? 0) % 2 === 1) continue;
    const cells = csvCells(open);
    open = '';
    if (!head) head = cells.map((cell) => (cell ?? '').replace(/^\ufeff/, ''));
    else if (cells.length > 1 || cells[0] !== null)
      yield Object.fromEntries(head.map((name, at) => [name, cells[at] ?? null]));
  }
}

function csvCells(line: string): (string | null)[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain || null : quoted.replaceAll('""', '"'),
  );
}

/** `{a,"b c"}` */
export function arrayOf(text: string | null): string[] {
  return [...(text ?? '').slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,{}]+)/g)].map(([, quoted, plain]) =>
    (quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '').trim(),
  );
}
