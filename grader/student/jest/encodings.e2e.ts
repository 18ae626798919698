import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../files/removeFolder';
import { copyCheckout } from './testing/copyCheckout';
import { runIn } from './testing/runIn';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const solution = courseText('solutions', '03-losses', 'losses.ts');
/** The ASCII solution, after a line of these bytes. */
const after = (line: readonly number[], first = '// '): Buffer =>
  Buffer.concat([Buffer.from(first), Buffer.from(line), Buffer.from(`\n${solution.replace(/[^\0-\x7f]/g, '?')}`)]);

// 注释 in GBK, é in Latin-1; `decodeSource.test.ts` tries the others.
const gbk = [0xd7, 0xa2, 0xca, 0xcd];
const latin1 = [0xe9];

/** Students and graders read the same about a file. */
describeOf('03-losses')('a file that is not in UTF-8', () => {
  let checkout = '';
  beforeAll(() => {
    checkout = copyCheckout({ isBuilt: true });
  });
  afterAll(() => removeFolder(checkout));

  const both = (bytes: Buffer): { readonly npmTest: string; readonly graded: string } => {
    mkdirSync(join(checkout, 'assignments/03-losses'), { recursive: true });
    writeFileSync(join(checkout, 'assignments/03-losses/losses.ts'), bytes);
    return {
      npmTest: runIn(checkout, 'grader/student/jest/cli.js', '03-losses', '-t', 'softmax '),
      graded: runIn(checkout, 'grader/cli/bin.js', 'grade', '.', '-a', '03-losses', '--json', '-'),
    };
  };

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${solution}`, 'utf16le')],
    ['GBK', after(gbk)],
  ])('should pass in %s where only comments depend on it, with the same remark', (encoding, bytes) => {
    const { npmTest, graded } = both(bytes);
    const remark = `losses.ts is not in UTF-8; it was read as ${encoding}`;
    expect(npmTest).toMatch(/public checks: (\d+) of \1 pass/);
    expect(npmTest).toContain(remark);
    expect(graded).toContain(remark);
    expect(JSON.parse(graded.slice(graded.indexOf('{')))).toMatchObject({ assignments: [{ status: 'graded' }] });
  });

  it('should decode the same string in both if only its characters depend on the encoding', () => {
    // The gradient is wrong unless é is read as é.
    const factor = "('\u00e9'.charCodeAt(0) === 233 ? 2 : 3) * lambda";
    const scaled = solution.replace(/[^\0-\x7f]/g, '?').replaceAll('2 * lambda', factor);
    const { npmTest, graded } = both(Buffer.from(scaled, 'latin1'));
    expect(npmTest).toMatch(/public checks: (\d+) of \1 pass/);
    expect(graded).toMatch(/"name": "softmaxLoss",[^{}]*"status": "passed"/);
  });

  it('should be rejected with the same message if the code depends on the encoding', () => {
    const { npmTest, graded } = both(after([...latin1, ...Buffer.from(' = 1;')], 'export const caf'));
    const reason = 'it is not a text in UTF-8; save it as UTF-8 in your editor';
    expect(npmTest).toContain(reason);
    expect(graded).toContain(reason);
  });
});
