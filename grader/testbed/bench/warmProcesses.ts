/**
 * Cost of a correct submission in a cold process and in one forked from a warm process, one submission at a time.
 *
 *     node grader/testbed/bench/run.js warmProcesses [SUBMISSIONS] [LEVEL]
 *
 * CPU is that of the whole process tree, including this process. At level `bubblewrap` the CPU time of cold processes is
 * lost with bubblewrap; compare at level `permissions`.
 */
import { join } from 'node:path';
import { ensureBundles } from '../../bundling/bundles';
import { curriculum } from '../../curriculum';
import { loadFullAssignment } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { chooseIsolation, isIsolationLevel, Sandbox, WarmProcesses } from '../../pipeline/sandbox';
import { usageOfTree } from '../../pipeline/sandbox/processTree';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import { median } from './shared/median';

const root = process.cwd();
const submissions = Math.max(1, Number(process.argv[2] ?? 20) || 20);
const [, , , level] = process.argv;
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

const cpuMs = (): number => 1000 * (usageOfTree(process.pid)?.cpuSeconds ?? NaN);

interface Cost {
  /** CPU of all processes. */
  readonly cpu: number;
  /** CPU of this process. */
  readonly own: number;
  readonly clock: number;
}

/** Measures milliseconds per submission. */
async function measure(
  assignment: Assignment,
  command: readonly string[],
  warm: WarmProcesses | undefined,
): Promise<Cost> {
  const open = (): Sandbox => new Sandbox({ command, warm, secondsPerExercise: 30 });
  let next = open();
  const before = { cpu: cpuMs(), own: ownMs(), clock: performance.now() };
  for (let index = 0; index < submissions; index += 1) {
    const sandbox = next;
    next = open();
    const score = await gradeSubmission(
      [assignment],
      await readSubmission(join(root, 'solutions'), [assignment]),
      sandbox,
    );
    if (score.score !== score.maxScore) throw new Error(`${score.score} of ${score.maxScore} points`);
    sandbox.close();
  }
  const after = { cpu: cpuMs(), own: ownMs(), clock: performance.now() };
  next.close();
  return {
    cpu: (after.cpu - before.cpu) / submissions,
    own: (after.own - before.own) / submissions,
    clock: (after.clock - before.clock) / submissions,
  };
}

const ownMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Median milliseconds until a process reports ready. */
async function untilReady(start: () => { channel: NodeJS.EventEmitter; kill: () => void }): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 9; index += 1) {
    const begin = performance.now();
    const process = start();
    await new Promise((resolve) => process.channel.once('data', resolve));
    times.push(performance.now() - begin);
    process.kill();
  }
  return median(times);
}

async function main(): Promise<void> {
  const isolation = chooseIsolation(
    childCommand,
    level !== undefined && isIsolationLevel(level) ? { only: level } : {},
  );
  const nursery = isolation.nursery();
  if (nursery.status === 'unavailable') throw new Error(nursery.reason);
  const begin = { cpu: cpuMs(), clock: performance.now() };
  const warm = new WarmProcesses(nursery);
  const state = await warm.whenOpen;
  if (state.status === 'failed') throw new Error(state.reason);
  console.log(
    `Node ${process.version}, level ${isolation.level}; warming up: ${(cpuMs() - begin.cpu).toFixed(0)} ms of CPU, ${(performance.now() - begin.clock).toFixed(0)} by the clock`,
  );
  const { startCold } = await import('../../pipeline/sandbox/processes');
  const forkWarm = (): ReturnType<typeof startCold> => warm.fork() ?? startCold(isolation.command);
  console.log(
    `until ready, ms: cold ${(await untilReady(() => startCold(isolation.command))).toFixed(1)}, warm ${(await untilReady(forkWarm)).toFixed(1)}`,
  );
  for (const id of ['03-losses', '06-optimizers']) {
    const assignment = await loadFullAssignment({ root, engine: root, curriculum }, id, {
      public: 'public',
      hidden: 'bench',
    });
    await measure(assignment, isolation.command, undefined);
    const cold = await measure(assignment, isolation.command, undefined);
    const forked = await measure(assignment, isolation.command, warm);
    for (const [way, { cpu, own, clock }] of [
      ['cold', cold],
      ['warm', forked],
    ] as const) {
      console.log(
        `${id} ${way}: ${cpu.toFixed(0)} ms of CPU, ${own.toFixed(0)} of them in the grader; ${clock.toFixed(0)} ms by the clock`,
      );
    }
  }
  warm.close();
}

void main();
