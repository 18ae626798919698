import type { MistakeWords } from '../../words/mistakes';
import { isEqual } from './publicNumbers';
import { tolerances } from '../tolerances';
import type { Quantity } from './quantitiesOf';

/** A returned number, the correct one, and the index of its case. */
export interface Sample {
  readonly right: number;
  readonly got: number;
  readonly one: number;
  readonly scale: number;
}

/** A rule that maps correct numbers to returned ones, and how to say it. */
export interface Relation {
  readonly id: string;
  readonly says: (rules: MistakeWords['rules']) => string;
  readonly apply: (right: number, one: number) => number;
}

/**
 * The first relation that holds for all samples.
 *
 * Note [Relations]: a statement about numbers, such as "twice the expected value", is true whatever the code looks
 * like. It is made only if many numbers support it, since a few are easily explained.
 */
export function relationOf(samples: readonly Sample[], quantities: readonly Quantity[]): Relation | undefined {
  if (new Set(samples.map(({ right }) => Math.abs(right)).filter((right) => right !== 0)).size < minDistinct)
    return undefined;
  // Differences that are small compared to the largest number fit many rules.
  const largest = (of: (sample: Sample) => number): number => Math.max(...samples.map(of));
  const size = largest(({ right, got }) => Math.abs(right) + Math.abs(got));
  if (largest(({ right, got }) => Math.abs(right - got)) <= tolerances.mistakeApart * size) return undefined;
  return [...constants(samples), ...ofQuantities(quantities), ...functions].find(({ apply }) =>
    samples.every(({ right, got, one, scale }) => isEqual(apply(right, one), got, scale)),
  );
}

const minDistinct = 4;

/** One factor, or one added number, determined by the largest number. */
function constants(samples: readonly Sample[]): readonly Relation[] {
  const [largest] = samples.toSorted((a, b) => Math.abs(b.right) - Math.abs(a.right));
  if (largest === undefined) return [];
  const factor = largest.got / largest.right;
  const added = largest.got - largest.right;
  return [
    timesFactor(factor),
    {
      id: 'constant-added',
      says: (rules) => rules.plus(`${added < 0 ? '−' : '+'} ${short(Math.abs(added))}`),
      apply: (right) => right + added,
    },
  ];
}

function timesFactor(factor: number): Relation {
  const apply = (right: number): number => factor * right;
  if (factor === 0) return { id: 'always-zero', says: ({ zero }) => zero, apply };
  if (factor === -1) return { id: 'sign-turned', says: (rules) => rules.times(-1), apply };
  return { id: 'constant-factor', says: (rules) => rules.times(short(factor)), apply };
}

/** Factors and divisors taken from the arguments. */
function ofQuantities(quantities: readonly Quantity[]): readonly Relation[] {
  return quantities.flatMap(({ name, values }) =>
    [1, -1, 2, 0.5].flatMap((k): Relation[] => {
      const of = (one: number): number => values[one] ?? NaN;
      return [
        {
          id: 'argument-for-factor',
          says: (rules) => rules.timesArgument(k, name),
          apply: (right, one) => k * right * of(one),
        },
        {
          id: 'argument-for-divisor',
          says: (rules) => rules.dividedByArgument(k, name),
          apply: (right, one) => (k * right) / of(one),
        },
      ];
    }),
  );
}

const functions: readonly Relation[] = [
  { id: 'absolute-value', says: ({ absolute }) => absolute, apply: Math.abs },
  { id: 'square', says: ({ square }) => square, apply: (right) => right * right },
  { id: 'square-root', says: ({ root }) => root, apply: Math.sqrt },
  { id: 'reciprocal', says: ({ reciprocal }) => reciprocal, apply: (right) => 1 / right },
  { id: 'logarithm', says: ({ logarithm }) => logarithm, apply: Math.log },
  { id: 'exponential', says: ({ exponential }) => exponential, apply: Math.exp },
  { id: 'one-minus', says: ({ oneMinus }) => oneMinus, apply: (right) => 1 - right },
  { id: 'rounded-down', says: ({ roundedDown }) => roundedDown, apply: Math.floor },
  ...[0, 1, 2, 3, 4, 5, 6].map((digits): Relation => {
    return { id: 'rounded', says: (rules) => rules.rounded(digits), apply: (right) => Number(right.toFixed(digits)) };
  }),
];

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
