import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { archiveKindOf, unpackArchive } from '../../pipeline/submission';
import { itWith, program } from '../../testbed/tools';
import { root, runGrader, type Run } from '../testing/runGrader';

const skeleton = readFileSync(join(root, 'assignments/03-losses/losses.ts'), 'utf8');
const path = 'assignments/03-losses/losses.ts';

/** softmax in a file of its own, the rest still to do. */
const begun = {
  [path]: skeleton.replace(/export function softmax\([\s\S]*?\n}\n/, `export * from './parts/softmax';\n`),
  'assignments/03-losses/parts/softmax.ts': `import * as tf from '@tensorflow/tfjs';\nexport const softmax = (scores: tf.Tensor2D) => tf.exp(scores);\n`,
  'assignments/03-losses/notes.ts': 'export const notImported = 1;\n',
  'assignments/03-losses/README.md': 'not graded',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function handIn(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Run {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return runGrader(['hand-in', '--from', folder, ...args], environment);
}

describe('hand-in', () => {
  it('should pack exactly the graded files, and say what is still to do', async () => {
    expect(begun[path]).toContain('./parts/softmax');
    const { exitCode, stdout } = handIn(begun, ['03-losses']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}begun +softmax$/m);
    expect(stdout).toMatch(/^ {2}to do +.*softmaxLoss/m);
    expect(readdirSync(join(folder, 'hand-in'))).toEqual(['03-losses.receipt.txt', '03-losses.zip']);

    const zip = join(folder, 'hand-in/03-losses.zip');
    const unpacked = await unpackArchive(zip, join(folder, 'unpacked'));
    expect(archiveKindOf(zip)).toBe('zip');
    expect(unpacked).toEqual({ status: 'unpacked', files: ['03-losses/losses.ts', '03-losses/parts/softmax.ts'], skipped: [] });
    expect(readFileSync(join(folder, 'unpacked/03-losses/losses.ts'), 'utf8')).toBe(begun[path]);

    const checksum = createHash('sha256').update(readFileSync(zip)).digest('hex');
    const receipt = readFileSync(join(folder, 'hand-in/03-losses.receipt.txt'), 'utf8');
    expect(stdout).toContain(checksum);
    expect(receipt).toContain(`SHA-256  ${checksum}  03-losses.zip`);
    expect(receipt).toMatch(/packed \d{4}-\d\d-\d\dT[\d:.]+Z/);
    expect(receipt).toMatch(/03-losses\/parts\/softmax\.ts {2}\(\d+ bytes\)/);
    expect(receipt).toMatch(/^to do: .*softmaxLoss/m);
  });

  it('should give the same bytes when the time and the zone are others', () => {
    handIn(begun, ['03-losses'], { TZ: 'Asia/Shanghai' });
    const first = readFileSync(join(folder, 'hand-in/03-losses.zip'));
    rmSync(join(folder, 'hand-in'), { recursive: true });
    handIn(begun, ['03-losses'], { TZ: 'America/Los_Angeles' });

    expect(readFileSync(join(folder, 'hand-in/03-losses.zip')).equals(first)).toBe(true);
  });

  it('should be graded like the folder', () => {
    handIn(begun, ['03-losses']);
    const grade = (what: string): unknown => {
      const { stdout } = runGrader(['grade', join(folder, what), '-a', '03-losses', '--json', '-']);
      return (
        JSON.parse(stdout.replace(/"durationMs": \d+/g, '"durationMs": 0').replaceAll('"assignments/03', '"03')) as { assignments: unknown }
      ).assignments;
    };
    expect(grade('hand-in/03-losses.zip')).toEqual(grade('.'));
  });

  it('should write nothing, and name the place, when the code does not compile', () => {
    const { exitCode, stderr } = handIn({ ...begun, [path]: 'export const a = 1;\nexport const b = (2;\n' }, ['03-losses']);

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/grader: 03-losses can't be handed in as it is, and nothing was written\n {2}does not compile/);
    expect(stderr).toContain('assignments/03-losses/losses.ts:2:20');
    expect(existsSync(join(folder, 'hand-in'))).toBe(false);
  });

  it('should write nothing when one of several is missing', () => {
    const { exitCode, stderr } = handIn(begun, ['03-losses', '06-optimizers']);

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/06-optimizers can't be handed in[^]*there is no 06-optimizers\/optimizers\.ts/);
    expect(existsSync(join(folder, 'hand-in'))).toBe(false);
  });

  it('should pack what is begun when nothing is named', () => {
    const untouched = readFileSync(join(root, 'assignments/06-optimizers/optimizers.ts'), 'utf8');
    const { exitCode } = handIn({ ...begun, 'assignments/06-optimizers/optimizers.ts': untouched });

    expect(exitCode).toBe(0);
    expect(readdirSync(join(folder, 'hand-in'))).toEqual(['03-losses.receipt.txt', '03-losses.zip']);
  });

  it('should say so when nothing is begun', () => {
    const { exitCode, stderr } = handIn({ [path]: skeleton });

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/no assignment has been begun[^]*name one to pack it all the same/);
  });

  it('should pack all the same, and warn, when the file throws while it loads', () => {
    const { exitCode, stdout } = handIn({ [path]: `throw new Error('too early');\n` }, ['03-losses']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Nothing of it could be graded as it is:\n {2}throws an error while it loads\n {2}Error: too early/);
  });

  it('should warn of a forbidden call, on the terminal and in the receipt', () => {
    const called = skeleton.replace(/(export function softmax\([^]*?\{\n)[^]*?\n}\n/, '$1  return tf.softmax(scores);\n}\n');
    const { exitCode, stdout } = handIn({ [path]: called }, ['03-losses']);
    const warning = 'softmax calls tf.softmax, which the course has you write yourself';

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^ {2}earns nothing +${warning}$`, 'm'));
    expect(readFileSync(join(folder, 'hand-in/03-losses.receipt.txt'), 'utf8')).toContain(`\nearns nothing: ${warning}\n`);
  });

  it('should speak Chinese where that is asked for', () => {
    const { stdout } = handIn(begun, ['03-losses'], { DESCENT_LANG: 'zh' });

    expect(stdout).toMatch(/^ {2}已开始 +softmax$/m);
    expect(stdout).toContain('现在请提交');
  });

  itWith(program('python3'), 'should be a zip that other tools read', () => {
    handIn(begun, ['03-losses']);
    const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(*z.namelist())';
    const { stdout } = spawnSync('python3', ['-c', script, join(folder, 'hand-in/03-losses.zip')], { encoding: 'utf8' });

    expect(stdout.trim()).toBe('03-losses/losses.ts 03-losses/parts/softmax.ts');
  });
});
