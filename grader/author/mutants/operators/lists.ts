import ts from 'typescript';
import { replace, type MutationOperator } from '../mutation';

/**
 * A sort removed, reversed, rotated, strided or done as text: it breaks shuffles by random keys.
 */
export const unsorted: MutationOperator = (node) => {
  const call = methodCall(node, 'sort');
  if (call === undefined || call.arguments.length !== 1) return [];
  const list = call.on.getText();
  const rotated = `((all) => [...all.slice(1), ...all.slice(0, 1)])(${list})`;
  const inStrides = `((all) => all.map((_, i) => all[(i * [1, 5, 7, 11, 13, 17][seed % 6] + seed) % all.length]))(${list})`;
  return [list, `${list}.reverse()`, rotated, inStrides, `${list}.sort()`].map((text) => replace(node, text));
};

/** A slice of a list, sorted again. */
export const sortedParts: MutationOperator = (node) => {
  const call = methodCall(node, 'slice');
  // On a tensor it takes lists.
  if (call === undefined || call.arguments.some((argument) => !isNumber(argument))) return [];
  return [replace(node, `${node.getText()}.sort((p, q) => p - q)`)];
};

const isNumber = (node: ts.Expression): boolean =>
  !ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node);

/** A list one shorter, one longer, and one built by repeated products until the end is passed. */
export const missedEnds: MutationOperator = (node) => {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'Array.from') return [];
  const [shape] = node.arguments;
  if (shape === undefined || !ts.isObjectLiteralExpression(shape)) return [];
  const [length] = shape.properties;
  if (length === undefined || !ts.isPropertyAssignment(length)) return [];
  const size = length.initializer;
  const stepwise = (step: string): string =>
    `((all, at = all[0]) => [at, ...all.slice(1).map(() => (at ${step}))].filter((one) => one <= all.at(-1)))(${node.getText()})`;
  return [
    replace(size, `${size.getText()} - 1`),
    replace(size, `${size.getText()} + 1`),
    replace(node, stepwise('*= all[1] / all[0]')),
    replace(node, stepwise('+= all[1] - all[0]')),
  ];
};

/** Indices of the k largest, found by value: finds the first of equals twice. */
export const firstOfEquals: MutationOperator = (node) => {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'tf.topk') return [];
  const found = 'values.expandDims(-1).equal(d.expandDims(-2)).toInt().argMax(-1)';
  const given = node.arguments.map((argument) => argument.getText()).join(', ');
  return [
    replace(node, `((d, k) => { const { values } = tf.topk(d, k); return { values, indices: ${found} }; })(${given})`),
  ];
};

/** (x − m)².mean() → (x².mean() − m²): exact on paper, but inaccurate if x is far from 0. */
export const differenceOfSquares: MutationOperator = (node) => {
  const mean = methodCall(node, 'mean');
  const square = mean && methodCall(mean.on, 'square');
  const difference = square && methodCall(initializerOf(square.on), 'sub');
  const [centre] = difference?.arguments ?? [];
  if (mean === undefined || difference === undefined || centre === undefined) return [];
  const axis = mean.arguments.map((argument) => argument.getText()).join(', ');
  return [replace(node, `${difference.on.getText()}.square().mean(${axis}).sub(tf.square(${centre.getText()}))`)];
};

interface MethodCall {
  readonly on: ts.Expression;
  readonly arguments: readonly ts.Expression[];
}

function methodCall(node: ts.Node | undefined, name: string): MethodCall | undefined {
  if (node === undefined || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  return node.expression.name.text === name ? { on: node.expression.expression, arguments: node.arguments } : undefined;
}

/** The value of a name that is declared in the same block; otherwise the expression itself. */
function initializerOf(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isIdentifier(node)) return node;
  const block = ts.findAncestor(node, ts.isBlock);
  return block?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => name.getText() === node.text)?.initializer;
}
