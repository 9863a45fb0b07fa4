/** What PostgreSQL says of a statement's columns before it runs, and what can be told of their nulls. */
import postgres from 'postgres';

export type Column = { readonly name: string; readonly type: string; readonly isNullable: boolean };

type Described = { readonly name: string; readonly table: number; readonly number: number; readonly type: number };
type Relation = { readonly isView: boolean; readonly name: string; readonly notNull: readonly number[] };

/** As the driver gives them (`app/db/connection.ts`). numeric is a text. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  ...Object.fromEntries(['int2', 'int4', 'int8', 'float4', 'float8'].map((name) => [name, 'number'])),
  ...Object.fromEntries(
    ['text', 'varchar', 'bpchar', 'citext', 'uuid', 'name', 'numeric'].map((name) => [name, 'string']),
  ),
  ...Object.fromEntries(['timestamptz', 'timestamp', 'date'].map((name) => [name, 'Date'])),
  ...Object.fromEntries(['_text', '_varchar', '_uuid'].map((name) => [name, 'string[]'])),
  ...Object.fromEntries(['_int2', '_int4', '_int8'].map((name) => [name, 'number[]'])),
};

export async function columnReader(url: string) {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  const types = new Map(
    (await sql`select oid, typname, typtype from pg_type`).map(({ oid, typname, typtype }) => [
      Number(oid),
      typtype === 'e' ? 'string' : (TYPES[typname] ?? 'unknown'),
    ]),
  );
  const relations = new Map<number, Relation>(
    (
      await sql`
        select c.oid, c.relkind = 'v' as "isView", c.relname as name, array_to_json(array(
          select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attnotnull
        )) as "notNull"
        from pg_class c
        where c.relkind in ('r', 'p', 'v')`
    ).map(({ oid, ...relation }) => [Number(oid), relation as Relation]),
  );
  const views = new Map<number, Promise<readonly Column[]>>();

  async function columnsOf(text: string): Promise<readonly Column[]> {
    const { columns } = (await sql.unsafe(text).describe()) as unknown as { columns: readonly Described[] | null };
    const expressions = expressionsOf(text);
    return Promise.all(
      (columns ?? []).map(async (column, at) => ({
        name: postgres.toCamel(column.name),
        type: types.get(column.type) ?? 'unknown',
        isNullable: column.table
          ? await isNullableIn(column, text)
          : !NEVER_NULL.some((shape) => shape.test(expressions[at] ?? '')),
      })),
    );
  }

  /** A table's own word, unless the table may be missing from the row; a view is asked as the statement that it is. */
  async function isNullableIn({ table, number }: Described, text: string): Promise<boolean> {
    const relation = relations.get(table);
    if (!relation) return true;
    if (new RegExp(`\\b(left|full)\\s+join\\s+(lateral\\s+)?(\\w+\\.)?${relation.name}\\b`).test(text)) return true;
    if (!relation.isView) return !relation.notNull.includes(number);
    const view = views.get(table) ?? definition(table).then(columnsOf);
    views.set(table, view);
    return (await view)[number - 1]?.isNullable ?? true;
  }

  async function definition(view: number): Promise<string> {
    const [found] = await sql`select pg_get_viewdef(${view}::oid) as text`;
    return String(found?.text).replace(/;\s*$/, '').toLowerCase();
  }

  return { columnsOf, close: () => sql.end() };
}

/** Expressions that are never null, by their form. Every other one is taken to be nullable. */
const NEVER_NULL = [
  /^coalesce\([\s\S]*,\s*('[^']*'|-?\d+|true|false|now\(\))(::[\w ]+)?\s*\)(::\w+)?$/,
  /^\(?\s*(select )?count\(/,
  /^(not )?exists\s*\(/,
  /\bis (not )?null\)?$/,
  /\bis (not )?distinct from [^()]+$/,
  /\bis not null or exists \([\s\S]*\)$/,
  /^(json_build_object|json_build_array|array|row_number)\s*\(/,
  /^('[^']*'|\d+|true|false)(::[\w ]+)?$/,
];

/** What stands in the outermost select list or behind `returning`, without its new name. */
export function expressionsOf(text: string): string[] {
  const plain = text.replace(/--[^\n]*/g, '');
  const marks = outermost(plain, /\b(select|returning|from)\b|,/g);
  const start = marks.findLast(({ word }) => word === 'select' || word === 'returning');
  if (!start) return [];
  const behind = marks.filter(({ at }) => at > start.at);
  const end = behind.find(({ word }) => word === 'from')?.at ?? plain.length;
  const commas = behind.filter(({ word, at }) => word === ',' && at < end).map(({ at }) => at);
  return [start.at + start.word.length - 1, ...commas].map((from, index) =>
    plain
      .slice(from + 1, commas[index] ?? end)
      .replace(/\s+/g, ' ')
      .replace(/\s+as "?\w+"?\s*$/, '')
      .trim(),
  );
}

/** Matches that stand in no bracket and no text. */
function outermost(text: string, words: RegExp): { word: string; at: number }[] {
  let depth = 0;
  const inside = [...text.matchAll(/'[^']*'|[()]|[^'()]+/g)].map(([piece]) => {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    return depth > 0 || piece.startsWith("'") || piece === ')' ? ' '.repeat(piece.length) : piece;
  });
  return [...inside.join('').matchAll(words)].map((match) => ({ word: match[0], at: match.index }));
}
