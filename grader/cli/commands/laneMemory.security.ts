/** Memory of a batch lane while it judges answers as large as the channel accepts. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withFiles } from '../../files/testing/withFiles';
import { root, testEnvironment } from '../testing/runGrader';
import { itOf } from '../../testbed/course/ofCourse';

const maxMegabytes = 300;
/** 32 MB of numbers, the most that the channel accepts when the case sets no bound. */
const large = `
  const tf = require('@tensorflow/tfjs');
  const numbers = new Float64Array(4_000_000);
  for (const name of ['softmax', 'crossEntropy', 'hingeLoss', 'softmaxLoss', 'ridgeLoss'])
    exports[name] = () => ({ loss: 1, dScores: tf.tensor1d(numbers), dW: tf.tensor1d(numbers) });`;

/** The peak memory of each child process in MB, and the exit code. */
async function runBatch(
  folder: string,
): Promise<{ readonly exitCode: number | null; readonly peaks: readonly number[] }> {
  const args = [
    'batch',
    join(folder, 'class'),
    '--out',
    join(folder, 'out'),
    '-a',
    '03-losses',
    '--jobs',
    '1',
    '--quiet',
  ];
  const batch = spawn(process.execPath, [join(root, 'grader', 'cli', 'bin.js'), ...args, '--allow-weak-isolation'], {
    env: testEnvironment({}),
    stdio: 'ignore',
  });
  const peaks = new Map<string, number>();
  while (batch.exitCode === null && batch.signalCode === null) {
    for (const child of read(`/proc/${batch.pid}/task/${batch.pid}/children`).split(' ')) {
      const isLane = read(`/proc/${child}/cmdline`).includes('batch-grader');
      const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(read(`/proc/${child}/status`)) ?? [];
      if (isLane && kilobytes !== undefined) peaks.set(child, Number(kilobytes) / 1024);
    }
    await setTimeout(20);
  }
  return { exitCode: batch.exitCode, peaks: [...peaks.values()] };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
}

(process.platform === 'linux' ? itOf('03-losses') : it.skip)(
  `should stay below ${maxMegabytes} MB of memory, no matter how large the answers are`,
  async () => {
    const names = ['a', 'b', 'c'];
    // Different code in each: identical submissions would be graded once.
    const files = Object.fromEntries(
      names.map((name) => [`class/${name}/03-losses/losses.js`, `${large} exports.name = '${name}';`]),
    );
    await withFiles(files, async (folder) => {
      const { exitCode, peaks } = await runBatch(folder);
      expect(exitCode).toBe(0);
      expect(peaks).toHaveLength(1);
      expect(peaks[0]).toBeGreaterThan(50);
      expect(peaks[0]).toBeLessThan(maxMegabytes);
      for (const name of names) {
        const { score } = JSON.parse(readFileSync(join(folder, 'out', 'results', `${name}.json`), 'utf8')) as {
          readonly score: number;
        };
        expect(score).toBe(0);
      }
    });
  },
);
