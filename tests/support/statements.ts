/** The statements of the source as PostgreSQL gets them, with the rows that they declare. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type Statement = {
  /** `app/chat/queries.ts: messageFor` */
  readonly place: string;
  /** With `$1` for each value. */
  readonly text: string;
  /** By column; null: no row of it can be read. */
  readonly row: ReadonlyMap<string, Declared> | null;
};

export type Declared = {
  readonly isNullable: boolean;
  /** Whether the declared type, without null, says no more than this one gives: `string`, `number[]`, `unknown`. */
  readonly fits: (given: string) => boolean;
  readonly written: string;
};

const BASES = ['string', 'number', 'boolean', 'Date', 'string[]', 'number[]'] as const;
/** A file of the compiler's own with the types that PostgreSQL's become. */
const BASES_FILE = path.resolve('app/bases-of-rows.ts');
const STATEMENT = /^\s*(select|insert|update|delete|with|set)\b/;

export function declaredStatements(): Statement[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => path.resolve('app', file))
    .filter((file) => /[\\/](queries[\\/].*|queries)\.ts$/.test(file));
  const program = programOf(files);
  const reader = readerOf(program.getTypeChecker(), basesOf(program));
  return files.flatMap((file) => reader(program.getSourceFile(file)));
}

function programOf(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const text = `export type Bases = [${BASES.join(', ')}];`;
  host.getSourceFile = (name, ...rest) =>
    path.resolve(name) === BASES_FILE
      ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
      : getSourceFile(name, ...rest);
  return ts.createProgram([...files, BASES_FILE], options, host);
}

function basesOf(program: ts.Program): ReadonlyMap<string, ts.Type> {
  const checker = program.getTypeChecker();
  const alias = program.getSourceFile(BASES_FILE)?.statements.find(ts.isTypeAliasDeclaration);
  if (!alias || !ts.isTupleTypeNode(alias.type)) throw new Error('no types to compare with');
  return new Map(alias.type.elements.map((node) => [node.getText(), checker.getTypeFromTypeNode(node)]));
}

function readerOf(checker: ts.TypeChecker, bases: ReadonlyMap<string, ts.Type>) {
  return (source: ts.SourceFile | undefined): Statement[] => {
    const found: Statement[] = [];
    const visit = (node: ts.Node): void => {
      if (isTemplate(node) && STATEMENT.test(node.template.getText().slice(1))) {
        const text = textOf(node, new Map(), { count: 0 });
        found.push({ place: placeOf(node), text, row: rowOf(node.typeArguments?.[0]) });
      }
      ts.forEachChild(node, visit);
    };
    if (source) visit(source);
    return found;
  };

  function rowOf(list: ts.TypeNode | undefined): Statement['row'] {
    const row = list && checker.getIndexTypeOfType(checker.getTypeFromTypeNode(list), ts.IndexKind.Number);
    if (!row) return null;
    return new Map(
      checker.getPropertiesOfType(row).map((each) => [each.name, declared(checker.getTypeOfSymbol(each))]),
    );
  }

  function declared(type: ts.Type): Declared {
    const plain = checker.getNonNullableType(type);
    const parts = type.isUnion() ? type.types : [type];
    const isUnknown = (type.flags & ts.TypeFlags.Unknown) !== 0;
    return {
      isNullable: isUnknown || parts.some((part) => part.flags & ts.TypeFlags.Null),
      written: checker.typeToString(type),
      fits: (given) => {
        const base = bases.get(given);
        if (!base) return given === 'unknown';
        return isUnknown || checker.isTypeAssignableTo(plain, base) || checker.isTypeAssignableTo(base, plain);
      },
    };
  }

  /** A piece of SQL that stands elsewhere is put in where it is used; whatever else stands in a hole is a value. */
  function textOf(node: ts.TaggedTemplateExpression, known: Pieces, values: { count: number }): string {
    if (ts.isNoSubstitutionTemplateLiteral(node.template)) return node.template.text;
    const parts = node.template.templateSpans.map(({ expression, literal }) => {
      const piece = pieceOf(expression, known);
      if (!piece) values.count += 1;
      return `${piece ? textOf(piece.template, piece.known, values) : `$${values.count}`}${literal.text}`;
    });
    return node.template.head.text + parts.join('');
  }

  function pieceOf(
    node: ts.Expression,
    known: Pieces,
  ): { template: ts.TaggedTemplateExpression; known: Pieces } | null {
    if (isTemplate(node)) return { template: node, known };
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const given = symbol && known.get(symbol);
      return given ? pieceOf(given, known) : null;
    }
    if (!ts.isCallExpression(node)) return null;
    const made = checker.getResolvedSignature(node)?.declaration;
    const template = made && 'body' in made && made.body ? templateIn(made.body) : null;
    if (!template || !made) return null;
    const given = made.parameters.flatMap((parameter, at): [ts.Symbol, ts.Expression][] => {
      const symbol = checker.getSymbolAtLocation(parameter.name);
      const argument = node.arguments[at];
      return symbol && argument ? [[symbol, argument]] : [];
    });
    return { template, known: new Map([...known, ...given]) };
  }
}

type Pieces = ReadonlyMap<ts.Symbol, ts.Expression>;

/** What a function of one line gives, if that is a piece of SQL. */
function templateIn(body: ts.Node): ts.TaggedTemplateExpression | null {
  if (isTemplate(body)) return body;
  const [only] = ts.isBlock(body) ? body.statements : [];
  if (!only || !ts.isReturnStatement(only) || !only.expression) return null;
  return isTemplate(only.expression) ? only.expression : null;
}

function isTemplate(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'tx';
}

function placeOf(node: ts.Node): string {
  let name = '';
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if ((ts.isFunctionDeclaration(at) || ts.isVariableDeclaration(at)) && at.name) name = at.name.getText();
  }
  return `${path.relative('.', node.getSourceFile().fileName).replaceAll('\\', '/')}: ${name}`;
}
