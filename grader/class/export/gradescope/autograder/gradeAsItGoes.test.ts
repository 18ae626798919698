import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBundles } from '../../../../bundling/bundles';
import { caseOf, exerciseOf, referenceOf } from '../../../../pipeline/checks/testing';
import { chooseIsolation } from '../../../../pipeline/sandbox';
import type { Assignment } from '../../../../pipeline/types';
import { gradescopeSchema } from '../../testing/schemas';
import { gradeAsItGoes } from './gradeAsItGoes';

const root = join(__dirname, '../../../../..');
const child = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

/** 4 points for a function that returns its argument. */
function assignment(id: string, name: string): Assignment {
  const exercise = exerciseOf({
    name,
    cases: [caseOf('public/one', [1], 1)],
    checks: [referenceOf(undefined, ['public/one'], { points: 4 })],
  });
  return { id, title: id, file: `${name}.ts`, optional: false, scope: 'full', specHash: id, exercises: [exercise] };
}

describe('gradeAsItGoes', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'descent-gradescope-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function grade(
    files: Readonly<Record<string, string>>,
    command?: readonly string[],
  ): Promise<ReturnType<typeof gradescopeSchema.parse>[]> {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const isolation = chooseIsolation(child, { only: 'process' });
    const written: ReturnType<typeof gradescopeSchema.parse>[] = [];
    jest.spyOn(console, 'log').mockReturnValue(undefined);
    await gradeAsItGoes({
      course: {
        settings: {
          schemaVersion: 1,
          assignments: ['01-one', '02-two'],
          due: {},
          latePolicy: null,
          seedLabel: '00000000',
          graderVersion: '0',
          tfjs: '4',
        },
        assignments: [assignment('01-one', 'first'), assignment('02-two', 'second')],
      },
      places: { submission: folder, metadata: '', results: '', grader: '', childCommand: child },
      metadata: undefined,
      isolation: { ...isolation, command: command ?? isolation.command },
      write: (content) => Promise.resolve(void written.push(gradescopeSchema.parse(content))),
    });
    return written;
  }

  it('should write results after each assignment, with the rest as not run', async () => {
    const files = {
      '01-one/first.ts': 'export const first = (x: number) => x;',
      '02-two/second.ts': 'export const second = (x: number) => x + 1;',
    };
    const written = await grade(files);
    const notRun = 'not run yet: the autograder was stopped before this';
    expect(written.map(({ score }) => score)).toEqual([0, 4, 4]);
    expect(written.map(({ tests = [] }) => tests.map(({ output }) => output?.includes(notRun) ?? false))).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(written.at(-1)?.tests?.map(({ score }) => score)).toEqual([4, 0]);
  });

  it('should distinguish missing assignments from those not run', async () => {
    const written = await grade({ '01-one/first.ts': 'export const first = (x: number) => x;' });
    expect(written.at(-1)).toMatchObject({
      score: 4,
      output: expect.stringContaining('02-two: not submitted') as string,
    });
  });

  it('should grade and report a file under another name', async () => {
    const written = await grade({
      '01-one/JaneDoe_first copy.ts': 'export const first = (x: number) => x;',
      'hw/second.ts': 'export const second = (x: number) => x;',
    });
    expect(written.at(-1)?.score).toBe(8);
    const output = written.at(-1)?.output ?? '';
    expect(output).toContain('01-one/JaneDoe_first copy.ts was graded as 01-one/first.ts, because of its name');
    expect(output).toContain('hw/second.ts was graded as 02-two/second.ts, because of its name');
  });

  it('should list the candidates of an ambiguous file', async () => {
    const written = await grade({
      '01-one/first.ts': 'export const first = (x: number) => x;',
      '02-two/second-a.ts': 'export const second = (x: number) => x;',
      '02-two/second-b.ts': 'export const second = (x: number) => 2 * x;',
    });
    const output = written.at(-1)?.output ?? '';
    expect(output).toContain('it is not clear which file is 02-two/second.ts');
    expect(output).toContain('02-two/second-a.ts');
    expect(output).toContain('02-two/second-b.ts');
  });

  it('should throw when the grader fails, and not give 0 points', async () => {
    await expect(
      grade({ '01-one/first.ts': 'export const first = 1;' }, [process.execPath, '-e', 'process.exit(1)']),
    ).rejects.toThrow('no process for submissions could be started');
  });
});
