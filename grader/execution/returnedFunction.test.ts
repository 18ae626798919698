import * as tf from '../precision/tfjs';
import { capture } from './capture';
import type { Evaluation, Outcome } from './evaluation';
import { execute } from './execute';

const returnedBy = (outcome: Outcome) => (outcome.status === 'returned' ? outcome.values : []);

describe('a returned function', () => {
  const evaluation: Evaluation = { kind: 'calls', calls: [[2]], apply: [[1], [5]] };

  it('should be called with each argument list and be replaced by its results', () => {
    const multiplier = (factor: number) => (value: number) => factor * value;
    // 2·1 and 2·5
    expect(execute(multiplier, evaluation)).toMatchObject({ status: 'returned', values: [[2, 10]] });
  });

  it('should be returned as it is without calls to apply', () => {
    expect(execute((factor: number) => factor, evaluation)).toMatchObject({ status: 'returned', values: [2] });
  });

  it.each([[Promise.resolve(1)], [{ w: 3 }]])(
    'should be returned as it is when a function was expected: %p',
    (returned) => {
      const [value] = returnedBy(execute(() => returned, evaluation));
      expect(value).toEqual(capture(returned));
    },
  );

  it('should be an error of the submission when it throws', () => {
    const broken = () => () => {
      throw new RangeError('too far');
    };
    expect(execute(broken, evaluation)).toMatchObject({
      status: 'threw',
      error: { name: 'RangeError', message: 'too far' },
    });
  });
});

describe('a returned object', () => {
  const evaluation: Evaluation = { kind: 'calls', calls: [[2]], apply: [['add', 3], ['add', 4], ['total']] };

  /** State in the object itself, which a method finds only through `this`. */
  class Adder {
    sum: number;
    constructor(start: number) {
      this.sum = start;
    }
    add(value: number): string {
      this.sum += value;
      return `${value} added`;
    }
    total(): number {
      return this.sum;
    }
  }

  it('should have its methods called by name and be replaced by their results', () => {
    const closure = (start: number) => {
      let sum = start;
      return {
        add: (value: number) => {
          sum += value;
          return `${value} added`;
        },
        total: () => sum,
      };
    };
    // 2 + 3 + 4
    for (const run of [closure, (start: number) => new Adder(start)])
      expect(execute(run, evaluation)).toMatchObject({ status: 'returned', values: [['3 added', '4 added', 9]] });
  });

  it('should report a missing method and go on with the others', () => {
    const counter = () => ({ add: () => 'added', total: 5 });
    expect(execute(counter, evaluation)).toMatchObject({
      status: 'returned',
      values: [['added', 'added', { description: 'an object without the method total' }]],
    });
  });

  it('should be returned as it is when it is a tensor', () => {
    const outcome = execute((value: number) => tf.scalar(value), evaluation);
    expect(outcome).toMatchObject({ status: 'returned', values: [{ shape: [], values: Float64Array.of(2) }] });
  });
});
