import type { OperationCase } from './operationCase';
import { map, zip } from './plain';
import type { RandomNumbers } from './randomNumbers';

/** Operations of each entry, or of two entries at the same place. */
export function elementwise(random: RandomNumbers): OperationCase[] {
  return [...binary(random), ...unary(random), ...ofPositive(random), ...ofSmall(random), ...broadcast(random)];
}

function binary(random: RandomNumbers): OperationCase[] {
  const a = random.matrix(3, 4);
  const b = random.matrix(3, 4);
  const positive = random.matrix(3, 4, 0.5, 2);
  return [
    { name: 'add', compute: (tf) => tf.add(a, b), expected: zip(a, b, (x, y) => x + y) },
    { name: 'addN', compute: (tf) => tf.addN([tf.tensor2d(a), tf.tensor2d(b)]), expected: zip(a, b, (x, y) => x + y) },
    { name: 'sub', compute: (tf) => tf.sub(a, b), expected: zip(a, b, (x, y) => x - y) },
    { name: 'mul', compute: (tf) => tf.mul(a, b), expected: zip(a, b, (x, y) => x * y) },
    { name: 'div', compute: (tf) => tf.div(a, positive), expected: zip(a, positive, (x, y) => x / y) },
    { name: 'divNoNan', compute: (tf) => tf.divNoNan(a, positive), expected: zip(a, positive, (x, y) => x / y) },
    { name: 'pow', compute: (tf) => tf.pow(positive, a), expected: zip(positive, a, (x, y) => x ** y) },
    {
      name: 'squaredDifference',
      compute: (tf) => tf.squaredDifference(a, b),
      expected: zip(a, b, (x, y) => (x - y) ** 2),
    },
    { name: 'maximum', compute: (tf) => tf.maximum(a, b), expected: zip(a, b, (x, y) => (x > y ? x : y)) },
    { name: 'minimum', compute: (tf) => tf.minimum(a, b), expected: zip(a, b, (x, y) => (x < y ? x : y)) },
    { name: 'atan2', compute: (tf) => tf.atan2(a, b), expected: zip(a, b, Math.atan2) },
    // The remainder has the sign of the divisor, which is positive here.
    {
      name: 'mod',
      compute: (tf) => tf.mod(a, positive),
      expected: zip(a, positive, (x, y) => x - y * Math.floor(x / y)),
    },
  ];
}

function unary(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(3, 4);
  return [
    { name: 'neg', compute: (tf) => tf.neg(x), expected: map(x, (v) => -v) },
    { name: 'abs', compute: (tf) => tf.abs(x), expected: map(x, (v) => (v < 0 ? -v : v)) },
    { name: 'square', compute: (tf) => tf.square(x), expected: map(x, (v) => v * v) },
    { name: 'exp', compute: (tf) => tf.exp(x), expected: map(x, Math.exp) },
    { name: 'expm1', compute: (tf) => tf.expm1(x), expected: map(x, Math.expm1) },
    { name: 'sin', compute: (tf) => tf.sin(x), expected: map(x, Math.sin) },
    { name: 'cos', compute: (tf) => tf.cos(x), expected: map(x, Math.cos) },
    { name: 'tanh', compute: (tf) => tf.tanh(x), expected: map(x, Math.tanh) },
    { name: 'sigmoid', compute: (tf) => tf.sigmoid(x), expected: map(x, (v) => 1 / (1 + Math.exp(-v))) },
    { name: 'relu', compute: (tf) => tf.relu(x), expected: map(x, (v) => (v > 0 ? v : 0)) },
    { name: 'leakyRelu', compute: (tf) => tf.leakyRelu(x, 0.1), expected: map(x, (v) => (v > 0 ? v : 0.1 * v)) },
    { name: 'elu', compute: (tf) => tf.elu(x), expected: map(x, (v) => (v > 0 ? v : Math.exp(v) - 1)) },
    {
      name: 'clipByValue',
      compute: (tf) => tf.clipByValue(x, -0.7, 0.9),
      expected: map(x, (v) => (v < -0.7 ? -0.7 : v > 0.9 ? 0.9 : v)),
    },
    { name: 'sign', compute: (tf) => tf.sign([-2.5, 0, 1e-300]), expected: [-1, 0, 1] },
    { name: 'step', compute: (tf) => tf.step([-2.5, 0, 1e-300]), expected: [0, 0, 1] },
    // Just below and at a whole number: single precision can't tell them apart.
    { name: 'floor', compute: (tf) => tf.floor([3 - 2 ** -40, 3, -0.5]), expected: [2, 3, -1] },
    { name: 'ceil', compute: (tf) => tf.ceil([3 + 2 ** -40, 3, -0.5]), expected: [4, 3, 0] },
    { name: 'round', compute: (tf) => tf.round([2.5 + 2 ** -40, 2.4, -1.6]), expected: [3, 2, -2] },
  ];
}

function ofPositive(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(3, 4, 0.1, 3);
  return [
    { name: 'log', compute: (tf) => tf.log(x), expected: map(x, Math.log) },
    { name: 'log1p', compute: (tf) => tf.log1p(x), expected: map(x, Math.log1p) },
    { name: 'sqrt', compute: (tf) => tf.sqrt(x), expected: map(x, Math.sqrt) },
    { name: 'rsqrt', compute: (tf) => tf.rsqrt(x), expected: map(x, (v) => 1 / Math.sqrt(v)) },
    { name: 'reciprocal', compute: (tf) => tf.reciprocal(x), expected: map(x, (v) => 1 / v) },
  ];
}

/** With x = 2⁻³⁰: eˣ − 1 = x + x²/2 + …, ln(1 + x) = x − x²/2 + …; the cubes are below the last digit. */
function ofSmall(random: RandomNumbers): OperationCase[] {
  const x = 2 ** -30;
  const tiny = random.vector(4, 1e-200, 2e-200);
  return [
    { name: 'expm1 near 0', compute: (tf) => tf.expm1([x]), expected: [x + (x * x) / 2] },
    { name: 'log1p near 0', compute: (tf) => tf.log1p([x]), expected: [x - (x * x) / 2] },
    { name: 'add far below single precision', compute: (tf) => tf.add(tiny, tiny), expected: tiny.map((v) => 2 * v) },
    {
      name: 'exp beyond single precision',
      compute: (tf) => tf.exp([200, -200]),
      expected: [Math.exp(200), Math.exp(-200)],
    },
  ];
}

function broadcast(random: RandomNumbers): OperationCase[] {
  const a = random.matrix(3, 4);
  const row = random.vector(4);
  const column = random.matrix(3, 1);
  const number = random.number();
  return [
    {
      name: 'add a row',
      compute: (tf) => tf.add(a, row),
      expected: a.map((line) => line.map((x, j) => x + (row[j] ?? NaN))),
    },
    {
      name: 'sub a column',
      compute: (tf) => tf.sub(a, column),
      expected: a.map((line, i) => line.map((x) => x - (column[i]?.[0] ?? NaN))),
    },
    { name: 'mul by a number', compute: (tf) => tf.mul(a, number), expected: map(a, (x) => x * number) },
    { name: 'div by a number', compute: (tf) => tf.div(a, 3), expected: map(a, (x) => x / 3) },
  ];
}
