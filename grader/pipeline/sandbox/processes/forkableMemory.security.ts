import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBundles } from '../../../bundling/bundles';
import { describeWith, type Tool } from '../../../testbed/tools';
import { levelsToTry } from '../isolation/testing/levelsToTry';
import { WarmProcesses } from './WarmProcesses';

const root = join(__dirname, '../../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

const nurseries = levelsToTry(childCommand).flatMap((one) => {
  if (one.status === 'missing') return [];
  const nursery = one.nursery();
  return nursery.status === 'available' ? [{ level: one.level, nursery }] : [];
});

/** After this many forks a nursery has collected garbage and allocated memory for what it keeps. */
const forks = 100;

const looking: Tool = {
  name: 'a nursery that root looks into',
  missing:
    process.getuid?.() !== 0
      ? "only root may read where another user's process has its memory"
      : nurseries.length === 0
        ? 'no process can be forked here'
        : undefined,
};

/** The writable mappings of a process that are excluded from forks (`dc`). */
function keptOutOfForks(pid: number): readonly string[] {
  const flags = readFileSync(`/proc/${pid}/smaps`, 'utf8').match(/^VmFlags:.*$/gm) ?? [];
  expect(flags.length).toBeGreaterThan(0);
  return flags.filter((line) => / wr /.test(line) && / dc( |$)/.test(line));
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

describeWith(looking, 'a warm process', () => {
  it.each(nurseries)(
    'should have no memory that its forks would lack, however much it allocates, at level $level',
    async ({ nursery }) => {
      const warm = new WarmProcesses(nursery);
      try {
        expect(await warm.whenOpen).toEqual({ status: 'warm' });
        for (let count = 0; count < forks; count += 1) {
          const child = warm.fork();
          if (child === undefined) throw new Error('no process was ready to be forked');
          await new Promise((resolve) => child.channel.once('data', resolve));
          while (child.pid === undefined) await new Promise(setImmediate);
          expect(keptOutOfForks(parentOf(child.pid))).toEqual([]);
          const ended = new Promise((resolve) => child.onEnd(resolve));
          child.kill();
          await ended;
        }
      } finally {
        warm.close();
      }
    },
  );
});
