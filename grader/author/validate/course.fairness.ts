import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../../..');

interface Proofs {
  readonly assignments: readonly { readonly id: string; readonly failures: readonly { readonly message: string }[] }[];
}

/** In separate processes: tfjs is several times slower in Jest's realm. */
async function prove(how: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Proofs> {
  const args = [join(root, 'grader', 'cli', 'bin.js'), 'validate', ...how, '--json', '-'];
  const options = { cwd: root, maxBuffer: 2 ** 26, env: { ...process.env, ...environment } };
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    (error: { readonly stdout: string }) => error,
  );
  return JSON.parse(stdout) as Proofs;
}

function failuresOf({ assignments }: Proofs): readonly string[] {
  return assignments.flatMap(({ id, failures }) => failures.map(({ message }) => `${id}: ${message}`));
}

describe('grader validate', () => {
  // On two seeds, including the released one; before publishing, on twenty, with costly checks.
  it('should prove every assignment of the course', async () => {
    const proofs = await prove(['--seeds', '2']);
    expect(proofs.assignments.length).toBeGreaterThan(0);
    expect(failuresOf(proofs)).toEqual([]);
  });

  // Mutants are part of the full proof; figures in solutions/README.md.
  it("should prove the authors' examples, one of each kind of question", async () => {
    const proofs = await prove(['--draft'], { DESCENT_COURSE: join(root, 'examples') });
    expect(proofs.assignments.map(({ id }) => id)).toEqual(['01-kinds', '02-questions']);
    expect(failuresOf(proofs)).toEqual([]);
  });
});
