/** Law 8: small is a habit. A line of SQL or of JSX counts half; lines without a word do not count. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const FILE_MAX = 250;
const BODY_MAX = 40;
/** Written by a program, texts and nothing else, or drawings of films, which are no part of the site. */
const NOT_CODE = /^(db\/schema\.ts|demo\/(conversations\/.*|rooms\.ts)|scripts\/films\/.*)$/;

type Size = { readonly name: string; readonly lines: number };

const files = ['app', 'db', 'demo', 'emails', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => !NOT_CODE.test(file)),
);

function sizesIn(file: string): { readonly file: Size; readonly bodies: readonly Size[] } {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const weights = text.split('\n').map((line): number => (line.trim() ? 1 : 0));
  const halve = (node: ts.Node) => {
    for (let line = lineOf(node.getStart()); line <= lineOf(node.end); line += 1)
      weights[line] = weights[line] ? 0.5 : 0;
  };
  const bodies: { name: string; from: number; to: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isTaggedTemplateExpression(node) ||
      ts.isJsxElement(node) ||
      ts.isJsxFragment(node) ||
      ts.isJsxSelfClosingElement(node)
    )
      halve(node);
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body as ts.Node)) {
      const body = node.body as ts.Block;
      bodies.push({ name: nameOf(node), from: lineOf(body.getStart()) + 1, to: lineOf(body.end) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const sum = (from: number, to: number) => weights.slice(from, to).reduce((total, weight) => total + weight, 0);
  return {
    file: { name: file, lines: sum(0, weights.length) },
    bodies: bodies.map(({ name, from, to }) => ({ name: `${file}: ${name}`, lines: sum(from, to) })),
  };
}

function nameOf(node: ts.Node): string {
  if ('name' in node && node.name) return (node.name as ts.Node).getText();
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)
    ? node.parent.name.getText()
    : '=>';
}

const sizes = files.map(sizesIn);
const over = (all: readonly Size[], most: number) =>
  all.filter(({ lines }) => lines > most).map(({ name, lines }) => `${name} ${lines}`);

test(`no file is longer than ${FILE_MAX} lines`, () => {
  expect(
    over(
      sizes.map(({ file }) => file),
      FILE_MAX,
    ),
  ).toEqual([]);
});

const bodies = sizes.flatMap((each) => each.bodies);

test(`no function is longer than ${BODY_MAX} lines`, () => {
  expect(over(bodies, BODY_MAX)).toEqual([]);
});
