/**
 * The table in solutions/README.md: each kind of question, its example, and how many mutants of the example are caught.
 *
 *     node grader/testbed/bench/run.js kinds
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** By exercise in `examples/`. */
const kinds: Readonly<Record<string, readonly [kind: string, shows: string]>> = {
  affineLoss: ['several gradients of one loss', 'a gradient check with an `id` for each argument'],
  pooledLoss: ['tensors of rank 4', 'sizes of which no two are alike, and a gradient'],
  uniformInit: [
    'a random answer with a given distribution',
    'no reference: `moments`, `range`, `seedsDiffer`; mistakes by what they `fails` and `holds`',
  ],
  makeScheduler: ['a function that remembers its calls', '`apply`: the arguments of each call of what is returned'],
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

const grader = join(process.cwd(), 'grader', 'cli', 'bin.js');
const folder = 'examples/solutions/01-kinds';
const { stdout, stderr } = spawnSync(
  process.execPath,
  [grader, 'validate', '01-kinds', '--seeds', '2', '--json', '-'],
  { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, DESCENT_COURSE: join(process.cwd(), 'examples') } },
);
if (stdout === '') throw new Error(stderr);
const { assignments } = JSON.parse(stdout) as Proof;
const exercises = assignments.flatMap((one) => one.exercises);
console.log('| kind | example | what its spec shows | mutants caught |\n| --- | --- | --- | ---: |');
for (const [name, [kind, shows]] of Object.entries(kinds)) {
  const { made = 0, caught = 0, equivalent = 0 } = exercises.find((one) => one.name === name)?.mutants ?? {};
  const link = `[${name}](../${folder}/${name}.spec.ts)`;
  console.log(`| ${kind} | ${link} | ${shows} | ${caught} of ${made - equivalent} |`);
}
const unlisted = exercises.filter(({ name }) => kinds[name] === undefined).map(({ name }) => name);
if (unlisted.length > 0) console.log(`\nwithout a listed kind: ${unlisted.join(', ')}`);
for (const { message } of assignments.flatMap((one) => one.failures)) console.log(`\nnot proven: ${message}`);
