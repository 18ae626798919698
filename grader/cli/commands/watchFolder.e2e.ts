import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, testEnvironment } from '../testing/runGrader';
import { courseText, describeOf, sizeOf } from '../../testbed/course/ofCourse';

const id = '06-optimizers';
const solution = courseText('solutions', id, 'optimizers.ts');
const skeleton = courseText('assignments', id, 'optimizers.ts');
const { points } = sizeOf(id);

describeOf(id)('grader watch-folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-watch-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should grade new and changed submissions, count the newest attempt and keep the earlier ones', async () => {
    const [directory, out] = [join(folder, 'in'), join(folder, 'out')];
    const handIn = (name: string, text: string): void => {
      mkdirSync(join(directory, name, id), { recursive: true });
      writeFileSync(join(directory, name, id, 'optimizers.ts'), text);
    };
    handIn('alice', skeleton);
    const watching = spawn(
      process.execPath,
      [
        join(root, 'grader', 'cli', 'bin.js'),
        'watch-folder',
        directory,
        '--out',
        out,
        '-a',
        id,
        '--allow-weak-isolation',
      ],
      { env: testEnvironment({}), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    watching.stdout.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise((resolve) => watching.once('exit', resolve));
    const saying = async (line: string): Promise<void> => {
      while (!said.includes(line)) await new Promise((go) => setTimeout(go, 50));
    };
    await saying(`alice: 0 of ${points}, attempt 1`);
    handIn('alice', solution);
    handIn('bob', skeleton);
    await saying(`alice: ${points} of ${points}, attempt 2`);
    await saying(`bob: 0 of ${points}, attempt 1`);
    watching.kill('SIGTERM');
    expect(await ended).toBe(0);
    const scoreIn = (...path: readonly string[]): unknown =>
      (JSON.parse(readFileSync(join(out, ...path), 'utf8')) as { readonly score: unknown }).score;
    expect(scoreIn('results', 'alice.json')).toBe(points);
    expect(scoreIn('attempts', 'alice', '0001', 'result.json')).toBe(0);
    expect(readFileSync(join(out, 'attempts', 'alice', '0001', 'files', id, 'optimizers.ts'), 'utf8')).toBe(skeleton);
    expect(readFileSync(join(out, 'grades.csv'), 'utf8')).toContain(`\nalice,${points},`);
  });
});
