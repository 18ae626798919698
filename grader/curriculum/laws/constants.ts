import { z } from 'zod';
import { TensorValue, valueAt, type Value, type ValueRecord } from '../../execution/values';
import { defineLaw, theResult, type LawContext } from '../../pipeline/checks/laws';

/**
 * The result of a formula with an extra constant c, computed from the right result.
 *
 * Note [Known by its effect]: `log(p + c)`, `log(max(p, c))` and a sum with c under a fraction are the same mistake for
 * every c. So c is solved for at the element with the largest effect, and must then explain the results of all cases.
 *
 * Note [No solution in a law]: laws are released to students. So formulas here start from the right answer, which
 * public cases contain anyway, and never compute it.
 */
type Formula = (inputs: ValueRecord, right: readonly number[], c: number) => readonly number[] | undefined;

const formulas = {
  /** Mean of −log(p + c), p the probability of the true class. */
  addedToProbability: [(inputs, _, c) => meanOfTrueClasses(inputs, (p) => -Math.log(p + c))],
  /** Mean of −log(max(p, c)), or with p clipped to [c, 1 − c]. */
  clippedProbability: [
    (inputs, _, c) => meanOfTrueClasses(inputs, (p) => -Math.log(Math.max(p, c))),
    (inputs, _, c) => meanOfTrueClasses(inputs, (p) => -Math.log(Math.min(Math.max(p, c), 1 - c))),
  ],
  /** Probabilities clipped to [c, 1 − c]. */
  clippedShare: [
    (_, right, c) => right.map((share) => Math.max(share, c)),
    (_, right, c) => right.map((share) => Math.min(Math.max(share, c), 1 - c)),
  ],
  /** c added to each probability. */
  addedToShare: [(_, right, c) => right.map((share) => share + c)],
  /** c added to the sum of a row, which is 1 over its largest probability if the largest exponential is 1. */
  addedToSum: [
    ({ scores }, right, c) => {
      const { length } = rowsOf(scores)?.[0] ?? [];
      return right.map((share, index) => {
        const first = index - (index % length);
        return share / (1 + c * Math.max(...right.slice(first, first + length)));
      });
    },
  ],
  /** c added to the range of a class. */
  addedToRange: [
    ({ W }, right, c) => {
      const ranges = rowsOf(W)?.flatMap((row) => row.map(() => Math.max(...row) - Math.min(...row)));
      return right.map((pixel, index) => (pixel === 0 ? 0 : pixel / (1 + c / (ranges?.[index] ?? NaN))));
    },
  ],
  /** c added to the correction, which is the moment over the corrected one. */
  addedToCorrection: [
    ({ moment }, right, c) =>
      right.map((corrected, index) => {
        const value = moment instanceof TensorValue ? (moment.values[index] ?? NaN) : NaN;
        return corrected === 0 ? 0 : value / (value / corrected + c);
      }),
  ],
} as const satisfies Readonly<Record<string, readonly Formula[]>>;

const names = Object.keys(formulas) as (keyof typeof formulas)[];

/** One constant, the same on all cases, explains the results. */
export const constantInFormula = defineLaw({
  name: 'constantInFormula',
  parameters: z.strictObject({ formula: z.enum(names), field: z.string().optional() }),
  says: { en: () => 'the formula contains an extra constant', zh: () => '公式里多了一个常数' },
  violation: (context) => (isExplained([context]) ? undefined : { where: theResult, expected: NaN, got: NaN }),
  throughout: isExplained,
});

interface Parameters {
  readonly formula: keyof typeof formulas;
  readonly field?: string | undefined;
}

function isExplained(contexts: readonly LawContext<ValueRecord>[]): boolean {
  const { formula, field } = (contexts[0]?.parameters ?? {}) as unknown as Parameters;
  const cases = contexts.map(({ inputs, result, expected }) => ({
    inputs,
    got: numbersOf(valueAt(result, field === undefined ? [] : [field])),
    right: numbersOf(valueAt(expected, field === undefined ? [] : [field])),
  }));
  const shows = cases
    .flatMap(({ inputs, got, right }) =>
      right.map((value, index) => ({
        inputs,
        right,
        index,
        got: got[index] ?? NaN,
        off: Math.abs((got[index] ?? NaN) - value),
      })),
    )
    .filter(({ off }) => Number.isFinite(off))
    .toSorted((a, b) => b.off - a.off)[0];
  if (shows === undefined || shows.off < 1e-9) return false;
  return formulas[formula].some((compute: Formula) => {
    const c = solve((constant) => compute(shows.inputs, shows.right, constant)?.[shows.index] ?? NaN, shows.got);
    return c !== undefined && cases.every(({ inputs, got, right }) => explains(compute(inputs, right, c), got));
  });
}

function explains(computed: readonly number[] | undefined, got: readonly number[]): boolean {
  return computed?.length === got.length && computed.every((value, index) => isSame(value, got[index] ?? NaN));
}

/** An infinite difference within an infinite bound is meaningless. */
function isSame(computed: number, got: number): boolean {
  return Number.isFinite(computed) && Math.abs(computed - got) <= 1e-10 * Math.abs(computed) + 1e-12;
}

/** Solves a monotonic function for the constant between 1e-18 and 0.1. */
function solve(f: (constant: number) => number, wanted: number): number | undefined {
  let [low, high] = [-18, -1];
  const rises = f(10 ** high) > f(10 ** low);
  const isBelow = (exponent: number): boolean => f(10 ** exponent) < wanted === rises;
  if (!isBelow(low) || isBelow(high)) return undefined;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return 10 ** high;
}

function meanOfTrueClasses({ scores, y }: ValueRecord, of: (p: number) => number): readonly number[] | undefined {
  const rows = rowsOf(scores);
  if (rows === undefined || !(y instanceof TensorValue)) return undefined;
  // 1 over the sum of the others' odds, which overflows if p is 0.
  const losses = rows.map((row, i) =>
    of(1 / total(row.map((score) => Math.exp(score - (row[y.values[i] ?? -1] ?? NaN))))),
  );
  return [total(losses) / losses.length];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function rowsOf(matrix: Value): readonly (readonly number[])[] | undefined {
  if (!(matrix instanceof TensorValue)) return undefined;
  const [rows = 0, columns = 0] = matrix.shape;
  return Array.from({ length: rows }, (_, row) => [...matrix.values.slice(row * columns, (row + 1) * columns)]);
}

function numbersOf(value: Value): readonly number[] {
  if (value instanceof TensorValue) return [...value.values];
  return typeof value === 'number' ? [value] : [];
}
