import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeZip } from '../../pipeline/submission/archives/testing/madeZip';
import { runGrader, type GradeResult, type Run } from '../testing/runGrader';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const solution = courseText('solutions', '03-losses', 'losses.ts');

function gradeZip(bytes: Uint8Array): Run & { readonly result: GradeResult & { readonly submission: string } } {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    writeFileSync(join(folder, 'alice.zip'), bytes);
    const run = runGrader(['grade', join(folder, 'alice.zip'), '--json', '-', '-a', '03-losses'], { TMPDIR: folder });
    // The unpacked files have been removed.
    expect(readdirSync(folder)).toEqual(['alice.zip']);
    return { ...run, result: JSON.parse(run.stdout) as GradeResult & { readonly submission: string } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeOf('03-losses')('grade, of an archive', () => {
  it('should give full marks for the solution', () => {
    const { exitCode, result } = gradeZip(madeZip([{ name: 'homework/03-losses/losses.ts', content: solution }]));

    expect(exitCode).toBe(0);
    expect(result.submission).toBe('alice');
    expect(result.score).toBe(result.maxScore);
    expect(result.score).toBeGreaterThan(0);
  });

  it('should report what is wrong, and exit with 0, when it is damaged', () => {
    const whole = madeZip([{ name: '03-losses/losses.ts', content: solution }]);
    const { exitCode, result } = gradeZip(whole.subarray(0, 100));

    expect(exitCode).toBe(0);
    expect(result.assignments[0]).toMatchObject({
      status: 'unreadable',
      message: expect.stringMatching(/alice\.zip can't be read\n.*damaged or cut off/) as string,
    });
  });
});
