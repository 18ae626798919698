import ts from 'typescript';

const { factory } = ts;

/** Tensor methods that are also functions of the library. */
const alsoFunctions = new Set(
  'add sub mul div matMul dot exp log sum max mean square sqrt neg abs relu softmax logSumExp transpose reshape expandDims squeeze gather oneHot less greater equal'.split(
    ' ',
  ),
);
const commutative = new Set(['add', 'mul']);

/**
 * Rewrites a solution in another person's style, with the same results: methods or functions, intermediate results or
 * chains, swapped operands, leftover statements.
 */
export function restyle(text: string, random: () => number): string {
  const source = ts.createSourceFile('work.ts', text, ts.ScriptTarget.ES2022, true);
  let count = 0;
  const freshName = (): string => `step${(count += 1)}`;
  // Probabilities of each habit.
  const habits = { functions: random(), hoists: random(), swaps: random(), looks: random(), tidies: random() };
  const does = (habit: number): boolean => random() < 0.15 + 0.7 * habit;

  const transformed = ts.transform(source, [
    (context) => (file) => {
      const rewriteCall = (node: ts.CallExpression): ts.Expression => {
        const { expression, arguments: args } = node;
        if (!ts.isPropertyAccessExpression(expression) || !alsoFunctions.has(expression.name.text)) return node;
        const { text: method } = expression.name;
        if (isIdentifier(expression.expression, 'tf')) return node;
        if (!does(habits.functions)) return node;
        const operands = [expression.expression, ...args];
        const ordered =
          commutative.has(method) && operands.length === 2 && does(habits.swaps) ? operands.toReversed() : operands;
        return factory.createCallExpression(
          factory.createPropertyAccessExpression(factory.createIdentifier('tf'), method),
          undefined,
          ordered,
        );
      };
      const visit = (node: ts.Node): ts.Node => {
        const visited = ts.visitEachChild(node, visit, context);
        if (ts.isCallExpression(visited)) return rewriteCall(visited);
        if (ts.isBlock(visited) && ts.isFunctionLike(node.parent)) return rewriteBlock(visited);
        return visited;
      };
      const rewriteBlock = (block: ts.Block): ts.Block => {
        const statements = block.statements.flatMap((statement) => hoisted(statement));
        const look = does(habits.looks) ? [lookAtNumber(freshName(), random)] : [];
        return factory.createBlock([...look, ...statements], true);
      };
      /** `return f(a.b())` becomes `const step = a.b(); return f(step)`. */
      const hoisted = (statement: ts.Statement): ts.Statement[] => {
        if (!ts.isReturnStatement(statement) && !ts.isVariableStatement(statement)) return [statement];
        const before: ts.Statement[] = [];
        const pull = (node: ts.Node, depth: number): ts.Node => {
          // A nested function may run any number of times.
          if (ts.isFunctionLike(node) || ts.isConditionalExpression(node)) return node;
          const inner = ts.visitEachChild(node, (child) => pull(child, depth + 1), context);
          if (depth < 2 || !ts.isCallExpression(inner) || !does(habits.hoists)) return inner;
          const name = freshName();
          before.push(constant(name, inner));
          return factory.createIdentifier(name);
        };
        const rewritten = ts.visitEachChild(statement, (child) => pull(child, 0), context);
        return [...before, rewritten];
      };
      return ts.visitEachChild(file, visit, context);
    },
  ]);
  const [result] = transformed.transformed;
  if (result === undefined) throw new Error('nothing was written');
  return ts.createPrinter().printFile(result);
}

function isIdentifier(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function constant(name: string, value: ts.Expression): ts.Statement {
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(name, undefined, undefined, value)],
      ts.NodeFlags.Const,
    ),
  );
}

/** A leftover statement that computes an unused number. */
function lookAtNumber(name: string, random: () => number): ts.Statement {
  const terms = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, index) =>
    factory.createNumericLiteral(index + 1),
  );
  const operators = [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.AsteriskToken,
    ts.SyntaxKind.MinusToken,
    ts.SyntaxKind.PercentToken,
  ] as const;
  const sum = terms.reduce<ts.Expression>((left, right) => {
    const operator = operators[Math.floor(random() * operators.length)] ?? ts.SyntaxKind.PlusToken;
    return factory.createBinaryExpression(left, operator, right);
  }, factory.createNumericLiteral(0));
  return constant(name, sum);
}
