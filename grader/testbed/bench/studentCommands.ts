/**
 * Wall and CPU seconds of students' commands: medians, alternating between copies, such as releases of two states of the
 * grader. The copies are releases with packages installed; the solutions are written into them.
 *
 *     npm run bench -- studentCommands ROUNDS COPY…
 */
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { costOf, type Cost } from './shared/costOf';
import { fileOf } from './shared/madeSubmissions';
import { median } from './shared/median';

const [rounds = '', ...folders] = process.argv.slice(2);
const copies = folders.map((folder) => resolve(folder));
const scratch = 'scratch.ts';

const commands: readonly (readonly string[])[] = [
  ['test'],
  ['test', '--', '06-optimizers'],
  ['test', '--', '-t', 'adamWStep'],
  ['run', 'grade'],
  ['run', 'hint', '--', 'adamWStep'],
  ['run', 'report', '--', '--no-open'],
  ['run', 'hand-in', '--', '06-optimizers'],
  ['run', 'try', '--', scratch],
];

function prepare(copy: string): void {
  for (const id of readdirSync('assignments').filter((name) => /^\d/.test(name)))
    copyFileSync(join('solutions', id, fileOf(id)), join(copy, 'assignments', id, fileOf(id)));
  writeFileSync(
    join(copy, scratch),
    "import { cosineDecay } from './assignments/07-schedules/schedules';\nconsole.log(typeof cosineDecay);\n",
  );
}

/** Runs an npm command, without its messages. */
function run(copy: string, command: readonly string[]): Promise<Cost> {
  return costOf(['sh', '-c', 'cd "$0" && exec npm "$@" 2>/dev/null', copy, ...command]);
}

async function main(): Promise<void> {
  copies.forEach(prepare);
  console.log(`| command | ${copies.map(() => 's | CPU s').join(' | ')} |`);
  console.log(`| --- | ${copies.map(() => '---: | ---:').join(' | ')} |`);
  for (const command of commands) {
    // The first run fills the caches.
    for (const copy of copies) await run(copy, command);
    const costs = copies.map((): Cost[] => []);
    for (let round = 0; round < Number(rounds); round += 1)
      for (const [index, copy] of copies.entries()) costs[index]?.push(await run(copy, command));
    const cells = costs.flatMap((own) => [
      median(own.map(({ seconds }) => seconds)).toFixed(2),
      median(own.map(({ cpuSeconds }) => cpuSeconds)).toFixed(2),
    ]);
    console.log(`| \`npm ${command.join(' ')}\` | ${cells.join(' | ')} |`);
  }
}

if (copies.length === 0 || !(Number(rounds) > 0)) {
  console.error('npm run bench -- studentCommands ROUNDS COPY…: give the number of rounds and at least one copy');
  process.exitCode = 2;
} else void main();
