import ts from 'typescript';
import { replace, type MutationOperator } from '../mutation';

/** One string of the answer for another of the same function: `'stop'` → `'continue'`. */
export const confusedTexts: MutationOperator = (node) => {
  if (!isAnswer(node)) return [];
  return [...new Set(answersBeside(node))].filter((text) => text !== node.getText()).map((text) => replace(node, text));
};

/** A string that is returned, selected, listed, stored or compared; as an argument it is an option. */
function isAnswer(node: ts.Node): node is ts.StringLiteral {
  if (!ts.isStringLiteral(node)) return false;
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (ts.isBinaryExpression(parent)) return comparisons.has(parent.operatorToken.kind);
  if (ts.isArrayLiteralExpression(parent)) return !ts.isCallExpression(parent.parent);
  return (
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node)
  );
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

function answersBeside(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (one: ts.Node): void => {
    if (isAnswer(one)) found.push(one.getText());
    ts.forEachChild(one, visit);
  };
  visit(outermostFunction(node) ?? node);
  return found;
}

function outermostFunction(node: ts.Node): ts.Node | undefined {
  let outermost: ts.Node | undefined;
  for (let current: ts.Node | undefined = node; current !== undefined; current = current.parent)
    if (ts.isFunctionLike(current)) outermost = current;
  return outermost;
}
