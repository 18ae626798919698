import ts from 'typescript';
import { grouped, replace, type MutationOperator } from '../mutation';

/** if (c) → if (!c), c ? a : b → c ? b : a. */
export const conditions: MutationOperator = (node) => {
  if (ts.isIfStatement(node)) return [replace(node.expression, `!(${node.expression.getText()})`)];
  if (!ts.isConditionalExpression(node)) return [];
  const { condition, whenTrue, whenFalse } = node;
  return [replace(node, `${condition.getText()} ? ${grouped(whenFalse)} : ${grouped(whenTrue)}`)];
};

/** A statement with an effect, removed. */
export const droppedStatements: MutationOperator = (node) => {
  if (!ts.isExpressionStatement(node)) return [];
  return [replace(node, ';')];
};

/** b.slice(i) → b.slice(i) of another argument order: f(a, b) → f(b, a), for functions of the file and arrays. */
export const turnedArguments: MutationOperator = (node) => {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return neighboursSwapped(node.arguments);
  return ts.isArrayLiteralExpression(node) ? neighboursSwapped(node.elements) : [];
};

function neighboursSwapped(items: readonly ts.Expression[]): ReturnType<MutationOperator> {
  return items.slice(1).flatMap((item, index) => {
    const before = items[index];
    if (before === undefined || before.getText() === item.getText()) return [];
    const between = before.getSourceFile().text.slice(before.getEnd(), item.getStart());
    return [{ start: before.getStart(), end: item.getEnd(), text: `${item.getText()}${between}${before.getText()}` }];
  });
}
