import { TensorValue, type Value } from '../../../../execution/values';
import { labels, tensor } from '../../../course/spec/values';
import type { Case, Exercise, Outcome, Reference } from '../../../types';
import { caseOf, exerciseOf, referenceOf, returned, threw } from '../../testing';
import { alongAxis } from './alongAxis';
import { alterationsOf } from './alterations';
import { alteredArguments } from './alteredArguments';

type Compute = (x: number[][], options: { rate: number; steps: number }, list: number[]) => Value;

const right: Compute = (x, { rate, steps }, list) => ({
  loss: sum(x.flat()) * rate + steps,
  means: tensor(x.map((row) => (rate * sum(row)) / x.length + sum(list.map((one, index) => one * index)))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const rows = ({ shape: [count = 0, width = 0], values }: TensorValue): number[][] =>
  Array.from({ length: count }, (_, row) => [...values.slice(row * width, (row + 1) * width)]);

const outcomeOf = (compute: Compute, [x, options, list]: readonly Value[]): Outcome =>
  returned(compute(rows(x as TensorValue), options as never, [...(list as readonly number[])]));
const reference: Reference = (evaluation) =>
  evaluation.kind === 'calls' ? outcomeOf(right, evaluation.calls[0] ?? []) : threw('no call');

const inputs: readonly (readonly Value[])[] = [
  [tensor([[1.5, 2, -4], [0.5, 3, 1]]), { rate: 0.5, steps: 2 }, [3, 1.5]], // prettier-ignore
  [tensor([[0.25, -1], [2, 5], [1, 7.5]]), { rate: 0.3, steps: 5 }, [2, 10, 4]], // prettier-ignore
  [tensor([[2.5, -3, 1, 4]]), { rate: 1.2, steps: 3 }, [0, 5, 1.25, 30]], // prettier-ignore
];
const cases = inputs.map((given, one): Case => caseOf(String(one), given, 0, { expected: outcomeOf(right, given) }));
const exercise: Exercise = exerciseOf({
  arguments: ['x', 'options', 'list'],
  cases,
  checks: [referenceOf(undefined, ['0', '1', '2'])],
});

const namedOf = (compute: Compute) =>
  alteredArguments(exercise, new Map(inputs.map((given, one) => [String(one), outcomeOf(compute, given)])), reference);

describe('a result that is right for altered arguments', () => {
  it.each<[string, string, Compute]>([
    ['as-if-halved', '`options.rate` were half as large', (x, o, list) => right(x, { ...o, rate: o.rate / 2 }, list)],
    ['as-if-one', '`options.rate` were always 1', (x, o, list) => right(x, { ...o, rate: 1 }, list)],
    [
      'as-if-absolute',
      '`x` were without its signs',
      (x, o, list) =>
        right(
          x.map((row) => row.map(Math.abs)),
          o,
          list,
        ),
    ],
    [
      'as-if-last-left-out',
      '`x.shape[1]` were without the last entry',
      (x, o, list) => right(x.map((row) => row.slice(0, -1)), o, list), // prettier-ignore
    ],
    ['as-if-sorted-as-text', '`list` were sorted as text', (x, o, list) => right(x, o, [...list].sort())],
    ['as-if-reversed', '`list` were in reverse order', (x, o, list) => right(x, o, list.toReversed())],
  ])('should be named %s: %s', (id, words, compute) => {
    const found = namedOf(compute);
    expect(found?.id).toBe(id);
    expect(found?.hints[2]).toContain(`${words}.`);
    expect(found?.translations?.zh[2]).toMatch(/应有的值。$/);
  });

  it('should be named for the wrong field if the others are right', () => {
    const found = namedOf((x, o, list) => ({
      ...(right(x, o, list) as object),
      means: (right(x, { ...o, rate: 2 * o.rate }, list) as Record<string, Value>)['means'],
    }));
    expect(found?.hints[2]).toBe('In every case your `means` would be right if `options.rate` were twice as large.');
  });

  it('should not be named if one case contradicts it or the result is right', () => {
    expect(namedOf(right)).toBeUndefined();
    expect(namedOf((x, o, list) => right(x, x.length === 1 ? o : { ...o, rate: 0 }, list))).toBeUndefined();
    expect(namedOf((x, o, list) => right(x, { ...o, rate: o.rate + 0.1 }, list))).toBeUndefined();
  });

  it('should not be named for a few counts, which coincide by chance', () => {
    // Only `loss` is wrong, and by whole numbers that could have many reasons.
    const counting: Compute = (x) => x.length;
    const counted = inputs.map((given, one) => caseOf(String(one), given, 0, { expected: outcomeOf(counting, given) }));
    const answers = inputs.map((given, one) => [String(one), outcomeOf((x) => x.length - 1, given)] as const);
    const count: Reference = (evaluation) =>
      evaluation.kind === 'calls' ? outcomeOf(counting, evaluation.calls[0] ?? []) : threw('no call');
    expect(alteredArguments({ ...exercise, cases: counted }, new Map(answers), count)).toBeUndefined();
  });
});

describe('a reference that does not terminate for altered arguments', () => {
  it('should not be called again and name nothing', () => {
    let asked = 0;
    const endless: Reference = () => {
      asked += 1;
      return { status: 'timeout', seconds: 5 };
    };
    const wrong = new Map(inputs.map((given, one) => [String(one), outcomeOf(() => 0, given)]));
    expect([alteredArguments(exercise, wrong, endless), asked]).toEqual([undefined, 1]);
  });
});

describe('alterationsOf', () => {
  it('should leave every argument non-empty in every case', () => {
    const alterations = alterationsOf(exercise.arguments, cases);
    const emptied = alterations.filter(({ alter }) =>
      inputs.some((given) => alter(given).some((one) => one instanceof TensorValue && one.values.length === 0)),
    );
    expect(emptied).toEqual([]);
    // One case has only one row.
    expect(alterations.filter(({ change }) => change === 'firstLeftOut').flatMap(({ places }) => places)).toEqual([
      'x.shape[1]',
      'list',
    ]);
  });
});

describe('alongAxis', () => {
  it('should keep entries along one axis', () => {
    const cube = new TensorValue(
      [2, 2, 3],
      'float32',
      Float64Array.from({ length: 12 }, (_, index) => index),
    );
    expect(alongAxis(cube, 1, (index) => index === 1)).toEqual(
      new TensorValue([2, 1, 3], 'float32', Float64Array.of(3, 4, 5, 9, 10, 11)),
    );
    expect(alongAxis(labels([4, 5, 6]), 0, (index, extent) => index < extent - 1)).toEqual(labels([4, 5]));
    expect(alongAxis([1, 2, 3], 0, (index) => index > 0)).toEqual([2, 3]);
  });
});
