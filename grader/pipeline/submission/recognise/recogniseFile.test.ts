import type { FoundFile } from '../types';
import type { FileProblem } from '../../types';
import { readSubmission, type ReadOptions } from '../readSubmission';
import { withFiles } from '../../../files/testing/withFiles';

const schedules = {
  id: '07-schedules',
  file: 'schedules.ts',
  exercises: [{ name: 'stepDecay' }, { name: 'cosineDecay' }],
};
const losses = { id: '03-losses', file: 'losses.ts', exercises: [{ name: 'softmax' }] };
const answer = 'export function stepDecay(): number { return 1; }\nexport const cosineDecay = () => 2;\n';
const wanted = '07-schedules/schedules.ts';

type Files = Readonly<Record<string, string>>;

async function read(
  files: Files,
  assignments = [schedules],
  options: ReadOptions = { named: true },
): Promise<FoundFile | FileProblem | undefined> {
  return withFiles(files, async (directory) =>
    (await readSubmission(directory, assignments, options)).files.get('07-schedules'),
  );
}

describe('recogniseFile', () => {
  it.each([
    'schedules.ts.txt',
    'schedules copy.ts',
    'Copy of schedules.ts',
    'schedules - Copy.ts',
    'schedules_final.ts',
    'schedules_v2.ts',
    'schedules.tsx',
    'schedules.mts',
    'schedules(1).ts',
    'schedules (1) (1).ts',
    'schedules.ts.ts',
    'JaneDoe_schedules.ts',
    'schedules.TS',
    'SCHEDULES.Ts',
    'schedule.ts',
    'shcedules.ts',
    'schedules-1-1.ts',
    'schedules.txt',
    '07-schedules.ts',
    'schedules.ts.download',
    'schedules~.ts',
    'schedules (copy).ts',
    'schedules 2.ts',
    'schedules.js.ts',
    'descent-main/descent-main/assignments/07-schedules/schedules.ts',
    'Homework/hw7/schedules.ts',
    'assignments/schedules.ts',
    'home/jane/uni/07-schedules/Schedules.ts',
  ])('should use %s with a remark', async (file) => {
    expect(await read({ [file]: answer })).toMatchObject({
      status: 'found',
      file,
      text: answer,
      remarks: [{ id: 'taken-by-name', file, wanted }],
    });
  });

  it.each([
    ['a copy of the course', ''],
    ['a copy of one in another folder', 'descent-main/'],
  ])('should report it missing if there are only files of the course, in %s', async (_name, top) => {
    const files = Object.fromEntries(
      [
        'README.md',
        'MANIFEST.json',
        'package.json',
        'grader/cli/bin.js',
        'assignments/course.json',
        'assignments/README.md',
        'assignments/07-schedules/README.md',
        'assignments/07-schedules/public.json',
        'assignments/07-schedules/schedules.test.ts',
        'assignments/07-schedules/pictures/schedules.svg',
      ].map((file) => [`${top}${file}`, '']),
    );

    expect(await read(files)).toEqual({ status: 'missing', file: wanted });
    expect(await read({ ...files, [`${top}mine.txt`]: 'a text' })).toMatchObject({
      status: 'unrecognised',
      found: [`${top}mine.txt`],
    });
  });

  it('should use a file of any name if no other has the expected exports', async () => {
    const files = { 'week7.ts': answer, 'notes.ts': 'export const notes = 1;', 'README.md': '' };

    expect(await read(files)).toMatchObject({
      file: 'week7.ts',
      remarks: [{ id: 'taken-by-exports', file: 'week7.ts', wanted, exports: ['stepDecay', 'cosineDecay'] }],
    });
  });

  it('should prefer the similarly named file with the expected exports', async () => {
    expect(await read({ 'schedules copy.ts': answer, 'schedules notes.txt': 'to do' })).toMatchObject({
      file: 'schedules copy.ts',
    });
  });

  it('should use one of several identical copies', async () => {
    expect(await read({ 'a/schedules.ts': answer, 'b/schedules.ts': answer })).toMatchObject({
      file: 'a/schedules.ts',
    });
  });

  it.each<readonly [string, Files, readonly string[]]>([
    [
      'have the same name',
      { 'a/b/schedules.ts': answer, 'c/d/schedules.ts': `${answer}//` },
      ['a/b/schedules.ts', 'c/d/schedules.ts'],
    ],
    [
      'have similar names',
      { 'schedules new.ts': answer, 'schedules old.ts': `${answer}//` },
      ['schedules new.ts', 'schedules old.ts'],
    ],
    [
      'export what is asked for',
      { 'one.ts': 'export const stepDecay = 1;', 'two.ts': 'export const cosineDecay = 1;' },
      ['one.ts', 'two.ts'],
    ],
  ])('should leave it to a person if two files %s', async (_, files, candidates) => {
    expect(await read(files)).toMatchObject({ status: 'unrecognised', file: wanted, candidates });
  });

  it.each<readonly [string, Files]>([
    ['a notebook', { 'homework.ipynb': '{}' }],
    ['another archive', { 'schedules.rar': 'Rar!' }],
    ['code that exports none of it', { 'solution.ts': 'export const other = 1;' }],
    ['a text that is no code', { 'schedules.txt': 'I was ill, sorry' }],
    ['only a test', { 'schedules.test.ts': answer }],
  ])('should name what was handed in if it is %s', async (_, files) => {
    expect(await read(files)).toEqual({
      status: 'unrecognised',
      file: wanted,
      candidates: [],
      found: Object.keys(files),
    });
  });

  it('should use a similarly named file that does not compile, so that its student sees the error', async () => {
    expect(await read({ 'schedules copy.ts': 'export function (' })).toMatchObject({
      status: 'found',
      file: 'schedules copy.ts',
    });
  });

  it.each<readonly [string, Files]>([
    ['nothing was handed in', {}],
    [
      'all is of another assignment',
      { '03-losses/losses.ts': 'export const softmax = 1;', '03-losses/mine.ts': answer },
    ],
  ])('should report it missing if %s', async (_, files) => {
    expect(await read(files, [losses, schedules])).toEqual({ status: 'missing', file: wanted });
  });

  it('should not ask a person about a stray file if another assignment was found', async () => {
    expect(
      await read({ '03-losses/losses.ts': '', 'scratch.ts': 'export const scratch = 1;' }, [losses, schedules]),
    ).toMatchObject({
      status: 'missing',
    });
  });

  const skeleton =
    "export function stepDecay() { throw new NotImplementedError('stepDecay'); }\nnew NotImplementedError('cosineDecay')";

  it.each([
    'desk/schedules.ts',
    '06-optimizers/schedules.ts',
    '07-schedules/schedules (1).ts',
    '07-schedules/week7.ts',
    'mine.ts',
    'desk/schedules_final.ts',
    'homework.zip',
    '07-schedules/schedules.rar',
  ])('should name both if nothing is started in the right place, and work may be in %s', async (other) => {
    for (const text of [skeleton, '', 'export const softmax = 1;'])
      expect(await read({ [wanted]: text, [other]: answer })).toEqual({
        status: 'ambiguous',
        candidates: [wanted, other],
      });
  });

  it.each<readonly [string, Files]>([
    ['another skeleton', { 'old/schedules.ts': skeleton, '07-schedules/schedules (1).ts': skeleton }],
    [
      'notes and helpers',
      { '07-schedules/schedules notes.txt': 'stepDecay is hard', 'mine.ts': 'export const x = 1;' },
    ],
    [
      'work for another assignment',
      { '03-losses/mine.ts': answer, '03-losses/homework.zip': 'PK', 'hand-in/03-losses.zip': 'PK' },
    ],
    ['a distant file with the same export', { 'course/tools/plot.ts': answer }],
  ])('should read the skeleton in the right place beside %s', async (_, files) => {
    expect(await read({ [wanted]: skeleton, ...files })).toMatchObject({ status: 'found', file: wanted });
  });

  it('should name both if a packed copy may have the work, unless it lies in a working copy', async () => {
    const files = { [wanted]: skeleton, 'hand-in/07-schedules.zip': 'PK' };

    expect(await read(files)).toEqual({ status: 'ambiguous', candidates: Object.keys(files) });
    expect(await read(files, [schedules], { isWorkingCopy: true })).toMatchObject({ status: 'found', file: wanted });
  });

  it.each([
    "export * from './mine';",
    "Object.assign(exports, require('./mine'));",
    "import * as mine from '../lib/mine';\nexport default mine;",
  ])('should read the file in the right place if it takes all its work from others: %s', async (text) => {
    const files = { [wanted]: text, '07-schedules/mine.ts': answer, 'lib/mine.ts': answer };
    expect(await read(files)).toMatchObject({ status: 'found', file: wanted });
  });

  it.each([wanted, 'desk/schedules.ts'])('should report an empty %s, which is often a failed upload', async (file) => {
    expect(await read({ [file]: ' \n' })).toEqual({ status: 'unreadable', file, reason: 'it is an empty file' });
  });

  it('should use a file of this name from the folder of another assignment if it has all exports', async () => {
    const file = '06-optimizers/schedules.ts';

    expect(await read({ [file]: answer })).toMatchObject({ file, remarks: [{ id: 'taken-by-name', file, wanted }] });
    expect(await read({ [file]: 'export const stepDecay = 1;' })).toMatchObject({
      status: 'unrecognised',
      candidates: [file],
    });
    expect(await read({ [file]: 'export const helper = 1;' })).toMatchObject({ status: 'missing' });
  });

  it('should not use the file of another assignment with the same name and exports twice', async () => {
    const twin = { ...schedules, id: '08-schedules' };

    expect(await read({ '08-schedules/schedules.ts': answer }, [schedules, twin])).toMatchObject({ status: 'missing' });
  });
});
