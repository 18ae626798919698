import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itWith, program } from '../../testbed/tools';
import { begunWork, writeFiles } from '../testing/begunWork';
import { runGrader, type Run } from '../testing/runGrader';
import { describeOf } from '../../testbed/course/ofCourse';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function handIn(environment: Readonly<Record<string, string>> = {}): Run {
  writeFiles(folder, begunWork);
  return runGrader(['hand-in', '--from', folder, '03-losses'], environment);
}

describeOf('03-losses')('hand-in', () => {
  it('should give the same bytes at another time and in another time zone', () => {
    handIn({ TZ: 'Asia/Shanghai' });
    const first = readFileSync(join(folder, 'hand-in/03-losses.zip'));
    rmSync(join(folder, 'hand-in'), { recursive: true });
    handIn({ TZ: 'America/Los_Angeles' });

    expect(readFileSync(join(folder, 'hand-in/03-losses.zip')).equals(first)).toBe(true);
  });

  it('should be graded the same as the folder', () => {
    handIn();
    const grade = (what: string): unknown => {
      const { stdout } = runGrader(['grade', join(folder, what), '-a', '03-losses', '--json', '-']);
      return (
        JSON.parse(stdout.replace(/"durationMs": \d+/g, '"durationMs": 0').replaceAll('"assignments/03', '"03')) as {
          assignments: unknown;
        }
      ).assignments;
    };
    expect(grade('hand-in/03-losses.zip')).toEqual(grade('.'));
  });

  it('should speak Chinese when asked to', () => {
    const { stdout } = handIn({ DESCENT_LANG: 'zh' });

    expect(stdout).toMatch(/^ {2}已开始 +softmax$/m);
    expect(stdout).toContain('现在请提交');
  });

  itWith(program('python3'), 'should be a zip that other tools can read', () => {
    handIn();
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(*z.namelist())';
    const { stdout } = spawnSync('python3', ['-c', script, join(folder, 'hand-in/03-losses.zip')], {
      encoding: 'utf8',
    });

    expect(stdout.trim()).toBe('03-losses/losses.ts 03-losses/parts/softmax.ts');
  });
});
