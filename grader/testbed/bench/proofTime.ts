/**
 * CPU seconds of `grader validate` by assignment and kind of task, in one process.
 *
 *     node grader/testbed/bench/run.js proofTime [SEEDS] [ID[:EXERCISE]]… [--json FILE]
 *
 * The file contains all proofs, to compare two states of the grader. `DESCENT_COURSE` selects another course.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  proofsToJson,
  TaskRunner,
  validateAssignment,
  type AssignmentProof,
  type Task,
  type TaskResult,
} from '../../author/validate';
import { ensureBundles } from '../../bundling/bundles';
import { courseRoot } from '../../bundling/courseRoot';
import { curriculum } from '../../curriculum';
import { readCourse } from '../../pipeline/course';

const engine = process.cwd();
const root = courseRoot(engine);
const childCommand = [
  process.execPath,
  join(engine, 'grader', 'bundling', 'runBundle.js'),
  ensureBundles(engine, root).child,
];

async function main(args: readonly string[]): Promise<void> {
  const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined;
  const [count = '20', ...named] = args.filter((one) => one !== '--json' && one !== json);
  const proofs: AssignmentProof[] = [];
  const seeds = Math.max(2, Number(count) || 20);
  const course = await readCourse(root);
  const checkout = { root, engine, curriculum };
  const total = new Map<string, number>();
  const chosen = named.length > 0 ? named : course.assignments;
  const ids = chosen.map((name) => name.replace(/:.*/, ''));
  let compiling: Promise<TaskResult> | undefined;
  for (const name of chosen) {
    const [id = '', exercise] = name.split(':');
    const spent = new Map<string, number>();
    const runner = new TaskRunner(checkout, childCommand);
    let last: Promise<unknown> = Promise.resolve();
    // One after another, to separate their times.
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
      chosen: exercise === undefined ? undefined : [exercise],
      compile: () => (compiling ??= runTask({ kind: 'types', ids })),
      runTask,
    });
    proofs.push(proof);
    for (const failure of proof.failures) console.log(`${id}: ${failure.claim}: ${failure.what}`);
    console.log(`${id.padEnd(20)}${[...spent].map(([kind, s]) => `${kind} ${s.toFixed(1)}`).join('   ')}`);
    for (const [kind, s] of spent) total.set(kind, (total.get(kind) ?? 0) + s);
  }
  if (json !== undefined) writeFileSync(json, JSON.stringify(proofsToJson(proofs, root, []), undefined, 1));
  console.log(`${'total'.padEnd(20)}${[...total].map(([kind, s]) => `${kind} ${s.toFixed(1)}`).join('   ')}`);
}

void main(process.argv.slice(2));
