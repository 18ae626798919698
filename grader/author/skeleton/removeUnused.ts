import ts from 'typescript';
import { findUsed, type Used } from './findUsed';
import { bindingsOf, moduleOf, namedImports, writeImport } from './importBindings';
import { endWithComments, startWithComments } from './ownComments';
import { parseSource } from './parseSource';
import { applyEdits, type TextEdit } from './textEdits';

// Students need it for their code, even if nothing uses it now.
const keptNamespaces = ['@tensorflow/tfjs', '@tensorflow/tfjs-core', '@tensorflow/tfjs-node'];

/**
 * Removes unused helpers and imports; imports that are only used as types become `import type`.
 */
export function removeUnused(text: string, fileName: string): string {
  const parsed = parseSource(text, fileName);
  const { source } = parsed;
  const used = findUsed(parsed);
  const edits = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return narrowImport(statement, used, source);
    return used.statements.has(statement) ? [] : [removeStatement(statement, source)];
  });
  return applyEdits(text, edits);
}

function removeStatement(statement: ts.Statement, source: ts.SourceFile): TextEdit {
  // The first comment belongs to the file, even directly before an import.
  const isTopImport = statement === source.statements[0] && ts.isImportDeclaration(statement);
  const start = isTopImport ? statement.getStart(source) : startWithComments(statement, source);
  return { start, end: endWithComments(statement, source), text: '' };
}

function narrowImport(
  declaration: ts.ImportDeclaration,
  { declarations }: Used,
  source: ts.SourceFile,
): readonly TextEdit[] {
  const { importClause: clause } = declaration;
  const bindings = bindingsOf(declaration);
  const namespace =
    clause?.namedBindings && ts.isNamespaceImport(clause.namedBindings) ? clause.namedBindings : undefined;
  // Keep imports without bindings, for their side effects.
  if (clause === undefined || bindings.length === 0) return [];
  if (namespace !== undefined && keptNamespaces.includes(moduleOf(declaration))) return [];

  const left = bindings.filter((binding) => declarations.has(binding));
  if (left.length === 0) return [removeStatement(declaration, source)];
  const wasTypeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const keepsDefault = left.includes(clause);
  const onlyTypes = left.every(
    (binding) => declarations.get(binding) === 'type' || (ts.isImportSpecifier(binding) && binding.isTypeOnly),
  );
  // `import type` can't have both a default and names.
  const typeOnly = wasTypeOnly || (onlyTypes && !(keepsDefault && left.length > 1));
  if (left.length === bindings.length && typeOnly === wasTypeOnly) return [];

  const names = namedImports(declaration).filter((specifier) => left.includes(specifier));
  const text = writeImport(declaration, {
    typeOnly,
    defaultName: keepsDefault ? clause.name?.text : undefined,
    namespace: namespace && left.includes(namespace) ? namespace.name.text : undefined,
    names: names.map((specifier) => (typeOnly ? specifier.getText().replace(/^type\s+/, '') : specifier.getText())),
  });
  return [{ start: declaration.getStart(source), end: declaration.end, text }];
}
