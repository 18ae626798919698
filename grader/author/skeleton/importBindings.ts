import ts from 'typescript';

/** A node that binds an import to a local name. */
export type ImportBinding = ts.ImportClause | ts.NamespaceImport | ts.ImportSpecifier;

/** `import d, { a, b as c } from 'module'` as data. */
export interface ImportParts {
  readonly typeOnly: boolean;
  readonly defaultName: string | undefined;
  readonly namespace: string | undefined;
  /** As written: `a`, `b as c`, `type T`. */
  readonly names: readonly string[];
}

/** Widest line of code. */
const lineWidth = 140;

export function moduleOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}

export function namedImports(declaration: ts.ImportDeclaration): readonly ts.ImportSpecifier[] {
  const bindings = declaration.importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
}

/** The binding nodes, in order. */
export function bindingsOf(declaration: ts.ImportDeclaration): readonly ImportBinding[] {
  const { importClause: clause } = declaration;
  if (clause === undefined) return [];
  const byDefault = clause.name === undefined ? [] : [clause];
  const namespace = clause.namedBindings && ts.isNamespaceImport(clause.namedBindings) ? [clause.namedBindings] : [];
  return [...byDefault, ...namespace, ...namedImports(declaration)];
}

/** The declaration with other parts, formatted like Prettier. */
export function writeImport(
  declaration: ts.ImportDeclaration,
  { typeOnly, defaultName, namespace, names }: ImportParts,
): string {
  const start = typeOnly ? 'import type ' : 'import ';
  const attributes = declaration.attributes === undefined ? '' : ` ${declaration.attributes.getText()}`;
  const end = ` from ${declaration.moduleSpecifier.getText()}${attributes};`;
  const others = [defaultName, namespace && `* as ${namespace}`].filter((part) => part !== undefined);
  const write = (list: readonly string[]): string => `${start}${[...others, ...list].join(', ')}${end}`;
  if (names.length === 0) return write([]);
  const onOneLine = write([`{ ${names.join(', ')} }`]);
  return onOneLine.length <= lineWidth ? onOneLine : write([`{\n${names.map((name) => `  ${name},\n`).join('')}}`]);
}
