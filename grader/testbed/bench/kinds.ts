/**
 * The table in solutions/README.md: each kind of question, its example, and how many mutants of the example are caught.
 *
 *     node grader/testbed/bench/run.js kinds
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { loadSpec } from '../../pipeline/course/loadSpec';

/** By exercise in `examples/`. */
const kinds: Readonly<Record<string, readonly [kind: string, shows: string]>> = {
  affineLoss: ['several gradients of one loss', 'a gradient check with an `id` for each argument'],
  pooledLoss: ['tensors of rank 4', 'distinct sizes, and a gradient'],
  uniformInit: [
    'a random answer with a given distribution',
    'no reference: `moments`, `range`, `seedsDiffer`; mistakes by what they `fails` and `holds`',
  ],
  makeScheduler: [
    'a function that remembers its calls',
    '`apply`: the arguments of each call of the returned function',
  ],
  makeStopping: [
    'a small state machine, an object with methods',
    "`apply` with the method's name first: `['record', 3]`, `['best']`",
  ],
  descend: ['an `async` function', '`async: true`; cases that end for different reasons'],
  describeRates: ['strings, booleans and lists of them', 'a reference check for each field'],
};

interface Proof {
  readonly assignments: readonly {
    readonly failures: readonly { readonly message: string }[];
    readonly exercises: readonly {
      readonly name: string;
      readonly mutants: { readonly made: number; readonly caught: number; readonly equivalent: number } | null;
    }[];
  }[];
}

const engine = process.cwd();
const [root, id] = [join(engine, 'examples'), '01-kinds'];

async function main(): Promise<void> {
  const { spec } = await loadSpec({ root, engine, curriculum }, id);
  const { assignments } = prove();
  const exercises = assignments.flatMap((one) => one.exercises);
  console.log('| kind | example | what its spec shows | known mistakes | mutants caught |');
  console.log('| --- | --- | --- | ---: | ---: |');
  for (const [name, [kind, shows]] of Object.entries(kinds)) {
    const { made = 0, caught = 0, equivalent = 0 } = exercises.find((one) => one.name === name)?.mutants ?? {};
    const mistakes = spec.exercises.find((one) => one.name === name)?.mistakes.length ?? 0;
    const link = `[${name}](../examples/solutions/${id}/${name}.spec.ts)`;
    console.log(`| ${kind} | ${link} | ${shows} | ${mistakes} | ${caught} of ${made - equivalent} |`);
  }
  const unlisted = exercises.filter(({ name }) => kinds[name] === undefined).map(({ name }) => name);
  if (unlisted.length > 0) console.log(`\nwithout a listed kind: ${unlisted.join(', ')}`);
  for (const { message } of assignments.flatMap((one) => one.failures)) console.log(`\nnot proven: ${message}`);
}

function prove(): Proof {
  const args = [join(engine, 'grader', 'cli', 'bin.js'), 'validate', id, '--seeds', '2', '--json', '-'];
  const env = { ...process.env, DESCENT_COURSE: root };
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8, env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Proof;
}

void main();
