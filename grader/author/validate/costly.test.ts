import type { Mutant } from '../mutants';
import { costlyExercises, withoutCostly, withoutCostlyMutants } from './costly';
import { tinySpec } from './testing/tinySpec';

const cheap = tinySpec();
const [exercise] = cheap.exercises;
const spec =
  exercise === undefined
    ? cheap
    : { ...cheap, exercises: [exercise, { ...exercise, name: 'train', costly: 'it takes long' }] };
const mutant = (owner: string, ...users: string[]): Mutant => ({
  owner,
  users,
  operator: 'sign',
  line: 1,
  before: 'a',
  after: 'b',
  edit: { start: 0, end: 1, text: 'b' },
});

describe('an exercise that is costly', () => {
  it('should be excluded from repeated runs', () => {
    expect(withoutCostly(spec).exercises.map(({ name }) => name)).toEqual([exercise?.name]);
    expect(withoutCostly(cheap)).toEqual(cheap);
  });

  it('should have no mutants, and not get those of shared helpers', () => {
    const helper = mutant('helper', 'train', 'weigh');
    const judged = withoutCostlyMutants(
      [mutant('train', 'train'), mutant('ofTrain', 'train'), helper, mutant('weigh', 'weigh', 'train')],
      spec,
    );
    expect(judged).toEqual([mutant('helper', 'weigh'), mutant('weigh', 'weigh')]);
  });

  it('should be reported, with its reason', () => {
    expect(costlyExercises(cheap)).toEqual([]);
    expect(costlyExercises(spec)).toEqual(['train: on one seed alone, once, and without mutants, since it takes long']);
  });
});
