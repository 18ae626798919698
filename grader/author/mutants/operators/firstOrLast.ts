import ts from 'typescript';
import { replace, type MutationOperator } from '../mutation';

const reductions: ReadonlySet<string> = new Set(['sum', 'mean', 'max', 'min']);

/** A sum, mean, extremum or loop over only the first or the last element. */
export const firstOrLast: MutationOperator = (node) => {
  if (ts.isForOfStatement(node)) {
    const list = `[...(${node.expression.getText()})]`;
    return [replace(node.expression, `${list}.slice(0, 1)`), replace(node.expression, `${list}.slice(-1)`)];
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: on, name } = node.expression;
  if (!reductions.has(name.text)) return [];
  const [reduced, axis, ...rest] = on.getText() === 'tf' ? node.arguments : [on, ...node.arguments];
  // Not for Math.max, which has other arguments, or keepDims, which changes the shape.
  if (reduced === undefined || on.getText() === 'Math' || rest.length > 0) return [];
  const [from, along] =
    axis === undefined ? [`tf.reshape(${reduced.getText()}, [-1])`, '0'] : [reduced.getText(), axis.getText()];
  return [
    replace(node, `tf.gather(${from}, 0, ${along})`),
    replace(node, `tf.gather(tf.reverse(${from}, ${along}), 0, ${along})`),
  ];
};
