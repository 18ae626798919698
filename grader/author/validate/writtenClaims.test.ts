import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { fixedCase, randomCase, reference, tensor, type AssignmentSpec } from '../../pipeline/course/spec';
import { writeGenerated } from '../writeGenerated';
import { proveHints } from './hintClaims';
import { fairHints, fairExercise, tinySpec } from './testing/tinySpec';
import { proveWritten, warnings } from './writtenClaims';

const specFile = `
import { defineAssignment, defineExercise, fixedCase, reference } from 'descent/author';
import { weigh } from './tiny';
export default defineAssignment({
  id: '01-tiny', title: 'Tiny', file: 'tiny.ts',
  exercises: [defineExercise({ name: 'weigh', arguments: ['x', 'factor'], reference: weigh, cases: [fixedCase('three', { x: 3, factor: 2 })],
    checks: [reference(undefined, { points: 10 })], mistakes: [], alternatives: {}, witnesses: [], forbidden: [] })],
});
`;
const solution = `export function weigh(x: number, factor: number): number {
  // BEGIN SOLUTION: x times the factor
  return factor * x;
  // END SOLUTION
}
`;

let root: string;
const write = (file: string, text: string): Promise<void> => writeFile(join(root, file), text);
const told = async (spec: AssignmentSpec, draft = false): Promise<string[]> =>
  (await proveWritten({ root, engine: root, curriculum }, spec, { draft })).map(
    ({ claim, what }) => `${claim}: ${what}`,
  );

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'descent-written-'));
  await mkdir(join(root, 'assignments', '01-tiny'), { recursive: true });
  await mkdir(join(root, 'solutions', '01-tiny'), { recursive: true });
  await write(
    'assignments/course.json',
    JSON.stringify({ title: 'Course', publicSeed: 'seed', assignments: ['01-tiny'] }),
  );
  await write('solutions/01-tiny/spec.ts', specFile);
  await write('solutions/01-tiny/tiny.ts', solution);
  await write('assignments/01-tiny/README.md', 'Write `weigh`.');
  await writeGenerated({ root, engine: root, curriculum }, '01-tiny');
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('proveWritten', () => {
  it('should find nothing in a valid assignment', async () => {
    expect(await told(tinySpec())).toEqual([]);
  });

  it('should report points that are not multiples of 0.5 or do not sum up', async () => {
    expect(
      await told(tinySpec({ checks: [reference('loss', { points: 4.25 }), reference('dx', { points: 5 })] })),
    ).toEqual(['points: the check loss is worth 4.25 points', 'points: its checks sum to 9.25 points instead of 10']);
  });

  it('should reject a check that a table of the public cases passes', async () => {
    const constant = randomCase('drawn-alike', () => ({ x: tensor([2, 1]), factor: 3 }), { reserved: true });
    const cases = [...fairExercise.cases, constant];
    const checks = [
      reference('loss', { points: 5, on: ['random'] }),
      reference('dx', { points: 4, on: ['by-hand'] }),
      reference('dx', { id: 'alike', points: 1, on: ['drawn-alike'] }),
    ];
    expect(await told(tinySpec({ cases, checks }))).toEqual([
      'drawn: the check dx has no case that the hidden seed draws',
      'drawn: the check alike has no case that the hidden seed draws',
    ]);
  });

  it('should require two mistakes and two alternatives', async () => {
    const { alternatives, mistakes } = fairExercise;
    const [first] = mistakes;
    if (first === undefined) throw new Error('the fair exercise has mistakes');
    const hints = { weigh: { [first.id]: ['a', 'b', 'c'] } } as const;
    const spec = tinySpec({ mistakes: [first, first], alternatives: { loop: () => alternatives.loop } }, hints);
    expect(await told(spec)).toEqual(['counts: it has 1 alternative', 'ids: the mistake half-gradient stands twice']);
  });

  it('should report hints that are missing, empty, repeated, copied or unused', async () => {
    const { 'half-gradient': three } = fairHints.weigh ?? {};
    if (three === undefined) throw new Error('the fair exercise has hints');
    expect(await told(tinySpec({}, { weigh: { 'half-gradient': three } }))).toEqual([
      'hints: the mistake no-factor has no hints',
    ]);
    expect(await told(tinySpec({}, { weigh: { 'half-gradient': three, 'no-factor': ['one', ' ', 'one'] } }))).toEqual([
      'hints: the mistake no-factor has 1 hint that differs and says something',
    ]);
    expect(await told(tinySpec({}, { weigh: { 'half-gradient': three, 'no-factor': [...three] } }))).toEqual([
      'hints: the mistake no-factor has the very words of half-gradient',
    ]);
    expect(await told(tinySpec({}, { weigh: { 'half-gradient': three, 'no-factor': three } }))).toEqual([]);
    expect(await told(tinySpec({}, { weigh: { ...fairHints.weigh, old: three } }))).toEqual([
      'hints: there are hints for old, which is no mistake of it',
    ]);
    expect(proveHints(tinySpec({}, { weigh: { 'half-gradient': three, 'no-factr': three } }), false)).toContainEqual(
      expect.objectContaining({ repair: 'did you mean no-factor, which has none? Otherwise drop them' }),
    );
  });

  it('should report the same for Chinese hints', async () => {
    const three = ['a', 'b', 'c'] as const;
    const spec = { ...tinySpec(), translations: { zh: { weigh: { 'half-gradient': three, old: three } } } };
    expect(await told(spec)).toEqual([
      'hints: the mistake no-factor has no hints in zh',
      'hints: there are hints in zh for old, which is no mistake of it',
    ]);
    // A draft can be translated later.
    expect(await told(spec, true)).toEqual(['hints: there are hints in zh for old, which is no mistake of it']);
    expect(warnings(spec, true)).toEqual([expect.stringContaining('weigh: 1 mistake has no hints in zh yet')]);
    expect(warnings(spec, false)).toEqual([]);
  });

  it('should report a handout that does not name a function', async () => {
    await write('assignments/01-tiny/README.md', 'Write `weighed` and `myweigh`.');
    expect(await told(tinySpec())).toEqual(['handout: the handout does not name it']);
    await rm(join(root, 'assignments/01-tiny/README.md'));
    expect(await told(tinySpec())).toEqual(['handout: there is no handout']);
    await write('assignments/01-tiny/README.md', 'Write `weigh`.');
  });

  it('should report a skeleton that is stale, and a solution that can not be cut', async () => {
    await write('assignments/01-tiny/tiny.ts', 'export function weigh() {}');
    expect(await told(tinySpec())).toEqual(['generated: assignments/01-tiny/tiny.ts is not what its source gives']);
    await write('solutions/01-tiny/tiny.ts', solution.replace('// END SOLUTION', ''));
    expect((await told(tinySpec()))[0]).toMatch(
      /^generated: its files can't be generated: .*BEGIN SOLUTION without END SOLUTION/,
    );
  });
});

describe('warnings', () => {
  it('should ask for a small first case', () => {
    expect(warnings(tinySpec(), false)).toEqual([]);
    const many = fixedCase('many', { x: tensor([1, 2, 3, 4, 5, 6]), factor: 1 });
    expect(warnings(tinySpec({ cases: [many] }), false)).toEqual([
      expect.stringContaining('has 7 numbers, more than 6'),
    ]);
    const long = fixedCase('long', { x: tensor([0.1234567]), factor: 1 });
    expect(warnings(tinySpec({ cases: [long] }), false)).toEqual([
      expect.stringContaining('has the number 0.1234567, which is not short'),
    ]);
  });
});
