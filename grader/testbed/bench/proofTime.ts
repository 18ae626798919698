/**
 * Where the time of `grader validate` goes: processor seconds by assignment and by kind of task, in one process.
 *
 *     node grader/testbed/bench/run.js proofTime [SEEDS] [ID]…
 */
import { join } from 'node:path';
import { TaskRunner, validateAssignment, type Task, type TaskResult } from '../../author/validate';
import { ensureBundles } from '../../bundling/bundles';
import { curriculum } from '../../curriculum';
import { readCourse } from '../../pipeline/course';

const root = process.cwd();
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

async function main([count = '20', ...named]: readonly string[]): Promise<void> {
  const seeds = Math.max(2, Number(count) || 20);
  const course = await readCourse(root);
  const checkout = { root, engine: root, curriculum };
  const total = new Map<string, number>();
  for (const id of named.length > 0 ? named : course.assignments) {
    const spent = new Map<string, number>();
    const runner = new TaskRunner(checkout, childCommand);
    let last: Promise<unknown> = Promise.resolve();
    // One after another, so that each has its own time.
    const runTask = (task: Task): Promise<TaskResult> => {
      const done = last.then(async () => {
        const begin = process.cpuUsage();
        const result = await runner.run(task);
        const { user, system } = process.cpuUsage(begin);
        const kind =
          task.kind === 'seed'
            ? `seed ${task.task.costly ? 'costly' : task.task.repeated ? 'repeated' : task.task.thorough ? 'thorough' : 'plain'}`
            : task.kind;
        for (const key of [kind, 'all']) spent.set(key, (spent.get(key) ?? 0) + (user + system) / 1e6);
        return result;
      });
      last = done.catch(() => undefined);
      return done;
    };
    const proof = await validateAssignment(id, {
      checkout,
      publicSeed: course.publicSeed,
      draft: false,
      seeds,
      runTask,
    });
    for (const failure of proof.failures) console.log(`${id}: ${failure.claim}: ${failure.what}`);
    console.log(`${id.padEnd(20)}${[...spent].map(([kind, s]) => `${kind} ${s.toFixed(1)}`).join('   ')}`);
    for (const [kind, s] of spent) total.set(kind, (total.get(kind) ?? 0) + s);
  }
  console.log(`${'total'.padEnd(20)}${[...total].map(([kind, s]) => `${kind} ${s.toFixed(1)}`).join('   ')}`);
}

void main(process.argv.slice(2));
