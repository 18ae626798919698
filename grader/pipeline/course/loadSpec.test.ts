import { withFiles } from '../../files/testing/withFiles';
import { curriculum } from '../../curriculum';
import { loadSpec } from './loadSpec';
import { prepareAssignment } from './prepareAssignment';

const spec = `
import { defineAssignment, defineExercise, fixedCase, property, randomCase, reference } from 'descent/author';

const double = (x: number) => 2 * x;
const exercise = defineExercise({
  name: 'double',
  arguments: ['x'],
  reference: double,
  cases: [fixedCase('one', { x: 1 }), randomCase('random', (random) => ({ x: random.number(0, 1) }))],
  checks: [reference(undefined, { points: 10 })],
  mistakes: [],
  alternatives: { sum: (x) => x + x },
  witnesses: [],
  forbidden: [],
});

export default defineAssignment({ id: '01-one', title: 'One', file: 'one.ts', exercises: [exercise] });
`;
const where = 'solutions/01-one/spec.ts';
const repair = 'repair the line; `npx grader validate 01-one --draft` shows what TypeScript says of it';

describe('loadSpec', () => {
  const load = (text: string): Promise<unknown> =>
    withFiles({ [where]: text }, async (root) => {
      const loaded = await loadSpec({ root, engine: root, curriculum }, '01-one');
      return prepareAssignment(loaded.spec, { public: 'p', hidden: undefined }, '');
    });
  const edited = (from: string, to: string): Promise<unknown> => {
    expect(spec).toContain(from);
    return load(spec.replace(from, to));
  };

  it('should read a spec that can be used', async () => {
    expect(await load(spec)).toMatchObject({ id: '01-one', exercises: [{ name: 'double', checks: [{ points: 10 }] }] });
  });

  it.each([
    [
      'a missing argument',
      'reference(undefined, {',
      'reference({',
      '10:12: an argument is missing here, an object with points',
    ],
    [
      'a misspelt import',
      'reference(undefined',
      'property.refer(undefined',
      '10:21: TypeError: import_author.property.refer is not a function',
    ],
    ['an unknown name', 'title: ', 'title: titel, ti: ', '17:56: ReferenceError: titel is not defined'],
    [
      'a misspelt law',
      'reference(undefined, {',
      "property('sameAgian', {",
      '10:12: there is no law named sameAgian; did you mean sameAgain?',
    ],
    [
      'a misspelt parameter',
      'reference(undefined, { points: 10 }',
      "property('scalesWith', { points: 10, argument: 'x', factr: 2, power: 1 }",
      '10:12: the law scalesWith has no parameter factr; did you mean factor?',
    ],
    [
      'a case that fails when it is drawn',
      'random.number(',
      'random.nubmer(',
      '9:85: TypeError: random.nubmer is not a function',
    ],
    [
      'inputs where a function is due',
      '(random) => ({ x: random.number(0, 1) })',
      '{ x: 1 }',
      '9:39: randomCase takes a function of random that returns the arguments',
    ],
    [
      'a module of Node',
      '\nconst',
      "import { readFileSync } from 'node:fs';\nreadFileSync('');\nconst",
      '3:30: a spec may import descent, descent/author, @tensorflow/tfjs and files of its own, not node:fs',
    ],
  ])('should name file and line of %s', async (_what, from, to, message) => {
    await expect(edited(from, to)).rejects.toThrow(`${where}:${message}; ${repair}`);
  });

  it('should name the nearest export for a name that descent/author does not have', async () => {
    const misspelt = spec.replaceAll('fixedCase', 'fixdCase');
    await expect(load(misspelt)).rejects.toThrow(
      `${where}:9:11: descent/author has no fixdCase; did you mean fixedCase?; ${repair}`,
    );
  });

  it('should name file and line of a reference that throws', async () => {
    const thrower = '(x: number) => {\n  if (x === 1) throw new TypeError(String(x));\n  return 2 * x;\n}';
    await expect(edited('(x: number) => 2 * x', thrower)).rejects.toThrow(
      `double: the reference fails on case public/one: TypeError: 1   (${where}:5:22)`,
    );
  });

  it('should refuse a law about an argument that the exercise does not have', async () => {
    const law = "property('scalesWith', { points: 10, argument: 'y', factor: 2, power: 1 }";
    await expect(edited('reference(undefined, { points: 10 }', law)).rejects.toThrow(
      'double.scalesWith refers to y, which is not a parameter of double',
    );
  });

  it.each([
    ['cases: [', 'case: [', 'double: there is no field case; did you mean cases?'],
    ['  witnesses: [],\n', '', 'double: witnesses is missing; list independent computations of the same, or []'],
    ['points: 10', "points: '10'", 'double: checks[0].points can\'t be "10"; give its points as a number'],
    [
      'reference(undefined, { points: 10 })',
      "'result'",
      "double: checks[0] can't be \"result\"; make it by a function of descent/author, such as reference('loss', { points: 3 })",
    ],
    [
      '{ sum: (x) => x + x }',
      '[double, double]',
      "double: alternatives can't be a list; give at least two right solutions, by what is different about them",
    ],
    ["name: 'double',", '', 'the exercise at index 0: name is missing; give the name of its function'],
    ["title: 'One', ", '', 'the assignment: title is missing; give its title'],
    ["id: '01-one'", "id: '01-two'", "its id is 01-two, but its folder is 01-one; write id: '01-one'"],
    [
      'export default',
      'export const spec =',
      'it exports no assignment; write `export default defineAssignment({ … })`',
    ],
  ])('should name the field that is wrong: %j → %j', async (from, to, message) => {
    await expect(edited(from, to)).rejects.toThrow(`${where}: ${message}`);
  });
});
