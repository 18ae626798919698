import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisServer, redisTool } from '../../class/queue/testing/redisServer';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { courseText, describeOfWith } from '../../testbed/course/ofCourse';
import { root, runGrader, testEnvironment } from '../testing/runGrader';

const id = '03-losses';
const solution = courseText('solutions', id, 'losses.ts');

describeOfWith(['03-losses'], redisTool, 'grader batch --redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-redis-batch-'));
  const submissions = join(folder, 'submissions');
  let redis: RedisServer | undefined;
  beforeAll(async () => {
    redis = await RedisServer.start();
    for (const name of ['alice', 'bob', '第三']) mkdirSync(join(submissions, name, id), { recursive: true });
    writeFileSync(join(submissions, 'alice', id, 'losses.ts'), solution);
    // A file with another name than expected, and files that are not sources.
    copyFileSync(join(root, 'assignments', id, 'losses.ts'), join(submissions, 'bob', id, 'losses copy.ts'));
    writeFileSync(join(submissions, 'bob', 'plot.png'), 'no image');
    writeFileSync(join(submissions, '第三', id, 'losses.ts'), 'export function softmax( {');
    writeFileSync(
      join(submissions, 'dan.tar.gz'),
      await madeTarGz([{ name: `${id}/losses.ts`, content: solution.replaceAll('lambda', 'strength') }]),
    );
    writeFileSync(join(submissions, 'hugo.zip'), 'no archive');
    writeFileSync(join(submissions, 'ina.rar'), 'no archive that is read');
    // A submission with links is graded by the coordinator.
    mkdirSync(join(submissions, 'linus', id), { recursive: true });
    symlinkSync('/etc/passwd', join(submissions, 'linus', id, 'losses.ts'));
  });
  afterAll(async () => {
    await redis?.end();
    rmSync(folder, { recursive: true });
  });

  it('should give the same bytes as one machine, and send no seed to workers', async () => {
    const call = (out: string): string[] => [
      'batch',
      submissions,
      '--out',
      join(folder, out),
      '-a',
      id,
      '--allow-weak-isolation',
    ];
    const url = redis?.url ?? '';
    expect(runGrader([...call('here'), '--jobs', '2']).exitCode).toBe(0);
    const worker = spawn(
      process.execPath,
      [join(root, 'grader', 'cli', 'bin.js'), 'worker', '--redis', url, '--jobs', '2', '--allow-weak-isolation'],
      { env: testEnvironment({}), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    worker.stderr.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const { exitCode } = runGrader([...call('there'), '--redis', url]);
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(exitCode).toBe(0);
    expect(said).toContain('works for batch');
    const resultsIn = (out: string): Record<string, string> =>
      Object.fromEntries(
        readdirSync(join(folder, out, 'results')).map((file) => [
          file,
          readFileSync(join(folder, out, 'results', file), 'utf8').replace(/"durationMs": \d+/g, ''),
        ]),
      );
    expect(Object.keys(resultsIn('there'))).toHaveLength(7);
    expect(resultsIn('there')).toEqual(resultsIn('here'));
    expect(readFileSync(join(folder, 'there', 'grades.csv'), 'utf8')).toBe(
      readFileSync(join(folder, 'here', 'grades.csv'), 'utf8'),
    );
  });
});
