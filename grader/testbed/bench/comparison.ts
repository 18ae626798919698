/**
 * CPU time per submission in other graders, and the scores of a correct softmax, one that is off by 10⁻⁸, and one that
 * returns junk and patches the functions that check it. Each is written for its grader.
 *
 *     node grader/testbed/bench/run.js comparison PYTHON [RUNS]
 *
 * `PYTHON` is the folder of a Python environment; see README.md.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { costOf } from './shared/costOf';
import { median } from './shared/median';

const root = process.cwd();
const fixtures = join(root, 'grader', 'testbed', 'bench', 'comparison');
const kinds = ['right', 'off', 'junk'] as const;
type Kind = (typeof kinds)[number];

interface Tool {
  readonly name: string;
  /** Prepares a folder for the command. */
  readonly prepare: (folder: string, kind: Kind) => void;
  /** A shell command that runs in that folder. */
  readonly command: string;
  /** Returns the score out of 10. */
  readonly score: (folder: string) => number;
}

const json = (folder: string, file = 'results.json'): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

function tools(python: string): readonly Tool[] {
  const bin = (name: string): string => `PATH=${join(python, 'bin')}:$PATH ${join(python, 'bin', name)}`;
  const submission = (folder: string, from: string, ending: string): void =>
    copyFileSync(join(fixtures, from), join(folder, `submission.${ending}`));
  const course = join(fixtures, 'notebooks', 'course.py');
  const descent = (folder: string): readonly string[] => [
    join(root, 'grader', 'cli', 'bin.js'),
    'grade',
    folder,
    '-t',
    'softmax',
  ];
  return [
    {
      name: 'gradescope-utils',
      prepare: (folder, kind) => {
        cpSync(join(fixtures, 'gradescope-utils'), folder, { recursive: true });
        submission(folder, `python/${kind}.py`, 'py');
      },
      command: `${bin('python')} run_tests.py`,
      score: (folder) => {
        const { tests } = json(folder) as { readonly tests: readonly { readonly score: number }[] };
        return tests.reduce((sum, { score }) => sum + score, 0);
      },
    },
    {
      name: 'otter-grader',
      prepare: (folder, kind) => {
        cpSync(join(fixtures, 'otter'), folder, { recursive: true });
        submission(folder, `python/${kind}.py`, 'py');
        shell(folder, `${bin('otter')} generate -t tests -o autograder.zip --no-environment`);
      },
      command: `${bin('otter')} run -a autograder.zip -o . submission.py`,
      score: (folder) => {
        const { tests } = json(folder) as { readonly tests: readonly { readonly score?: number }[] };
        return tests.reduce((sum, { score = 0 }) => sum + score, 0);
      },
    },
    {
      name: 'nbgrader',
      prepare: (folder, kind) => {
        shell(folder, `${bin('python')} ${course} make . ${join(fixtures, 'python', `${kind}.py`)}`);
        shell(folder, `${bin('nbgrader')} generate_assignment ps1`);
      },
      command: `${bin('nbgrader')} autograde ps1 --force`,
      score: (folder) => (JSON.parse(shell(folder, `${bin('python')} ${course} score .`)) as { score: number }).score,
    },
    {
      name: 'node --test',
      prepare: (folder, kind) => {
        cpSync(join(fixtures, 'node-test', 'softmax.test.mjs.txt'), join(folder, 'softmax.test.mjs'));
        submission(folder, `node-test/${kind}.mjs.txt`, 'mjs');
      },
      command: `${process.execPath} --test --test-reporter=tap softmax.test.mjs > results.tap`,
      score: (folder) => 5 * Number(/^# pass (\d+)$/m.exec(readFileSync(join(folder, 'results.tap'), 'utf8'))?.[1]),
    },
    {
      name: 'Jest with ts-jest',
      prepare: (folder, kind) => {
        cpSync(join(fixtures, 'jest', 'softmax.test.ts.txt'), join(folder, 'softmax.test.ts'));
        submission(folder, `jest/${kind}.ts.txt`, 'ts');
        const tsconfig = { target: 'es2022', module: 'commonjs', strict: true, skipLibCheck: true };
        writeFileSync(
          join(folder, 'jest.config.json'),
          JSON.stringify({ rootDir: '.', transform: { '\\.ts$': ['ts-jest', { tsconfig }] } }),
        );
      },
      command: `${join(root, 'node_modules', '.bin', 'jest')} --config jest.config.json --no-cache --json --outputFile results.json`,
      score: (folder) => 5 * (json(folder) as { readonly numPassedTests: number }).numPassedTests,
    },
    {
      name: 'Descent, one function of one submission',
      prepare: (folder, kind) => {
        mkdirSync(join(folder, '03-losses'));
        const solution = readFileSync(join(root, 'solutions', '03-losses', 'losses.ts'), 'utf8');
        const texts: Readonly<Record<Kind, string>> = {
          right: solution,
          off: `${solution.replace('export function softmax(', 'function exact(')}
            export const softmax = (scores: Parameters<typeof exact>[0]) => exact(scores).mul(1 + 1e-8);`,
          junk: readFileSync(join(fixtures, 'descent', 'junk.ts.txt'), 'utf8'),
        };
        writeFileSync(join(folder, '03-losses', 'losses.ts'), texts[kind]);
      },
      command: `${process.execPath} ${descent('.').join(' ')} -a 03-losses --seed comparison --json results.json --quiet`,
      score: (folder) => {
        const { score, maxScore } = json(folder) as { readonly score: number; readonly maxScore: number };
        return (10 * score) / maxScore;
      },
    },
  ];
}

function shell(folder: string, command: string): string {
  return execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

async function main([python = '', count = '3']: readonly string[]): Promise<void> {
  // Inside the repository, so that Node finds tfjs.
  const base = join(root, '.descent', 'cache');
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, 'comparison-'));
  console.log(`Node ${process.version}, median of ${count} runs, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log('| grader | CPU ms a submission | right | off by 1e-8 | junk |\n| --- | ---: | ---: | ---: | ---: |');
  const nothing: number[] = [];
  for (let run = 0; run < Number(count); run += 1)
    nothing.push((await costOf([process.execPath, '-e', '0'])).cpuSeconds);
  console.log(`| \`node -e 0\` | ${(1000 * median(nothing)).toFixed(0)} | | | |`);
  try {
    for (const { name, prepare, command, score } of tools(resolve(python))) {
      const costs: number[] = [];
      const scores: string[] = [];
      for (const kind of kinds) {
        const own = mkdtempSync(join(folder, `${kind}-`));
        prepare(own, kind);
        for (let run = 0; run < (kind === 'right' ? Number(count) : 1); run += 1) {
          const { cpuSeconds } = await costOf(['sh', '-c', `cd ${own} && { ${command}; } > /dev/null 2>&1 || true`]);
          if (kind === 'right') costs.push(1000 * cpuSeconds);
        }
        scores.push(`${score(own)} of 10`);
      }
      console.log(`| ${name} | ${median(costs).toFixed(0)} | ${scores.join(' | ')} |`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
