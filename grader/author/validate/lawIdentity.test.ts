import type { Tensor1D } from '@tensorflow/tfjs';
import { prepareAssignment, withPublicCasesOnly } from '../../pipeline/course';
import { reference, type ExerciseSpec } from '../../pipeline/course/spec';
import { defineLaw } from '../../pipeline/checks/laws';
import { obeys } from '../../pipeline/checks/kinds/property';
import { TensorValue, valueAt, type ValueRecord } from '../../execution/values';
import { fairExercise, fairHints, seeds, wrapInTidy, tinySpec, weigh } from './testing/tinySpec';
import { isIdentifiedByLaw } from './lawIdentity';
import { proveMistakes } from './wrongAnswers';

const broken = { where: { en: 'dx', zh: 'dx' }, expected: 0, got: 1 };
const numbersOf = (record: unknown, name: string): Float64Array => {
  const tensor = valueAt(record as ValueRecord, [name]);
  return tensor instanceof TensorValue ? tensor.values : new Float64Array();
};
/** dx is this many times x·factor. */
const times = (factor: number) =>
  defineLaw({
    name: `times${factor}`,
    says: { en: () => 'dx follows x', zh: () => 'dx follows x' },
    violation: ({ inputs, result }) => {
      const x = numbersOf(inputs, 'x');
      const dx = numbersOf(result, 'dx');
      const size = Number(inputs['factor']);
      return x.every((value, index) => Math.abs(factor * size * value - (dx[index] ?? NaN)) < 1e-9)
        ? undefined
        : broken;
    },
  });
/** Asks again, which costs something. */
const asked = { ...times(2), name: 'asked', companions: (inputs: ValueRecord) => [inputs, inputs, inputs] };

const law = (factor: number, id: string) => obeys({ law: times(factor), parameters: {} }, { id, points: 1 });
const half = wrapInTidy((x, factor) => ({ ...weigh(x, factor), dx: x.mul<Tensor1D>(factor) }));
const byLaw: Partial<ExerciseSpec> = {
  checks: [
    reference('loss', { points: 8 }),
    law(2, 'twice'),
    obeys({ law: asked, parameters: {} }, { id: 'asked', points: 1 }),
  ],
  mistakes: [{ id: 'half-gradient', make: () => half, fails: ['twice'], holds: { law: times(1), parameters: {} } }],
};

async function prove(change: Partial<ExerciseSpec>, everything: boolean) {
  let calls = 0;
  const count = (make: ExerciseSpec['mistakes'][number]['make']) => () => {
    const run = make();
    return (...args: never[]) => {
      calls += 1;
      return run(...args);
    };
  };
  const author = { ...fairExercise, ...byLaw, ...change };
  const mistakes = author.mistakes.map((one) => ({ ...one, make: count(one.make) }));
  const whole = await prepareAssignment(
    { ...tinySpec({}, fairHints), exercises: [{ ...author, mistakes }] },
    seeds,
    '',
  );
  const [full] = whole.exercises;
  const [released] = withPublicCasesOnly(whole).exercises;
  if (full === undefined || released === undefined) throw new Error('nothing was prepared');
  const told = await Promise.all(mistakes.map((mistake) => isIdentifiedByLaw({ full, released }, mistake)));
  calls = 0;
  const { failures } = await proveMistakes({ ...author, mistakes }, { full, released }, everything);
  return { told, failures, calls };
}

describe('isIdentifiedByLaw', () => {
  it('should ask a mistake once per case, and find the same as with all calls', async () => {
    const [some, all] = [await prove({}, false), await prove({}, true)];
    expect([some.told, some.failures, all.failures]).toEqual([[true], [], []]);
    // Fixed, random in public and twice hidden, and without weight.
    expect(some.calls).toBe(5);
    expect(all.calls).toBeGreaterThan(10);
  });

  const [mistake] = byLaw.mistakes ?? [];
  if (mistake === undefined) throw new Error('there is no mistake');
  it.each<[string, Partial<ExerciseSpec>]>([
    ['whose law does not hold', { mistakes: [{ ...mistake, holds: { law: times(3), parameters: {} } }] }],
    ['whose check passes', { mistakes: [{ ...mistake, fails: ['twice', 'loss'] }] }],
    ['that fails by companions', { mistakes: [{ ...mistake, fails: ['asked'] }] }],
    ['that is right', { mistakes: [{ ...mistake, make: () => weigh }] }],
    ['without a law', { mistakes: [{ ...mistake, holds: undefined }] }],
  ])('should not tell one %s, and find the same as with all calls', async (_what, change) => {
    const [some, all] = [await prove(change, false), await prove(change, true)];
    expect(some.told).toEqual([false]);
    expect(some.failures).toEqual(all.failures);
  });

  it('should not tell one that is taken for another before it', async () => {
    const mistakes = [{ ...mistake, id: 'no-factor' }, mistake];
    const [some, all] = [await prove({ mistakes }, false), await prove({ mistakes }, true)];
    expect(some.told).toEqual([true, false]);
    expect(some.failures).toEqual(all.failures);
    expect(some.failures).toHaveLength(2);
  });
});
