import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gradeSubmission } from '../gradeSubmission';
import type { Runner } from '../sandbox';
import { readAnswerFiles, readCode, readSubmission } from '../submission';
import type { Assignment } from '../types';
import { caseOf, exerciseOf, referenceOf } from '../checks/testing';
import { exercisesOf } from './exercisesOf';
import { readQuestions } from './questionsFile';

const questions = exercisesOf(
  readQuestions('rate:\n  points: 2\n  prompt: Which?\n  number: 1\n  tolerance: 0\n', 'questions.yaml'),
  'seed',
);
const step = exerciseOf({ name: 'step', cases: [caseOf('one', [1], 1)], checks: [referenceOf(undefined, ['one'])] });
const assignment: Assignment = {
  id: '01-kinds',
  title: 'Kinds',
  file: 'kinds.ts',
  optional: false,
  scope: 'full',
  specHash: '',
  exercises: [step, ...questions],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'questions-'));
  mkdirSync(join(folder, '01-kinds'));
  writeFileSync(
    join(folder, '01-kinds', 'kinds.ts'),
    'export function rate() { return 1; }\nexport const step = rate;\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Grades the folder. `asked` collects what its code is asked; nothing is answered. */
async function grade(asking: Assignment = assignment) {
  const asked: string[] = [];
  const identities: string[] = [];
  const runner: Runner = {
    run: (_code, list) => {
      asked.push(...list.map(({ exercise }) => exercise));
      return Promise.resolve({ status: 'asked', answers: new Map() });
    },
  };
  const submission = await readSubmission(folder, [asking], { named: true });
  const score = await gradeSubmission([asking], submission, runner, (identity, compute) => {
    identities.push(identity);
    return compute();
  });
  const result = score.assignments[0]?.exercises.find(({ exercise }) => exercise.name === 'rate');
  const problem = score.assignments[0]?.problem;
  return {
    problem,
    asked: [...new Set(asked)],
    identity: identities.join(),
    status: result?.status,
    score: result?.score,
  };
}
const answer = (text: string, name = 'answers.yaml'): void => writeFileSync(join(folder, '01-kinds', name), text);

describe('gradeSubmission, of questions', () => {
  it('should not ask the code about them even if it exports their names', async () => {
    answer('rate: 1\n');
    expect(await grade()).toMatchObject({ asked: ['step'], status: 'passed', score: 2 });
    rmSync(join(folder, '01-kinds', 'answers.yaml'));
    expect(await grade()).toMatchObject({ asked: ['step'], status: 'todo', score: 0 });
  });

  it('should leave unparsable answers to a person and not treat them as code', async () => {
    answer('rate: : 1\n');
    expect(await readAnswerFiles(folder)).toEqual([{ file: '01-kinds/answers.yaml', text: 'rate: : 1\n' }]);
    expect((await readCode(folder)).map(({ file }) => file)).toEqual(['01-kinds/kinds.ts']);
  });

  it('should distinguish two submissions that differ only in their answers', async () => {
    answer('rate: 1\n');
    const { identity } = await grade();
    answer('rate: 2\n');
    expect(await grade()).toMatchObject({ status: 'failed', score: 0 });
    expect((await grade()).identity).not.toBe(identity);
  });

  it('should leave two candidate files, or one that is not text, to a person', async () => {
    answer('rate: 1\n', 'answers.yml');
    expect(await grade()).toMatchObject({ status: 'passed' });
    answer('rate: 2\n');
    expect(await grade()).toMatchObject({ status: 'unreadable' });
    rmSync(join(folder, '01-kinds', 'answers.yml'));
    writeFileSync(join(folder, '01-kinds', 'answers.yaml'), Buffer.from([0, 1, 2]));
    expect(await grade()).toMatchObject({ status: 'unreadable' });
  });
});

describe('gradeSubmission, of questions alone', () => {
  const alone: Assignment = { ...assignment, file: 'answers.yaml', exercises: questions };
  beforeEach(() => rmSync(join(folder, '01-kinds', 'kinds.ts')));

  it('should run nothing and need no code file', async () => {
    answer('rate: 1\n');
    expect(await grade(alone)).toMatchObject({ asked: [], status: 'passed', score: 2 });
    answer('rate: 2\n');
    expect(await grade(alone)).toMatchObject({ status: 'failed', score: 0 });
    answer('');
    expect(await grade(alone)).toMatchObject({ status: 'todo', score: 0 });
  });

  it('should distinguish two submissions', async () => {
    answer('rate: 1\n');
    const { identity } = await grade(alone);
    answer('rate: 1.0\n');
    expect((await grade(alone)).identity).not.toBe(identity);
  });

  it.each([
    'answers.yaml',
    'Answers.YAML',
    'answers.yml',
    'doejane_answers (1).yaml',
    'answers.yaml.txt',
    'answers.txt',
  ])('should recognise %s', async (name) => {
    writeFileSync(join(folder, name), 'rate: 1\n');
    expect(await grade(alone)).toMatchObject({ status: 'passed' });
  });

  it('should leave two candidate files, or an unreadable one, to a person', async () => {
    writeFileSync(join(folder, 'answers (1).yaml'), 'rate: 1\n');
    writeFileSync(join(folder, 'answers (2).yaml'), 'rate: 2\n');
    const candidates = ['answers (1).yaml', 'answers (2).yaml'];
    expect(await grade(alone)).toMatchObject({ problem: { status: 'unrecognised', candidates } });
    rmSync(join(folder, 'answers (2).yaml'));
    writeFileSync(join(folder, 'answers (1).yaml'), Buffer.from([0, 1, 2]));
    expect(await grade(alone)).toMatchObject({ problem: { status: 'unreadable' } });
  });
});
