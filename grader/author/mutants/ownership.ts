import ts from 'typescript';
import { readRegions } from '../skeleton/readRegions';

/** A part of a solution to mutate. */
export interface Part {
  /** The exercise or helper. */
  readonly owner: string;
  readonly node: ts.Node;
  /** Only nodes inside are changed. */
  readonly start: number;
  readonly end: number;
}

export interface Ownership {
  readonly parts: readonly Part[];
  /** For each top-level name, the exercises that use it, directly or via other helpers; an exercise uses itself. */
  readonly users: ReadonlyMap<string, readonly string[]>;
}

/** The parts of a solution to mutate: the marked regions of exercises, and their whole helpers. */
export function readOwnership(source: ts.SourceFile, fileName: string, exercises: readonly string[]): Ownership {
  const regions = readRegions(source.text, fileName);
  const declared = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    for (const [name, node] of declaredBy(statement)) declared.set(name, node);
  }
  const parts = [...declared].flatMap(([owner, node]): Part[] => {
    if (!exercises.includes(owner)) return [{ owner, node, start: node.getStart(), end: node.getEnd() }];
    const within = regions.filter(({ start, end }) => start >= node.getStart() && end <= node.getEnd());
    return within.map(({ start, end }) => ({ owner, node, start, end }));
  });
  const uses = new Map([...declared].map(([name, node]) => [name, namesIn(node, declared)]));
  const users = new Map(
    [...declared.keys()].map((name) => [name, exercises.filter((exercise) => reaches(exercise, name, uses))]),
  );
  // A helper that only the skeleton has is not used by any solution.
  return { parts: parts.filter(({ owner }) => (users.get(owner) ?? []).length > 0), users };
}

function declaredBy(statement: ts.Statement): readonly (readonly [string, ts.Node])[] {
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) return [[statement.name.text, statement]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((one) =>
    ts.isIdentifier(one.name) && one.initializer !== undefined ? [[one.name.text, one.initializer] as const] : [],
  );
}

function namesIn(node: ts.Node, declared: ReadonlyMap<string, ts.Node>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: ts.Node): void => {
    const isField = ts.isPropertyAccessExpression(one.parent) && one.parent.name === one;
    if (ts.isIdentifier(one) && !isField && declared.has(one.text)) found.add(one.text);
    ts.forEachChild(one, visit);
  };
  ts.forEachChild(node, visit);
  if (ts.isIdentifier(node)) found.add(node.text);
  return found;
}

function reaches(from: string, to: string, uses: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from]);
  for (const name of seen) for (const used of uses.get(name) ?? []) seen.add(used);
  return seen.has(to);
}
