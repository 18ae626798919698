import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');

interface Proofs {
  readonly assignments: readonly { readonly id: string; readonly failures: readonly { readonly message: string }[] }[];
}

describe('grader validate', () => {
  // In processes of its own: tfjs is several times slower in a test's realm. On two seeds, the
  // released one among them; before publishing it is twenty.
  it('should prove every assignment of the course', async () => {
    const args = [join(root, 'grader', 'cli', 'bin.js'), 'validate', '--seeds', '2', '--json', '-'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 }).catch(
      (error: { readonly stdout: string }) => error,
    );
    const { assignments } = JSON.parse(stdout) as Proofs;

    expect(assignments.length).toBeGreaterThan(0);
    expect(assignments.flatMap(({ id, failures }) => failures.map(({ message }) => `${id}: ${message}`))).toEqual([]);
  });
});
