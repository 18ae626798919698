import ts from 'typescript';
import type { TextEdit } from '../../skeleton/textEdits';
import { grouped, reductions, replace, type Mutation, type MutationOperator } from '../mutation';

/** Calls that are easily confused, as functions `tf.add(a, b)` and as methods `a.add(b)`. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  add: ['sub'],
  sub: ['add'],
  mul: ['div'],
  div: ['mul'],
  max: ['min'],
  min: ['max'],
  sum: ['mean'],
  mean: ['sum'],
  prod: ['sum'],
  maximum: ['minimum'],
  minimum: ['maximum'],
  greater: ['greaterEqual', 'less'],
  greaterEqual: ['greater', 'lessEqual'],
  less: ['lessEqual', 'greater'],
  lessEqual: ['less', 'greaterEqual'],
  equal: ['notEqual'],
  notEqual: ['equal'],
  argMax: ['argMin'],
  argMin: ['argMax'],
  exp: ['expm1'],
  expm1: ['exp'],
  log: ['log1p'],
  log1p: ['log'],
  floor: ['ceil'],
  ceil: ['floor'],
  sin: ['cos'],
  cos: ['sin'],
  abs: ['relu'],
  relu: ['abs'],
  sqrt: ['square'],
  square: ['abs'],
  zeros: ['ones'],
  ones: ['zeros'],
  zerosLike: ['onesLike'],
  onesLike: ['zerosLike'],
};
// Math lacks some functions of tfjs.
const ofMathToo = new Set(['max', 'min', 'exp', 'expm1', 'log', 'log1p', 'floor', 'ceil', 'sin', 'cos']);

/** Calls that can be dropped, leaving their operand. */
const forgettable = new Set(
  'square sqrt neg abs sign exp expm1 log log1p relu sigmoid tanh reciprocal pow round floor ceil clipByValue transpose reverse flatten sum mean max min'.split(
    ' ',
  ),
);
/** Calls with two operands, either of which can be dropped. */
const ofTwo = new Set(['add', 'sub', 'mul', 'div', 'maximum', 'minimum', 'pow', 'atan2', 'mod']);
const turnable = new Set([
  'sub',
  'div',
  'pow',
  'matMul',
  'greater',
  'less',
  'greaterEqual',
  'lessEqual',
  'floorDiv',
  'mod',
]);

interface TensorCall {
  readonly node: ts.CallExpression;
  /** `tf`, `Math`, or the tensor that a method is called on. */
  readonly on: ts.Expression;
  readonly name: ts.MemberName;
  readonly ofLibrary: 'tf' | 'Math' | undefined;
  /** All operands, starting with the tensor of a method. */
  readonly operands: readonly ts.Expression[];
}

function tensorCall(node: ts.Node): TensorCall | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: on, name } = node.expression;
  const text = on.getText();
  const ofLibrary = text === 'tf' || text === 'tf.linalg' ? 'tf' : text === 'Math' ? 'Math' : undefined;
  return {
    node,
    on,
    name,
    ofLibrary,
    operands: ofLibrary === undefined ? [on, ...node.arguments] : [...node.arguments],
  };
}

/** add ↔ sub, sum ↔ mean, greater ↔ greaterEqual, and the like. */
export const nameSwaps: MutationOperator = (node) => {
  const call = tensorCall(node);
  if (call === undefined || (call.ofLibrary === 'Math' && !ofMathToo.has(call.name.text))) return [];
  return (otherNames[call.name.text] ?? []).map((text) => replace(call.name, text));
};

/** x.square() → x, a.add(b) → a or b: a dropped step or term. */
export const droppedCalls: MutationOperator = (node) => {
  const call = tensorCall(node);
  if (call === undefined) return [];
  const [first, second] = call.operands;
  const name = call.name.text;
  if (first !== undefined && second !== undefined && ofTwo.has(name))
    return [first, second].map((operand) => replace(node, asTensor(operand, call)));
  return first !== undefined && forgettable.has(name) ? [replace(node, grouped(first))] : [];
};

/** a.sub(b) → b.sub(a), and matMul(a, b) → matMul(b, a). */
export const turnedCalls: MutationOperator = (node) => {
  const call = tensorCall(node);
  const [first, second, ...rest] = call?.operands ?? [];
  if (call === undefined || first === undefined || second === undefined || !turnable.has(call.name.text)) return [];
  const library = call.ofLibrary ?? 'tf';
  return [
    replace(
      node,
      `${library}.${call.name.text}(${[second, first, ...rest].map((operand) => operand.getText()).join(', ')})`,
    ),
  ];
};

/** sum() ↔ sum(0), sum(1) → sum(), keepDims added. */
export const axes: MutationOperator = (node) => {
  const call = tensorCall(node);
  if (call === undefined || call.ofLibrary === 'Math' || !reductions.has(call.name.text)) return [];
  const [operand, axis, ...rest] = call.operands;
  const [last] = call.node.arguments.slice(-1);
  if (operand === undefined) return [];
  // Without an axis these two use the first, and they have no keepDims.
  const isPlace = call.name.text === 'argMax' || call.name.text === 'argMin';
  const isFirst = axis === undefined || axis.getText() === '0';
  if (isPlace && isFirst) return [];
  if (axis === undefined)
    return [ofMatrices(insertArgument(call.node, call.ofLibrary === undefined ? '0' : ', 0'), operand)];
  const whole =
    call.ofLibrary === undefined
      ? `${operand.getText()}.${call.name.text}()`
      : `tf.${call.name.text}(${operand.getText()})`;
  const keeping = rest.length === 0 && last !== undefined && !isPlace ? [insertArgument(call.node, ', true')] : [];
  return [isFirst ? ofMatrices(replace(node, whole), operand) : replace(node, whole), ...keeping];
};

/** A vector only has one axis. */
function ofMatrices(edit: TextEdit, operand: ts.Expression): Mutation {
  const refusing = "((one) => { if (one.rank !== 1) throw new Error('not a vector'); return one; })";
  return { ...edit, probe: replace(operand, `${refusing}(${operand.getText()})`) };
}

/** Added transposes of matMul's arguments, and of its result. */
export const transposes: MutationOperator = (node) => {
  const call = tensorCall(node);
  if (call === undefined || call.name.text !== 'matMul') return [];
  // Existing flags are flipped as booleans.
  const flags = call.operands.length === 2 ? [', true', ', false, true'] : call.operands.length === 3 ? [', true'] : [];
  return [...flags.map((text) => insertArgument(call.node, text)), replace(node, `${node.getText()}.transpose()`)];
};

/** tf.tidy(() => x) → x: leaks intermediate tensors. */
export const droppedTidy: MutationOperator = (node) => {
  const call = tensorCall(node);
  const [body] = call?.node.arguments.slice(-1) ?? [];
  return call?.ofLibrary === 'tf' && call.name.text === 'tidy' && body !== undefined
    ? [replace(node, `(${body.getText()})()`)]
    : [];
};

function insertArgument(call: ts.CallExpression, text: string): TextEdit {
  const end = call.getEnd() - 1;
  return { start: end, end, text };
}

// A remaining number is converted to a tensor, as tfjs would do.
function asTensor(operand: ts.Expression, { ofLibrary }: TensorCall): string {
  return ofLibrary === 'Math' ? grouped(operand) : `tf.add(${operand.getText()}, 0)`;
}
