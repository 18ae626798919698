import ts from 'typescript';
import type { ParsedSource } from './parseSource';

/** Used declarations of a file. */
export interface Used {
  readonly statements: ReadonlySet<ts.Statement>;
  /** Declarations of used names, including imports: `type` if every use is a type. */
  readonly declarations: ReadonlyMap<ts.Node, 'type' | 'value'>;
}

/**
 * Finds everything reachable from the exports of a file and its side-effect statements. Helpers that only use each
 * other are therefore unused.
 */
export function findUsed({ source, checker }: ParsedSource): Used {
  const statements = new Set<ts.Statement>();
  const declarations = new Map<ts.Node, 'type' | 'value'>();
  const waiting = source.statements.filter((statement) => !isHelper(statement) && !ts.isImportDeclaration(statement));
  for (let statement = waiting.pop(); statement !== undefined; statement = waiting.pop()) {
    if (statements.has(statement)) continue;
    statements.add(statement);
    for (const { declaration, as } of referencesIn(statement, checker)) {
      if (as === 'value' || !declarations.has(declaration)) declarations.set(declaration, as);
      const declaring = topStatementOf(declaration);
      if (declaring !== undefined && !ts.isImportDeclaration(declaring)) waiting.push(declaring);
    }
  }
  return { statements, declarations };
}

/** Whether a top-level statement is only a local declaration. */
function isHelper(statement: ts.Statement): boolean {
  const declares =
    ts.isFunctionDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return declares && !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

interface Reference {
  readonly declaration: ts.Node;
  readonly as: 'type' | 'value';
}

function referencesIn(node: ts.Node, checker: ts.TypeChecker): readonly Reference[] {
  if (ts.isIdentifier(node)) {
    const as = isType(node) ? 'type' : 'value';
    return (symbolOf(node, checker)?.declarations ?? []).map((declaration) => ({ declaration, as }));
  }
  const found: Reference[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...referencesIn(child, checker));
  });
  return found;
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = identifier;
  // In these two the identifier's own symbol is that of the field or export.
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
  return checker.getSymbolAtLocation(identifier);
}

function isType(identifier: ts.Identifier): boolean {
  const inTypeOf = ts.findAncestor(identifier, (node) => ts.isTypeQueryNode(node) || (ts.isStatement(node) && 'quit'));
  return inTypeOf !== undefined || ts.isPartOfTypeNode(identifier);
}

function topStatementOf(node: ts.Node): ts.Statement | undefined {
  const found = ts.findAncestor(node, ({ parent }) => parent !== undefined && ts.isSourceFile(parent));
  return found === undefined || !ts.isStatement(found) ? undefined : found;
}
