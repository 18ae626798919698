import { makeMutants } from '../mutants';
import { failuresOfChosen, mutantsOfChosen, withChosen } from './chosenExercises';
import { proveSeed } from './proveSeed';
import { fairExercise, seeds, tinySpec, weigh } from './testing/tinySpec';

const tiny = tinySpec();
const other = { ...fairExercise, name: 'other', mistakes: [{ id: 'harmless', make: () => weigh }] };
const spec = {
  ...tiny,
  exercises: [fairExercise, other],
  hints: { ...tiny.hints, other: { harmless: ['a', 'b', 'c'] } },
} as const;

describe('chosen exercises', () => {
  it('should be proven separately', async () => {
    const prove = (chosen?: readonly string[]) =>
      proveSeed(spec, { number: 1, seeds, thorough: false, repeated: false, costly: false, chosen });
    expect(await prove(['weigh'])).toMatchObject({ failures: [], figures: [{ exercise: 'weigh' }] });
    const { failures } = await prove(['other']);
    expect(new Set(failures.map(({ exercise }) => exercise))).toEqual(new Set(['other']));
    expect((await prove()).figures).toHaveLength(2);
  });

  it('should include the exercises they build on', () => {
    const built = {
      ...spec,
      exercises: [fairExercise, other, { ...fairExercise, name: 'third', buildsOn: { weigh: () => weigh } }],
    };
    expect(withChosen(built, ['third']).exercises.map(({ name }) => name)).toEqual(['weigh', 'third']);
    expect(() => withChosen(built, ['wiegh'])).toThrow('weigh');
  });

  it('should keep failures of the assignment', () => {
    const failure = { claim: 'handout', what: '', repair: '' } as const;
    const all = [undefined, 'weigh', 'other'].map((exercise) => ({ ...failure, exercise }));
    expect(failuresOfChosen(all, ['other']).map(({ exercise }) => exercise)).toEqual([undefined, 'other']);
  });

  it('should get their own mutants, and those of the helpers that they use', () => {
    const marked = (line: string): string => `// BEGIN SOLUTION: f\n${line}\n// END SOLUTION`;
    const text = [
      'function half(x: number) { return x / 2; }',
      `export function weigh(x: number) {\n${marked('return half(x) + 1;')}\n}`,
      `export function other(x: number) {\n${marked('return half(x) - 1;')}\n}`,
    ].join('\n');
    const owners = (chosen?: readonly string[]) => [
      ...new Set(
        mutantsOfChosen(makeMutants(text, 'a.ts', ['weigh', 'other']), chosen).map(
          ({ owner, users }) => `${owner} by ${users.join()}`,
        ),
      ),
    ];
    expect(owners()).toEqual(['half by weigh,other', 'weigh by weigh', 'other by other']);
    expect(owners(['weigh'])).toEqual(['half by weigh', 'weigh by weigh']);
  });
});
