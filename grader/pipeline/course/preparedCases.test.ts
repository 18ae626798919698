import type { Case } from '../types';
import { defineExercise, randomCase, type AssignmentSpec } from './spec';
import { prepareAssignment } from './prepareAssignment';
import { double, quadruple, hints, spec, casesOf } from './testing/doubled';

describe('a case whose truth is given', () => {
  const picture = randomCase('picture', (random) => ({ x: random.integer(0, 1000) }), {
    apply: (random) => [[random.integer(0, 1000)]],
    expected: () => [7],
  });
  const classify = defineExercise({
    ...double,
    name: 'classify',
    reference: () => (): number => 7,
    cases: [picture],
    checks: [],
    mistakes: [],
  });
  const drawn = async (hidden: string): Promise<readonly Case[]> =>
    casesOf(
      await prepareAssignment(
        { ...spec, exercises: [{ ...classify, seconds: 60, maxBytes: 100 }] },
        { public: 'p', hidden },
        '',
      ),
    );

  it('should expect that, and not run the reference', async () => {
    expect((await drawn('h')).map(({ expected }) => expected.status === 'returned' && expected.values)).toEqual([
      [[7]],
      [[7]],
      [[7]],
    ]);
  });

  it('should draw what its function is applied to with the inputs, by the seed', async () => {
    const [shown, ...hidden] = await drawn('h');
    expect(await drawn('h')).toEqual([shown, ...hidden]);
    const [first, second] = await drawn('other');
    expect(first).toEqual(shown);
    expect(second?.apply).not.toEqual(hidden[0]?.apply);
  });

  it('should take the limits of its exercise along', async () => {
    const { exercises } = await prepareAssignment(
      { ...spec, exercises: [{ ...classify, seconds: 60, maxBytes: 100 }] },
      { public: 'p', hidden: 'h' },
      '',
    );
    expect(exercises[0]).toMatchObject({ seconds: 60, maxBytes: 100 });
  });
});

describe('an exercise that is called otherwise now', () => {
  const renamed = (name: string, formerNames: readonly string[]): AssignmentSpec => ({
    ...spec,
    hints: { [name]: hints.double },
    exercises: [{ ...double, name, formerNames }],
  });
  const seeds = { public: 'p', hidden: 'h' };

  it('should be asked the same, and know its former names', async () => {
    const [before] = (await prepareAssignment(spec, seeds, '')).exercises;
    const [after] = (await prepareAssignment(renamed('twice', ['double', 'doubled']), seeds, '')).exercises;
    expect(after?.cases).toEqual(before?.cases);
    expect(after).toMatchObject({ name: 'twice', formerNames: ['double', 'doubled'] });
  });

  it('should not have been called what another one is called', async () => {
    const both = { ...spec, exercises: [{ ...double, formerNames: ['quadruple'] }, quadruple] };
    await expect(prepareAssignment(both, seeds, '')).rejects.toThrow(
      "double can't have been called quadruple, which another exercise of the file is or was called",
    );
  });
});
