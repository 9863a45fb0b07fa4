/** What stands between the two lines `---` at the top of a file: YAML, checked field by field, with its lines. */
import { type Alias, isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { FileFault } from './fault';

export type Parsed<T> =
  | { readonly ok: true; readonly head: T; readonly body: string }
  | { readonly ok: false; readonly faults: readonly Omit<FileFault, 'file'>[] };

const FRAME = /^---\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/;

export function parseFrontMatter<S extends z.ZodType>(text: string, schema: S): Parsed<z.infer<S>> {
  const found = FRAME.exec(text);
  if (!found) return refused(1, 'trois tirets (---) sont attendus en première ligne, et de nouveau après les champs');
  const counter = new LineCounter();
  const document = parseDocument(found[1] ?? '', { lineCounter: counter, uniqueKeys: true });
  const [broken] = document.errors;
  // The first line of the file is the frame's own.
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  if (broken) return refused(lineAt(broken.pos[0]), `« champ: valeur » est attendu (${broken.message.split('\n')[0]})`);
  const root = document.contents;
  // A name for a piece that is then repeated: ten lines of them can stand for a million.
  let alias: Alias | undefined;
  visit(document, {
    Alias: (_key, node) => {
      alias = node;
    },
  });
  if (alias) return refused(lineAt(alias.range?.[0] ?? 0), 'le texte lui-même est attendu, sans renvoi (&, *)');
  if (!isMap(root)) return refused(1, 'des champs « nom: valeur » sont attendus');
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, head: parsed.data, body: text.slice(found[0].length).trim() };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({ line: lineOf(issue.path), expected: saying(issue) })),
  };

  /** Of the innermost thing on the path that the file has. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  }
}

function saying(issue: z.core.$ZodIssue): string {
  const field = issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(', ');
  if (issue.code === 'unrecognized_keys') return `le champ « ${issue.keys.join(' », « ')} » n’est pas connu`;
  return field ? `${field} : ${issue.message}` : issue.message;
}

function refused(line: number, expected: string): Parsed<never> {
  return { ok: false, faults: [{ line, expected }] };
}
