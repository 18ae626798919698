import ts from 'typescript';
import { problemAt } from './parseSource';
import type { Region } from './readRegions';

/** The location of a region: between top-level statements, or in an exported function. */
export type RegionPlace = { readonly kind: 'top' } | { readonly kind: 'function'; readonly name: string };

/** @throws with file, line and remedy if the region does not consist of whole statements there */
export function placeOfRegion(region: Region, source: ts.SourceFile, fileName: string): RegionPlace {
  const wrong = (what: string, remedy: string): Error => problemAt(fileName, region.line, what, remedy);
  const around = innermost(source, region);
  const statements = statementsOf(around) ?? [];
  const overlapping = statements.filter((one) => one.getStart(source) < region.end && one.end > region.start);
  const whole = overlapping.every((one) => one.getStart(source) >= region.start && one.end <= region.end);
  if (statementsOf(around) === undefined || !whole) {
    throw wrong(
      'the solution begins or ends in the middle of a statement',
      'put both markers between statements of the same block',
    );
  }
  if (overlapping.length === 0)
    throw wrong('the solution holds no statement', 'put the markers around the statements that students write');
  if (around === source) return { kind: 'top' };
  const name = exportedFunctionAround(region, source);
  if (name === undefined) {
    throw wrong(
      'the solution is in no exported function with a name',
      'export the function by its name, or, in a helper, take the markers out: it disappears by itself',
    );
  }
  return { kind: 'function', name };
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

function holds(node: ts.Node, { start, end }: TextRange): boolean {
  return node.getStart() <= start && node.end >= end;
}

function innermost(node: ts.Node, range: TextRange): ts.Node {
  const inner = ts.forEachChild(node, (child) => (holds(child, range) ? child : undefined));
  return inner === undefined ? node : innermost(inner, range);
}

function statementsOf(node: ts.Node): readonly ts.Statement[] | undefined {
  return ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node) ? node.statements : undefined;
}

function exportedFunctionAround(region: Region, source: ts.SourceFile): string | undefined {
  const top = source.statements.find((statement) => holds(statement, region));
  if (top === undefined) return undefined;
  const local = ts.isFunctionDeclaration(top)
    ? top.name?.text
    : ts.isVariableStatement(top)
      ? functionConstant(top, region)
      : undefined;
  if (local === undefined) return undefined;
  const modifiers = ts.getCombinedModifierFlags(top as ts.Statement & ts.Declaration);
  if (modifiers & ts.ModifierFlags.Default) return undefined;
  return modifiers & ts.ModifierFlags.Export ? local : exportedAs(local, source);
}

function functionConstant({ declarationList }: ts.VariableStatement, region: Region): string | undefined {
  const declaration = declarationList.declarations.find((one) => holds(one, region));
  if (declaration?.initializer === undefined || !ts.isIdentifier(declaration.name)) return undefined;
  let value = declaration.initializer;
  while (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    value = value.expression;
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? declaration.name.text : undefined;
}

/** The name in `export { local as name }`. */
function exportedAs(local: string, source: ts.SourceFile): string | undefined {
  const lists = source.statements
    .filter(ts.isExportDeclaration)
    .filter(({ moduleSpecifier }) => moduleSpecifier === undefined);
  const specifiers = lists.flatMap(({ exportClause }) =>
    exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : [],
  );
  const found = specifiers.find(({ name, propertyName = name }) => propertyName.text === local);
  return found?.name.text === 'default' ? undefined : found?.name.text;
}
