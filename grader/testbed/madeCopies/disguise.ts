import ts from 'typescript';

/** How a copy is hidden. */
export type Disguise = 'verbatim' | 'renamed' | 'reordered' | 'merged';
export const disguises: readonly Disguise[] = ['verbatim', 'renamed', 'reordered', 'merged'];

/** Makes a disguised copy of the first text; `merged` also uses the second. */
export function disguise(how: Disguise, [first, second]: readonly [string, string], random: () => number): string {
  switch (how) {
    case 'verbatim':
      return `// all my own work\n${first}`;
    case 'renamed':
      return renamed(first);
    case 'reordered':
      return shuffled(renamed(first), random);
    case 'merged':
      return merged(first, second);
  }
}

const sourceOf = (text: string): ts.SourceFile => ts.createSourceFile('work.ts', text, ts.ScriptTarget.ES2022, true);

/** Renames variables and parameters, and removes comments. */
function renamed(text: string): string {
  const source = sourceOf(text);
  const names = new Map<string, string>();
  const collect = (node: ts.Node): void => {
    const isOwn = (ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name);
    const name = isOwn ? (node.name as ts.Identifier).text : '';
    if (isOwn && !names.has(name)) names.set(name, `q${names.size}`);
    ts.forEachChild(node, collect);
  };
  collect(source);
  const { transformed } = ts.transform(source, [
    (context) => (file) => {
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isPropertyAccessExpression(node))
          return ts.factory.updatePropertyAccessExpression(
            node,
            ts.visitNode(node.expression, visit, ts.isExpression),
            node.name,
          );
        if (ts.isPropertyAssignment(node))
          return ts.factory.updatePropertyAssignment(
            node,
            node.name,
            ts.visitNode(node.initializer, visit, ts.isExpression),
          );
        if (ts.isShorthandPropertyAssignment(node)) {
          const name = names.get(node.name.text);
          return name === undefined
            ? node
            : ts.factory.createPropertyAssignment(node.name, ts.factory.createIdentifier(name));
        }
        if (ts.isIdentifier(node)) return ts.factory.createIdentifier(names.get(node.text) ?? node.text);
        return ts.visitEachChild(node, visit, context);
      };
      return ts.visitEachChild(file, visit, context);
    },
  ]);
  return ts.createPrinter({ removeComments: true }).printFile(transformed[0] ?? source);
}

/** Shuffles functions; imports stay at the top. */
function shuffled(text: string, random: () => number): string {
  const { imports, others } = statementsOf(text);
  const keyed = others.map((statement) => ({ statement, key: random() })).toSorted((a, b) => a.key - b.key);
  return [...imports, ...keyed.map(({ statement }) => statement)].join('\n\n');
}

/** Alternates the functions of both texts, by position. */
function merged(first: string, second: string): string {
  const [left, right] = [statementsOf(first), statementsOf(second)];
  const others = left.others.map((statement, index) =>
    index % 2 === 0 ? statement : (right.others[index] ?? statement),
  );
  return [...left.imports, ...others].join('\n\n');
}

function statementsOf(text: string): { readonly imports: readonly string[]; readonly others: readonly string[] } {
  const { statements } = sourceOf(text);
  const texts = (isImport: boolean): readonly string[] =>
    statements.filter((one) => ts.isImportDeclaration(one) === isImport).map((one) => one.getText());
  return { imports: texts(true), others: texts(false) };
}
