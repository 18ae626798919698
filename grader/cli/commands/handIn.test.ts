import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveKindOf, unpackArchive } from '../../pipeline/submission';
import { begunWork, lossesPath, lossesSkeleton, writeFiles } from '../testing/begunWork';
import { callGrader } from '../testing/callGrader';
import { root, type Run } from '../testing/runGrader';
import { anotherId, describeOf } from '../../testbed/course/ofCourse';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function handIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  writeFiles(folder, files);
  return callGrader(['hand-in', '--from', folder, ...args], environment);
}

/** The files that a student gets for an assignment. */
function filesOf(id: string): Readonly<Record<string, string>> {
  const folder = join('assignments', id);
  const code = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(code.map((name) => [join(folder, name), readFileSync(join(root, folder, name), 'utf8')]));
}

describeOf('03-losses')('hand-in', () => {
  it('should pack exactly the graded files, and list what is still to do', async () => {
    expect(begunWork[lossesPath]).toContain('./parts/softmax');
    const { exitCode, stdout } = await handIn(begunWork, ['03-losses']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}started +softmax$/m);
    expect(stdout).toMatch(/^ {2}to do +.*softmaxLoss/m);
    expect(readdirSync(join(folder, 'hand-in'))).toEqual(['03-losses.receipt.txt', '03-losses.zip']);

    const zip = join(folder, 'hand-in/03-losses.zip');
    const unpacked = await unpackArchive(zip, join(folder, 'unpacked'));
    expect(archiveKindOf(zip)).toBe('zip');
    expect(unpacked).toEqual({
      status: 'unpacked',
      files: ['03-losses/losses.ts', '03-losses/parts/softmax.ts'],
      skipped: [],
    });
    expect(readFileSync(join(folder, 'unpacked/03-losses/losses.ts'), 'utf8')).toBe(begunWork[lossesPath]);

    const checksum = createHash('sha256').update(readFileSync(zip)).digest('hex');
    const receipt = readFileSync(join(folder, 'hand-in/03-losses.receipt.txt'), 'utf8');
    expect(stdout).toContain(checksum);
    expect(receipt).toContain(`SHA-256  ${checksum}  03-losses.zip`);
    expect(receipt).toMatch(/packed \d{4}-\d\d-\d\dT[\d:.]+Z/);
    expect(receipt).toMatch(/03-losses\/parts\/softmax\.ts {2}\(\d+ bytes\)/);
    expect(receipt).toMatch(/^to do: .*softmaxLoss/m);
  });

  it('should write nothing, and name the line, when the code does not compile', async () => {
    const { exitCode, stderr } = await handIn(
      { ...begunWork, [lossesPath]: 'export const a = 1;\nexport const b = (2;\n' },
      ['03-losses'],
    );

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /grader: 03-losses can't be handed in as it is, and nothing was written\n {2}does not compile/,
    );
    expect(stderr).toContain('assignments/03-losses/losses.ts:2:20');
    expect(existsSync(join(folder, 'hand-in'))).toBe(false);
  });

  it('should write nothing when one of several is missing', async () => {
    const { exitCode, stderr } = await handIn(begunWork, ['03-losses', anotherId]);

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(new RegExp(`${anotherId} can't be handed in[^]*there is no ${anotherId}/`));
    expect(existsSync(join(folder, 'hand-in'))).toBe(false);
  });

  it('should pack every assignment begun when none is named', async () => {
    const untouched = filesOf(anotherId);
    const { exitCode } = await handIn({ ...begunWork, ...untouched });

    expect(exitCode).toBe(0);
    expect(readdirSync(join(folder, 'hand-in'))).toEqual(['03-losses.receipt.txt', '03-losses.zip']);
  });

  it('should report that no assignment is begun, although one was packed before its file was reset', async () => {
    await handIn(begunWork, ['03-losses']);
    const { exitCode, stderr } = await handIn({ [lossesPath]: lossesSkeleton });

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/no assignment has been started[^]*to pack one anyway, name it/);
  });

  it('should pack anyway, and warn, when the file throws while loading', async () => {
    const { exitCode, stdout } = await handIn({ [lossesPath]: `throw new Error('too early');\n` }, ['03-losses']);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /None of it could be graded as it is:\n {2}throws an error while it loads\n {2}Error: too early/,
    );
  });

  it('should warn about a forbidden call, on the terminal and in the receipt', async () => {
    const called = lossesSkeleton.replace(
      /(export function softmax\([^]*?\{\n)[^]*?\n}\n/,
      '$1  return tf.softmax(scores);\n}\n',
    );
    const { exitCode, stdout } = await handIn({ [lossesPath]: called }, ['03-losses']);
    const warning = 'softmax calls tf.softmax, which the course has you write yourself';

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^ {2}earns nothing +${warning}$`, 'm'));
    expect(readFileSync(join(folder, 'hand-in/03-losses.receipt.txt'), 'utf8')).toContain(
      `\nearns nothing: ${warning}\n`,
    );
  });

  it('should warn about each function with a forbidden call on its own line', async () => {
    const called = lossesSkeleton.replaceAll(
      /(export function (?:softmax|crossEntropy)\([^]*?\{\n)[^]*?\n}\n/g,
      '$1  return tf.softmax(scores);\n}\n',
    );
    const { stdout } = await handIn({ [lossesPath]: called }, ['03-losses']);

    expect(stdout).toMatch(
      /\n {2}earns nothing {2}softmax calls tf\.softmax, [^;\n]*\n {17}crossEntropy calls tf\.softmax, [^;\n]*\n/,
    );
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${lossesSkeleton}`, 'utf16le')],
    // An é in Latin-1 is one byte, which is invalid UTF-8.
    ['Latin-1', Buffer.concat([Buffer.from('// caf'), Buffer.from([0xe9]), Buffer.from(`\n${lossesSkeleton.replace(/[^\0-\x7f]/g, '?')}`)])], // prettier-ignore
  ])('should pack a file in %s unchanged, with the same remark as grading', async (encoding, bytes) => {
    const { exitCode, stdout } = await handIn({ [lossesPath]: bytes }, ['03-losses']);

    expect(exitCode).toBe(0);
    const remark = `losses.ts is not in UTF-8; it was read as ${encoding}`;
    expect(stdout).toMatch(new RegExp(`^ {2}remark +.*${remark}`, 'm'));
    expect(readFileSync(join(folder, 'hand-in/03-losses.receipt.txt'), 'utf8')).toContain(remark);
    await unpackArchive(join(folder, 'hand-in/03-losses.zip'), join(folder, 'unpacked'));
    expect(readFileSync(join(folder, 'unpacked/03-losses/losses.ts')).equals(bytes)).toBe(true);
  });

  it('should refuse a file with names in an unknown encoding, as grading does', async () => {
    const bytes = Buffer.concat([Buffer.from('export const caf'), Buffer.from([0xe9]), Buffer.from(' = 1;\n')]);
    const { exitCode, stderr } = await handIn({ [lossesPath]: bytes }, ['03-losses']);

    expect(exitCode).toBe(1);
    expect(stderr).toContain('it is not a text in UTF-8; save it as UTF-8 in your editor');
  });

  it("should say which file it packed, and name both candidates when it can't decide", async () => {
    const work = begunWork[lossesPath] ?? '';
    const parts = Object.fromEntries(Object.entries(begunWork).filter(([path]) => path !== lossesPath));
    const taken = await handIn({ ...parts, 'assignments/03-losses/losses copy.ts': work }, ['03-losses']);
    expect(taken.stdout).toMatch(
      /^ {2}remark +.*losses copy\.ts was graded as 03-losses\/losses\.ts, because of its name$/m,
    );

    const { exitCode, stderr } = await handIn({ [lossesPath]: work, '03-losses/losses.ts': `${work}// other` }, [
      '03-losses',
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('more than one file fits');
    expect(stderr).toContain('assignments/03-losses/losses.ts');
    expect(stderr).toMatch(/^ +03-losses\/losses\.ts$/m);
  });
});
