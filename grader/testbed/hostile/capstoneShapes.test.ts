import { resolve } from 'node:path';
import { curriculum } from '../../curriculum';
import { tensorsIn, type Value } from '../../execution/values';
import { loadSpec } from '../../pipeline/course/loadSpec';
import { Random } from '../../pipeline/course/spec/random';
import type { CaseSpec } from '../../pipeline/course/spec';
import { describeOf } from '../course/ofCourse';

const root = resolve(__dirname, '../../..');

/** The shapes of a case's inputs in order, for a seed of its random numbers. */
function shapesOf({ calls, apply }: CaseSpec, seed: number): string {
  const random = new Random(seed);
  const asked: readonly unknown[] = [
    ...calls(random).map((inputs) => Object.values(inputs)),
    ...(apply?.(random) ?? []),
  ];
  return JSON.stringify(asked.map((one) => [...tensorsIn(one as Value)].map(({ tensor }) => tensor.shape)));
}

describeOf('08-training')('the cases of the capstone', () => {
  let cases: readonly CaseSpec[] = [];
  beforeAll(async () => {
    const { spec } = await loadSpec({ root, engine: root, curriculum }, '08-training');
    cases = spec.exercises.find(({ name }) => name === 'trainClassifier')?.cases ?? [];
  });

  it('should be indistinguishable by input sizes, which are drawn the same way', () => {
    const [shown, hidden] = cases;
    if (shown === undefined || hidden === undefined) throw new Error('expected two cases');
    expect([shown.visibility, hidden.visibility]).toEqual(['public', 'hidden']);
    const seeds = [1, 2];
    // Sizes that are the same function of the seed have the same distribution.
    for (const seed of seeds) expect(shapesOf(hidden, seed)).toBe(shapesOf(shown, seed));
    expect(new Set(seeds.map((seed) => shapesOf(shown, seed))).size).toBe(seeds.length);
  });
});
