import { caseOf, exerciseOf, referenceOf } from '../../pipeline/checks/testing';
import { tensor } from '../../pipeline/course/spec/values';
import * as tf from '../../precision/tfjs';
import { runExercise as runIn } from '../checking';
import type { Exercise } from '../../pipeline/types';
import { realm } from './realm';

/** As `npm test` runs it. */
const runExercise = (one: Exercise, submission: Readonly<Record<string, unknown>>, seconds: number | undefined) =>
  runIn(one, submission, seconds, realm);

const exercise = exerciseOf({
  name: 'half',
  arguments: ['x'],
  cases: [caseOf('public/one', [tensor([2])], tensor([1])), caseOf('public/two', [tensor([4])], tensor([2]))],
  checks: [referenceOf(undefined, ['public/one', 'public/two'])],
});
const [one, two] = exercise.cases.map(({ id }) => id);
const half = (x: tf.Tensor): tf.Tensor => tf.tidy(() => x.div(2));

// An endless loop is ended on any machine; everything else gets as much time as it needs.
describe('runExercise', () => {
  it('should end an endless function, and name the case', () => {
    let seconds = 0.1;
    let outcomes: ReadonlyMap<string, unknown>;
    // On a busy machine the time may be over before it starts.
    do outcomes = outcomesOf((x) => tf.tidy(() => endless(x)), (seconds *= 2));
    while (outcomes.has(''));
    expect([...outcomes]).toEqual([[one, { status: 'timeout', seconds }]]);
  });

  it('should restore tfjs for the next function', () => {
    const { scopeStack } = tf.engine().state;
    const before = scopeStack.length;
    outcomesOf(
      tf.grad((x) => tf.tidy(() => endless(x))),
      0.2,
    );
    expect(scopeStack).toHaveLength(before);
    expect(outcomesOf(half, undefined).get(two ?? '')).toMatchObject({
      values: [tensor([2])],
      observed: { leakedTensors: 0, kernels: 1 },
    });
    expect(
      Array.from(
        tf
          .grad((x) => x.square())(tf.tensor1d([3]))
          .dataSync(),
      ),
    ).toEqual([6]);
  });

  it('should reject a forbidden call, even if its error is caught, and run no further case', () => {
    let calls = 0;
    const run = runExercise(
      { ...exercise, forbidden: ['tensor.softmax'] },
      {
        half: (x: tf.Tensor) => {
          calls += 1;
          try {
            return x.softmax();
          } catch {
            return half(x);
          }
        },
      },
      undefined,
    );
    expect(run).toMatchObject({ problem: { status: 'forbidden-call', call: 'tensor.softmax', through: [] } });
    expect(calls).toBe(1);
  });

  it('should let a long loop end', () => {
    const long = (x: tf.Tensor): tf.Tensor => {
      let sum = 0;
      for (let n = 0; n < 1e7; n += 1) sum += n % 2;
      return half(x.mul(sum / 5e6));
    };
    expect(outcomesOf(long, 600).get(two ?? '')).toMatchObject({ status: 'returned', values: [tensor([2])] });
  });

  it('should respect the longer time limit of an exercise', () => {
    const patient = { ...exercise, seconds: 600 };
    const run = runExercise(patient, { half }, 1e-9);
    expect(run.status === 'answered' && run.outcomes.get(two ?? '')?.status).toBe('returned');
  });
});

function outcomesOf(run: (x: tf.Tensor) => tf.Tensor, seconds: number | undefined): ReadonlyMap<string, unknown> {
  const answer = runExercise(exercise, { half: run }, seconds);
  if (answer.status !== 'answered') throw new Error('it was not run');
  return answer.outcomes;
}

function endless(x: tf.Tensor): tf.Tensor {
  while (x.size > 0);
  return x;
}
