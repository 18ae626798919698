import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { curriculum } from '../curriculum';
import { loadSpec } from '../pipeline/course/loadSpec';
import { withAssignment } from './addToCourse';
import { newAssignment } from './newAssignment';
import { readEquivalentMutants } from './mutants';
import { TaskRunner, validateAssignment } from './validate';
import { writeGenerated } from './writeGenerated';
import { weighMutants } from './validate/weighMutants';

const root = join(__dirname, '../..');

/** A minimal checkout for a new assignment. */
function emptyCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-new-'));
  cpSync(join(root, 'grader', 'author', 'template'), join(folder, 'grader', 'author', 'template'), { recursive: true });
  mkdirSync(join(folder, 'solutions'));
  mkdirSync(join(folder, 'assignments'));
  cpSync(join(root, 'assignments', 'course.json'), join(folder, 'assignments', 'course.json'));
  return folder;
}

describe('newAssignment', () => {
  let checkout: string;
  beforeEach(() => {
    checkout = emptyCheckout();
  });
  afterEach(() => rmSync(checkout, { recursive: true }));

  it('should create an assignment that is fair without changes', async () => {
    const files = await newAssignment({ root: checkout, engine: checkout, curriculum }, '10-my-topic');
    expect(files.every((file) => existsSync(join(checkout, file)))).toBe(true);
    const { spec } = await loadSpec({ root: checkout, engine: checkout, curriculum }, '10-my-topic');
    expect(spec).toMatchObject({ id: '10-my-topic', title: 'My topic', file: 'my-topic.ts' });
    const runner = new TaskRunner({ root: checkout, engine: checkout, curriculum }, []);
    const options = {
      checkout: { root: checkout, engine: checkout, curriculum },
      publicSeed: 'public',
      draft: true,
      runTask: runner.run.bind(runner),
    };
    expect((await validateAssignment('10-my-topic', options)).failures).toEqual([]);
    const seeds = { public: 'public', hidden: 'hidden' };
    const result = await runner.run({ kind: 'mutants', id: '10-my-topic', seeds, from: 0, to: 1000 });
    const records = await readEquivalentMutants({ root: checkout, engine: checkout }, '10-my-topic');
    const mutants = weighMutants('10-my-topic', result.kind === 'mutants' ? result.judgements : [], records);
    expect(mutants).toMatchObject({ failures: [], survivors: [] });
    expect(readFileSync(join(checkout, 'assignments', 'course.json'), 'utf8')).toContain('{ "id": "10-my-topic" }');
  });

  it('should create a fair assignment of questions without code', async () => {
    const own = { root: checkout, engine: checkout, curriculum };
    const files = await newAssignment(own, '11-reading', { questions: true });
    expect(files).toEqual([
      'solutions/11-reading/questions.yaml',
      'solutions/11-reading/answers.yaml',
      'solutions/11-reading/spec.ts',
      'assignments/11-reading/README.md',
      'assignments/11-reading/reading.test.ts',
      'assignments/11-reading/answers.yaml',
      'assignments/11-reading/public.json',
    ]);
    const runTask = new TaskRunner(own, []);
    const options = { checkout: own, publicSeed: 'public', draft: true, runTask: runTask.run.bind(runTask) };
    const proof = await validateAssignment('11-reading', options);
    expect(proof.failures).toEqual([]);
    expect(proof.spec).toMatchObject({ file: 'answers.yaml', exercises: [] });
    // Figures of a handout can be computed without functions.
    const handout = join(checkout, 'assignments', '11-reading', 'README.md');
    writeFileSync(handout, `${readFileSync(handout, 'utf8')}\nIt is 31.25.\n\n<!-- figures: 1000 / 32 = 31.25 -->\n`);
    expect((await validateAssignment('11-reading', options)).failures).toEqual([]);
  });

  it('should say so where nothing is asked', async () => {
    const own = { root: checkout, engine: checkout, curriculum };
    await newAssignment(own, '11-reading', { questions: true });
    rmSync(join(checkout, 'solutions', '11-reading', 'questions.yaml'));
    await expect(writeGenerated(own, '11-reading')).rejects.toThrow(
      '11-reading asks nothing: write solutions/11-reading/questions.yaml, or name exercises in its spec',
    );
  });

  it('should report a throwing reference as one failure with its place', async () => {
    await newAssignment({ root: checkout, engine: checkout, curriculum }, '10-my-topic');
    const spec = join(checkout, 'solutions', '10-my-topic', 'meanSquaredError.spec.ts');
    const throwing = "reference: () => { throw new RangeError('no rows'); }";
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('reference: solution,', `${throwing},`));
    const runTask = (): never => {
      throw new Error('what can not be prepared is not run');
    };
    const options = {
      checkout: { root: checkout, engine: checkout, curriculum },
      publicSeed: 'public',
      draft: true,
      runTask,
    };
    const { failures } = await validateAssignment('10-my-topic', options);
    expect(failures.map(({ claim }) => claim)).toContain('prepares');
    expect(failures.find(({ claim }) => claim === 'prepares')?.what).toMatch(/no rows/);
  });

  it('should only change its own folders and the course file', async () => {
    const contents = (): ReadonlyMap<string, string> =>
      new Map(
        readdirSync(checkout, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((file) => [relative(checkout, file), readFileSync(file, 'utf8')]),
      );
    const before = contents();
    await newAssignment({ root: checkout, engine: checkout, curriculum }, '10-my-topic');
    const changed = [...contents()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
    const own = [join('assignments', '10-my-topic'), join('solutions', '10-my-topic')];
    expect(changed.filter((file) => !own.includes(dirname(file)))).toEqual([join('assignments', 'course.json')]);
  });

  it.each(['my-topic', '10_topic', '1-topic', '10-Topic', '../10-topic'])(
    'should reject the invalid id %s, and write nothing',
    async (id) => {
      await expect(newAssignment({ root: checkout, engine: checkout, curriculum }, id)).rejects.toThrow(
        `${id} is no id: two digits, a hyphen and a topic in lower case, such as 10-my-topic`,
      );
      expect(existsSync(join(checkout, 'solutions', id))).toBe(false);
    },
  );

  it('should reject an existing assignment', async () => {
    mkdirSync(join(checkout, 'solutions', '10-my-topic'));
    await expect(newAssignment({ root: checkout, engine: checkout, curriculum }, '10-my-topic')).rejects.toThrow(
      'exists already; choose another id, or remove the folder',
    );
  });
});

describe('withAssignment', () => {
  it.each([
    ['an empty list', '{ "assignments": [] }', '{ "assignments": [ { "id": "02-b" } ] }'],
    [
      'a record',
      '{ "assignments": { "01-a": { "title": "}" } }, "x": [] }',
      '{ "assignments": { "01-a": { "title": "}" }, "02-b": {} }, "x": [] }',
    ],
  ])('should add to %s', (_what, before, after) => {
    expect(withAssignment(before, '02-b')).toBe(after);
    expect(() => void JSON.parse(after)).not.toThrow();
  });

  it('should keep the format of the list', () => {
    expect(withAssignment('{ "assignments": ["01-a"] }', '02-b')).toBe('{ "assignments": ["01-a", { "id": "02-b" }] }');
    const lines = '{\n  "assignments": [\n    { "id": "01-a" }\n  ]\n}\n';
    expect(withAssignment(lines, '02-b')).toBe(
      '{\n  "assignments": [\n    { "id": "01-a" },\n    { "id": "02-b" }\n  ]\n}\n',
    );
  });
});
