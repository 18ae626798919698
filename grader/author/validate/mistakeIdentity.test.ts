import { prepareAssignment, withPublicCasesOnly } from '../../pipeline/course';
import { reference, type ExerciseSpec } from '../../pipeline/course/spec';
import { fairExercise, seeds, wrapInTidy, tinySpec, weigh } from './testing/tinySpec';
import { couldBeAnotherMistake } from './mistakeIdentity';
import { proveMistakes } from './wrongAnswers';

const [halfGradient, noFactor] = fairExercise.mistakes;
if (halfGradient === undefined || noFactor === undefined) throw new Error('the fair exercise has two mistakes');

async function scopesOf(author: ExerciseSpec): Promise<Parameters<typeof proveMistakes>[1]> {
  const whole = await prepareAssignment({ ...tinySpec(), exercises: [author] }, seeds, '');
  const [full] = whole.exercises;
  const [released] = withPublicCasesOnly(whole).exercises;
  if (full === undefined || released === undefined) throw new Error('nothing was prepared');
  return { full, released };
}

/** Findings on a seed, and the number of calls of the first mistake. */
async function prove(change: Partial<ExerciseSpec>, everything: boolean) {
  const author = { ...fairExercise, ...change };
  let calls = 0;
  const [first, ...others] = author.mistakes;
  if (first === undefined) throw new Error('there is no mistake');
  const make: typeof first.make = () => {
    const run = first.make();
    return (...args: never[]) => {
      calls += 1;
      return run(...args);
    };
  };
  const counted = { ...author, mistakes: [{ ...first, make }, ...others] };
  const { failures, mildest } = await proveMistakes(counted, await scopesOf(counted), everything);
  return { found: { failures, mildest }, calls };
}

describe('proveMistakes', () => {
  it('should call a mistake that values decide once per public case, and find the same as with all calls', async () => {
    const [some, all] = [await prove({}, false), await prove({}, true)];
    expect(some.found).toEqual(all.found);
    // Fixed, random, and without weight.
    expect(some.calls).toBe(3);
    expect(all.calls).toBeGreaterThan(6);
  });

  it('should ask one that is farther off than another no more than tells it', async () => {
    let calls = 0;
    const make = () => {
      const run = noFactor.make();
      return (...args: never[]) => {
        calls += 1;
        return run(...args);
      };
    };
    const author = { ...fairExercise, mistakes: [halfGradient, { ...noFactor, make }] };
    const { failures, mildest } = await proveMistakes(author, await scopesOf(author), false);
    // By hand, where dx is off by a third of both for one, and the loss by half of both for the other.
    expect([calls, failures, mildest.of]).toEqual([1, [], 'half-gradient']);
  });

  it.each<[string, Partial<ExerciseSpec>]>([
    ['loses nothing', { mistakes: [{ id: 'half-gradient', make: () => weigh }, noFactor] }],
    ['is taken for another', { mistakes: [noFactor, { id: 'half-gradient', make: noFactor.make }] }],
    ['loses nothing by values', { checks: [reference('loss', { points: 10 })], mistakes: [halfGradient, noFactor] }],
  ])('should find the same of a mistake that %s', async (_what, change) => {
    const [some, all] = [await prove(change, false), await prove(change, true)];
    expect(some.found).toEqual(all.found);
    expect(some.found.failures).not.toEqual([]);
  });
});

describe('couldBeAnotherMistake', () => {
  it('should consider a mistake that is recognised by a subset of the failing checks', async () => {
    const make = () => wrapInTidy((x, factor) => ({ ...weigh(x, factor), dx: x.mul(factor) }));
    const sibling = (...fails: string[]): ExerciseSpec => ({
      ...fairExercise,
      mistakes: [halfGradient, { id: 'no-factor', make, fails }],
    });
    const { released } = await scopesOf(fairExercise);
    const outcomes = released.mistakes[0]?.outcomes ?? new Map();
    expect(couldBeAnotherMistake(fairExercise, released, outcomes)).toBe(false);
    expect(couldBeAnotherMistake(sibling('loss'), released, outcomes)).toBe(false);
    expect(couldBeAnotherMistake(sibling('dx', 'leak'), released, outcomes)).toBe(true);
  });
});
