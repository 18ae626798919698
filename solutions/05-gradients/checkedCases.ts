/** The cases of gradientCheck: functions with more or less accurate gradients. */
import {
  callback,
  filled,
  fixedCase,
  hiddenOnly,
  randomCase,
  tensor,
  type CaseSpec,
  type Inputs,
  type Random,
  type TensorValue,
} from 'descent/author';
import { steepSine } from './cases';

type Nested = number | readonly Nested[];

/** A tensor of this shape from a flat list. */
function shaped(shape: readonly number[], values: readonly number[]): TensorValue {
  const nest = ([length, ...rest]: readonly number[], part: readonly number[]): Nested => {
    if (length === undefined) return part[0] ?? NaN;
    const inner = part.length / length;
    return Array.from({ length }, (_, i) => nest(rest, part.slice(i * inner, (i + 1) * inner)));
  };
  return tensor(nest(shape, values));
}

const sumOf = (w: TensorValue, x: TensorValue): number =>
  w.values.reduce((sum, weight, i) => sum + weight * (x.values[i] ?? NaN), 0);

/** (Σ w ⊙ x)^power, and its gradient with a relative error of about `error` added in a random direction. */
function power(random: Random, shape: readonly number[], exponent: number, error = 0): Inputs {
  const [w, x, noise] = [random.uniform(shape, 0.4, 0.9), random.uniform(shape, 0.5, 1.5), random.normal(shape)];
  const slope = exponent * sumOf(w, x) ** (exponent - 1);
  const share = (2 * error * slope * Math.hypot(...w.values)) / Math.hypot(...noise.values);
  const analytic = Array.from(w.values, (weight, i) => slope * weight + share * (noise.values[i] ?? NaN));
  return {
    f: callback('powerOfSum', { weights: w, power: exponent }),
    analytic: shaped(shape, analytic),
    x,
    h: random.number(0.2, 0.5),
  };
}

/** Central differences of a square are exact, so the error is that of the gradient, about this power of 10. */
function errorOf(magnitude: number, shape: readonly number[] = [4]): (random: Random) => Inputs {
  return (random) => power(random, shape, 2, random.number(1, 5) * 10 ** magnitude);
}

const constant = (value: number, analytic: TensorValue): Inputs => ({
  f: callback('constant', { value }),
  analytic,
  x: filled(analytic.shape, 0.5),
  h: undefined,
});

/** A constant's differences are 0, so the error is analytic/(analytic + 1e-8), to the last digit. */
const edge = (id: string, analytic: number, label: string): CaseSpec =>
  fixedCase(id, constant(3, tensor([analytic])), { label, reserved: true });

const notFinite = (id: string, value: number, analytic: number, label: string): CaseSpec =>
  fixedCase(id, constant(value, tensor([1, analytic])), { label, small: true, reserved: true });

const bands: readonly CaseSpec[] = [
  fixedCase('by-hand', {
    f: callback('powerOfSum', { weights: tensor([1, 2]), power: 2 }),
    analytic: tensor([4, 2]),
    x: tensor([1, 0.5]),
    h: 0.5,
  }),
  randomCase('error-1e-9', errorOf(-9), { label: 'analytic is right to nine digits' }),
  randomCase('error-1e-7', errorOf(-7), { label: 'analytic is right to seven digits' }),
  randomCase('error-1e-6', errorOf(-6), { label: 'analytic is right to six digits' }),
  randomCase('error-1e-4', errorOf(-4), { label: 'analytic is right to four digits' }),
  randomCase('error-1e-2', errorOf(-2), { label: 'analytic is right to two digits' }),
  fixedCase('zero', constant(7, filled([3], 0)), { label: 'both gradients are 0' }),
];

const steps: readonly CaseSpec[] = [
  randomCase('coarse-step', (random) => power(random, [3], 3), { label: 'analytic is right and h is large' }),
  randomCase(
    'default-step',
    (random) => {
      const { f, w, x } = steepSine(random);
      return { f, analytic: tensor(Array.from(w.values, (weight) => weight * Math.cos(sumOf(w, x)))), x, h: undefined };
    },
    { label: 'h is omitted' },
  ),
];

const shapes: readonly CaseSpec[] = [
  randomCase('matrix', errorOf(-4, [2, 3]), { label: 'x is a matrix', reserved: true }),
  randomCase('rank-3', errorOf(-2, [2, 1, 3]), { label: 'x has rank 3', reserved: true }),
  randomCase('scalar', errorOf(-6, []), { label: 'x has rank 0', reserved: true }),
  fixedCase('empty', constant(2, filled([0, 2], 0)), { label: 'x is empty', reserved: true }),
];

const edges: readonly CaseSpec[] = [
  edge('at-1e-7', 1.00000010000001e-15, 'the error is exactly 1e-7'),
  edge('below-1e-7', 0.999999e-15, 'the error is just below 1e-7'),
  edge('at-1e-5', 1.0000100001000012e-13, 'the error is exactly 1e-5'),
  edge('below-1e-5', 1.000009e-13, 'the error is just below 1e-5'),
  edge('at-1e-3', 1.001001001001001e-11, 'the error is exactly 1e-3'),
  edge('below-1e-3', 1.001e-11, 'the error is just below 1e-3'),
  randomCase(
    'drawn-limit',
    (random) => {
      const limit = [1e-7, 1e-5, 1e-3][random.integer(0, 2)] ?? NaN;
      const error = limit * (random.integer(0, 1) === 0 ? random.number(0.9, 0.99) : random.number(1.01, 1.1));
      // Solves analytic / (analytic + 1e-8) = error.
      return constant(random.number(1, 5), tensor([(1e-8 * error) / (1 - error)]));
    },
    { label: 'the error is close to a limit', reserved: true, copies: { public: 0, hidden: 4 } },
  ),
];

const strange: readonly CaseSpec[] = [
  notFinite('nan-in-analytic', 1, NaN, 'analytic contains NaN'),
  notFinite('nan-from-f', NaN, 1, 'f returns NaN'),
  notFinite('infinity-in-analytic', 1, Infinity, 'analytic contains Infinity'),
  notFinite('infinity-from-f', Infinity, 1, 'f returns Infinity'),
  randomCase(
    'drawn-strange',
    (random) => {
      const odd = random.integer(0, 1) === 0 ? NaN : Infinity;
      const analytic = [...random.uniform([4], 0.5, 2).values];
      return random.integer(0, 1) === 0
        ? constant(odd, tensor(analytic))
        : constant(random.number(1, 5), tensor(analytic.with(random.integer(0, 3), odd)));
    },
    { label: 'a number is not finite', small: true, reserved: true, copies: hiddenOnly },
  ),
];

const ids = (cases: readonly CaseSpec[]): string[] => cases.map(({ id }) => id);

export const checkedCases: readonly CaseSpec[] = [...bands, ...steps, ...shapes, ...edges, ...strange];
export const families = {
  bands: ids(bands),
  steps: ids(steps),
  shapes: ids(shapes),
  edges: ids(edges),
  strange: ids(strange),
};
