/** Architecture 2: every statement stands in a file of queries, where its rows are checked and its name is looked for. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The queries of a domain, what it exports and erases of a person, and the layer that opens transactions and asks who it runs as. */
const PLACES = /\/queries(\.ts$|\/)|\/personal-data\.ts$|^app\/db(\.ts$|\/)/;
const STATEMENT = /^\s*(select\s|insert into\s|update\s\S+\s+(\w+\s+)?set\s|delete from\s|with\s\w+ as\s|set local\s)/;

function statementsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isTagged = ts.isTaggedTemplateExpression(node) && /^(tx|sql|trx)$/.test(node.tag.getText());
    const isWritten = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isTagged || (isWritten && STATEMENT.test(node.getText().slice(1)))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}`);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `app/${file.replaceAll('\\', '/')}`);

test('no statement stands outside the files of queries', () => {
  expect(files.filter((file) => !PLACES.test(file)).flatMap(statementsIn)).toEqual([]);
});

test('the statements are found where they stand', () => {
  expect(files.filter((file) => PLACES.test(file)).flatMap(statementsIn).length).toBeGreaterThan(150);
});
