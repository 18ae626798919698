import ts from 'typescript';
import { bindingsOf, moduleOf, namedImports, writeImport } from './importBindings';
import { lineOf } from '../lineOf';
import { parseSource, problemAt } from './parseSource';
import { startWithComments } from './ownComments';
import { applyEdits, type TextEdit } from './textEdits';

const errorName = 'NotImplementedError';
const moduleName = 'descent';

/**
 * Imports NotImplementedError: in an existing value import from `descent`, else after the last import.
 *
 * @throws if the name is taken by another import
 */
export function importNotImplementedError(text: string, fileName: string): string {
  const { source } = parseSource(text, fileName);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const taken = imports.find((declaration) => bindingsOf(declaration).some(({ name }) => name?.text === errorName));
  if (taken !== undefined && !importsIt(taken)) {
    throw problemAt(
      fileName,
      lineOf(source.text, taken.getStart()),
      `${errorName} is imported as something else`,
      `import it from '${moduleName}' as a value, or not at all`,
    );
  }
  return taken === undefined ? applyEdits(text, [addition(imports, source)]) : text;
}

function importsIt(declaration: ts.ImportDeclaration): boolean {
  const specifier = namedImports(declaration).find(({ name }) => name.text === errorName);
  if (specifier === undefined || specifier.isTypeOnly || isTypeOnly(declaration)) return false;
  return moduleOf(declaration) === moduleName && specifier.propertyName === undefined;
}

function addition(imports: readonly ts.ImportDeclaration[], source: ts.SourceFile): TextEdit {
  const line = `import { ${errorName} } from '${moduleName}';\n`;
  const host = imports.find((one) => moduleOf(one) === moduleName && !isTypeOnly(one) && namedImports(one).length > 0);
  if (host !== undefined) {
    const names = [errorName, ...namedImports(host).map((specifier) => specifier.getText())];
    const parts = { typeOnly: false, defaultName: host.importClause?.name?.text, namespace: undefined, names };
    return { start: host.getStart(), end: host.end, text: writeImport(host, parts) };
  }
  const last = imports.at(-1);
  if (last !== undefined) {
    const newline = source.text.indexOf('\n', last.end);
    const start = newline === -1 ? source.text.length : newline + 1;
    return { start, end: start, text: line };
  }
  const [first] = source.statements;
  const start = first === undefined ? 0 : startWithComments(first, source);
  return { start, end: start, text: `${line}\n` };
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
