import type { Words } from '../../types';
import { isEqual } from './publicNumbers';
import { tolerances } from '../tolerances';
import type { Quantity } from './quantitiesOf';

/** What was returned for a right number, and which case it is of. */
export interface Sample {
  readonly right: number;
  readonly got: number;
  readonly one: number;
  readonly scale: number;
}

/** One rule that makes what was returned of what is right, and how to say that. */
export interface Relation {
  readonly id: string;
  /** Completes "it is … what is due". */
  readonly says: Words;
  readonly apply: (right: number, one: number) => number;
}

/**
 * The first relation that holds for all samples.
 *
 * Note [Relations]: a sentence about numbers, such as "twice what is due", is true whatever the code looks like. It is
 * said only where many numbers bear it out, since few are easily explained.
 */
export function relationOf(samples: readonly Sample[], quantities: readonly Quantity[]): Relation | undefined {
  if (new Set(samples.map(({ right }) => Math.abs(right)).filter((right) => right !== 0)).size < minDistinct)
    return undefined;
  // What differs by little, beside the largest number, fits many rules.
  const largest = (of: (sample: Sample) => number): number => Math.max(...samples.map(of));
  const size = largest(({ right, got }) => Math.abs(right) + Math.abs(got));
  if (largest(({ right, got }) => Math.abs(right - got)) <= tolerances.mistakeApart * size) return undefined;
  return [...constants(samples), ...ofQuantities(quantities), ...functions].find(({ apply }) =>
    samples.every(({ right, got, one, scale }) => isEqual(apply(right, one), got, scale)),
  );
}

const minDistinct = 4;

/** One factor, or one number added, which the largest number tells. */
function constants(samples: readonly Sample[]): readonly Relation[] {
  const [largest] = samples.toSorted((a, b) => Math.abs(b.right) - Math.abs(a.right));
  if (largest === undefined) return [];
  const factor = largest.got / largest.right;
  const added = largest.got - largest.right;
  const signed = (sign: string): string => `${sign} ${short(Math.abs(added))}`;
  return [
    {
      id: factor === -1 ? 'sign-turned' : 'constant-factor',
      says:
        factor === -1
          ? { en: 'minus what is due', zh: '应有值的相反数' }
          : { en: `${short(factor)} times what is due`, zh: `应有值的 ${short(factor)} 倍` },
      apply: (right) => factor * right,
    },
    {
      id: 'constant-added',
      says: {
        en: `what is due ${signed(added < 0 ? '−' : '+')}`,
        zh: `应有值 ${signed(added < 0 ? '−' : '+')}`,
      },
      apply: (right) => right + added,
    },
  ];
}

/** Factors and divisors that come with the arguments. */
function ofQuantities(quantities: readonly Quantity[]): readonly Relation[] {
  return quantities.flatMap(({ name, values }) =>
    [1, -1, 2, 0.5].flatMap((k): Relation[] => {
      const of = (one: number): number => values[one] ?? NaN;
      const due = { en: dueIn.en(k), zh: dueIn.zh(k) };
      return [
        {
          id: 'argument-for-factor',
          says: { en: `${due.en} times \`${name}\``, zh: `${due.zh}再乘以 \`${name}\`` },
          apply: (right, one) => k * right * of(one),
        },
        {
          id: 'argument-for-divisor',
          says: { en: `${due.en} divided by \`${name}\``, zh: `${due.zh}再除以 \`${name}\`` },
          apply: (right, one) => (k * right) / of(one),
        },
      ];
    }),
  );
}

const dueIn = {
  en: (k: number): string => (k === 1 ? 'what is due' : k === -1 ? 'minus what is due' : `${k} times what is due`),
  zh: (k: number): string => (k === 1 ? '应有值' : k === -1 ? '应有值的相反数' : `应有值的 ${k} 倍`),
};

const functions: readonly Relation[] = [
  { id: 'absolute-value', says: { en: 'the absolute value of what is due', zh: '应有值的绝对值' }, apply: Math.abs },
  { id: 'square', says: { en: 'the square of what is due', zh: '应有值的平方' }, apply: (right) => right * right },
  { id: 'square-root', says: { en: 'the square root of what is due', zh: '应有值的平方根' }, apply: Math.sqrt },
  { id: 'reciprocal', says: { en: '1 divided by what is due', zh: '应有值的倒数' }, apply: (right) => 1 / right },
  { id: 'logarithm', says: { en: 'the logarithm of what is due', zh: '应有值的对数' }, apply: Math.log },
  { id: 'exponential', says: { en: 'e to the power of what is due', zh: 'e 的“应有值”次方' }, apply: Math.exp },
  { id: 'one-minus', says: { en: '1 minus what is due', zh: '1 减去应有值' }, apply: (right) => 1 - right },
  { id: 'rounded-down', says: { en: 'what is due, rounded down', zh: '应有值向下取整' }, apply: Math.floor },
  ...[0, 1, 2, 3, 4, 5, 6].map((digits): Relation => {
    return {
      id: 'rounded',
      says: { en: `what is due, rounded to ${digits} decimals`, zh: `应有值四舍五入到 ${digits} 位小数` },
      apply: (right) => Number(right.toFixed(digits)),
    };
  }),
];

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
