import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precision-package-'));
  const run = (program: string, ...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stdout + stderr);
    return stdout.trim();
  };

  // Outside the repository, where it finds nothing of the grader.
  beforeAll(() => {
    cpSync(__dirname, folder, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    run(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', 'tsconfig.json');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should build on its own and compute in double precision', () => {
    const program =
      "const { tf, precisionOf } = require('./dist'); console.log(precisionOf(), tf.add([1], [2 ** -40]).sub(1).dataSync()[0])";
    expect(run('-e', program)).toBe(`float64 ${2 ** -40}`);
  });

  it("should export tfjs's own API from its entry point", () => {
    expect(run('-e', "console.log(require('./dist/tfjs').scalar(1 + 2 ** -40).dataSync()[0] - 1)")).toBe(
      String(2 ** -40),
    );
  });

  it('should pass its own tests', () => {
    expect(
      run(join(root, 'node_modules', 'jest', 'bin', 'jest.js'), 'installDoublePrecision', 'tfjs.test', '--silent'),
    ).toBe('');
  });
});
