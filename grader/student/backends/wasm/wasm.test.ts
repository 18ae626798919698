import * as tf from '@tensorflow/tfjs';
import { runOnBackend } from '../testing/runOnBackend';

type Evaluate = (tfjs: typeof tf, x: (shape: number[]) => tf.Tensor) => tf.Tensor;

const convolutions = [
  { strides: 1, pad: "'same'" },
  { strides: 1, pad: "'valid'" },
  { strides: 2, pad: "'same'" },
  { strides: '[2, 1]', pad: "'valid'" },
  { strides: 2, pad: 1 },
].flatMap(({ strides, pad }): [string, string][] => [
  [
    `the filter of a convolution, strides ${strides}, pad ${pad}`,
    `tf.grad((f) => tf.conv2d(x([2, 5, 4, 3]), f, ${strides}, ${pad}).square().sum())(x([3, 3, 3, 2]))`,
  ],
  [
    `the images of a convolution, strides ${strides}, pad ${pad}`,
    `tf.grad((i) => tf.conv2d(i, x([3, 3, 3, 2]), ${strides}, ${pad}).square().sum())(x([2, 5, 4, 3]))`,
  ],
]);

/**
 * Expressions in `tf` and `x(shape)`. Each is evaluated by WASM in single precision, in a separate process, and here by
 * plain JavaScript in double precision, which shares no kernel with it.
 */
const expressions: Readonly<Record<string, string>> = {
  'Aᵀ B': 'tf.matMul(x([3, 2]), x([3, 4]), true, false)',
  'A Bᵀ': 'tf.matMul(x([2, 3]), x([4, 3]), false, true)',
  'Aᵀ Bᵀ': 'tf.matMul(x([3, 2]), x([4, 3]), true, true)',
  'many Aᵀ B': 'tf.matMul(x([2, 3, 2]), x([2, 3, 4]), true, false)',
  'one A with many Bᵀ': 'tf.matMul(x([1, 2, 3]), x([5, 4, 3]), false, true)',
  'the first factor of A B': 'tf.grad((a) => tf.matMul(a, x([7, 3])).square().sum())(x([5, 7]))',
  'the second factor of A B': 'tf.grad((b) => tf.matMul(x([5, 7]), b).square().sum())(x([7, 3]))',
  'gathered rows': "tf.grad((w) => tf.gather(w, tf.tensor1d([2, 0, 2, 3], 'int32')).mul(x([4, 3])).sum())(x([5, 3]))",
  'gathered columns': "tf.grad((w) => tf.gather(w, tf.tensor1d([1, 1, 0], 'int32'), 1).square().sum())(x([2, 3]))",
  'rows of no segment': "tf.unsortedSegmentSum(x([3, 2]), tf.tensor1d([1, -1, 1], 'int32'), 2)",
  'segments of whole numbers':
    "tf.unsortedSegmentSum(tf.tensor1d([1, 2, 4], 'int32'), tf.tensor1d([1, 0, 1], 'int32'), 3)",
  'one-hot rows of floats': "tf.oneHot(tf.tensor1d([2, 0, -1, 3, 1], 'int32'), 3, 1, 0, 'float32')",
  'one-hot rows of other values': "tf.oneHot(tf.tensor2d([[2, 0]], [1, 2], 'int32'), 3, 0.5, -2, 'float32')",
  'one-hot rows of whole numbers': "tf.oneHot(tf.tensor1d([1, 0], 'int32'), 2)",
  'one-hot rows of truth values': "tf.oneHot(tf.tensor1d([1, 0], 'int32'), 2, 1, 0, 'bool').toFloat()",
  'a sum by subscripts': "tf.einsum('ij,jk->ik', x([2, 3]), x([3, 4]))",
  'the filter of a depthwise convolution':
    "tf.grad((f) => tf.depthwiseConv2d(x([1, 4, 4, 2]), f, 1, 'same').square().sum())(x([3, 3, 2, 1]))",
  'the images of a depthwise convolution':
    "tf.grad((i) => tf.depthwiseConv2d(i, x([3, 3, 2, 1]), 1, 'same').square().sum())(x([1, 4, 4, 2]))",
  'the filter of a fused convolution':
    "tf.grad((f) => tf.fused.conv2d({ x: x([2, 5, 4, 3]), filter: f, strides: 1, pad: 'same' }).square().sum())(x([3, 3, 3, 2]))",
  ...Object.fromEntries(convolutions),
};

// Deterministic numbers without a pattern.
const makeX =
  '(shape) => tf.tensor(Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(1 + 3 * i)), shape)';

interface Answer {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

function evaluateHere(expression: string): Answer {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the same text goes to the other process
  const evaluate = new Function('tf', 'x', `return ${expression}`) as Evaluate;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as above
  const x = (new Function('tf', `return ${makeX}`) as (tfjs: typeof tf) => (shape: number[]) => tf.Tensor)(tf);
  return tf.tidy(() => {
    const result = evaluate(tf, x);
    return { shape: result.shape, values: Array.from(result.dataSync()) };
  });
}

describe('the WASM backend, repaired', () => {
  let found: { readonly name: string; readonly tensors: number; readonly answers: Readonly<Record<string, Answer>> };
  beforeAll(() => {
    found = runOnBackend(
      `const x: any = ${makeX};
      const expressions: Record<string, () => any> = {
        ${Object.entries(expressions)
          .map(([name, expression]) => `${JSON.stringify(name)}: () => ${expression},`)
          .join('\n')}
      };
      const held = () => tf.memory().numDataBuffers + ['wasm', 'cpu'].reduce((sum, name) => sum + tf.findBackend(name).numDataIds(), 0);
      const before = held();
      const answers = Object.fromEntries(Object.entries(expressions).map(([name, evaluate]) => [name, tf.tidy(() => {
        const result = evaluate();
        return { shape: result.shape, values: Array.from(result.dataSync()) };
      })]));
      print({ name: tf.getBackend(), tensors: held() - before, answers });`,
      { DESCENT_BACKEND: 'wasm' },
    ) as typeof found;
  });

  it('should be the current backend, in single precision', () => {
    expect(found.name).toBe('wasm');
    // Doubles would agree to the last digit.
    const values = Object.values(found.answers).flatMap((answer) => answer.values);
    expect(values.every((value) => Math.fround(value) === value)).toBe(true);
  });

  it('should leave no tensors behind', () => {
    expect(found.tensors).toBe(0);
  });

  // Every operation that the course uses, against plain loops. WASM alone computes log1p(x) as log(1 + x).
  it('should compute all other operations as plain JavaScript does in single precision', () => {
    const wrong = (backend: string): unknown =>
      runOnBackend(
        `const wrong = new Set<string>();
        for (const seed of [1, 2]) for (const [, operations] of operationFamilies(seed)) for (const operation of operations) {
          if (!(relativeError(operation, tf) < 1e-4)) wrong.add(operation.name);
        }
        print([...wrong]);`,
        { DESCENT_BACKEND: backend },
        "import { operationFamilies, relativeError } from '../../precision/testing/operations';",
      );
    const inSinglePrecision = wrong('cpu') as string[];
    expect(inSinglePrecision.length).toBeGreaterThan(0);
    expect((wrong('wasm') as string[]).filter((name) => !inSinglePrecision.includes(name))).toEqual(['log1p near 0']);
  });

  it.each(Object.entries(expressions))('should compute %s', (name, expression) => {
    const { shape, values } = evaluateHere(expression);
    const answer = found.answers[name];
    expect(answer?.shape).toEqual(shape);
    const scale = Math.max(...values.map(Math.abs));
    for (const [index, value] of values.entries())
      expect(Math.abs((answer?.values[index] ?? NaN) - value)).toBeLessThan(1e-5 * scale);
  });
});
