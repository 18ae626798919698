/**
 * Kills a batch with SIGKILL at random moments and resumes it: no result may be lost, and none graded twice.
 *
 *     node grader/testbed/bench/run.js killResume [ROUNDS] [SEED]
 */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../descent/seededRandom';
import { madeSubmissions } from './shared/madeSubmissions';
import { endOf, resultsIn, startBatch } from './shared/runBatch';

const rounds = Math.max(1, Number(process.argv[2] ?? 20) || 20);
const seed = Number(process.argv[3]) || Date.now() % 1_000_000;
const count = 12;
const id = '06-optimizers';
/** Longer than grading a submission takes, so that every moment is covered. */
const maxMs = 500;

interface Round {
  readonly before: number;
  readonly lost: number;
  readonly twice: number;
  readonly missing: number;
}

/** @param moment - when to kill: `ms` after there are `results` results */
async function round(moment: { readonly results: number; readonly ms: number }): Promise<Round> {
  const folder = madeSubmissions(count, [id], 'assignments');
  const stateOf = (name: string): string => {
    const file = join(folder, 'out', 'results', name);
    return `${statSync(file).mtimeMs} ${readFileSync(file, 'utf8')}`;
  };
  try {
    const batch = startBatch({ folder, ids: [id], jobs: 2 });
    const ended = endOf(batch);
    const polling = setInterval(() => {
      if (resultsIn(folder).length < moment.results) return;
      clearInterval(polling);
      setTimeout(() => batch.kill('SIGKILL'), moment.ms);
    }, 5);
    await ended;
    clearInterval(polling);
    const before = new Map(resultsIn(folder).map((name) => [name, stateOf(name)]));
    const whole = [...before.values()].filter((state) => isWhole(state));
    await endOf(startBatch({ folder, ids: [id], jobs: 2, more: ['--resume'] }));
    const after = resultsIn(folder);
    const twice = [...before].filter(([name, state]) => after.includes(name) && stateOf(name) !== state).length;
    const missing = Array.from({ length: count }, (_, index) => `s${String(index + 1).padStart(4, '0')}.json`).filter(
      (name) => !after.includes(name),
    ).length;
    return { before: before.size, lost: before.size - whole.length, twice, missing };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isWhole(state: string): boolean {
  try {
    JSON.parse(state.slice(state.indexOf(' ') + 1));
    return true;
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  console.log(`${rounds} rounds of ${count} submissions, seed ${seed}`);
  const random = seededRandom(seed);
  const all: Round[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    const moment = { results: Math.floor(random() * count), ms: Math.round(random() * maxMs) };
    const one = await round(moment);
    all.push(one);
    console.log(
      `killed ${moment.ms} ms after ${moment.results} results, with ${one.before}: half written ${one.lost}, graded twice ${one.twice}, missing ${one.missing}`,
    );
  }
  const sum = (field: keyof Round): number => all.reduce((total, one) => total + one[field], 0);
  console.log(
    `in all: graded before ${sum('before')}, lost ${sum('lost') + sum('missing')}, graded twice ${sum('twice')}`,
  );
}

void main();
