/**
 * Precision and recall of `grader similarity` in a class with planted copies, by kind and threshold, and pairs found in a
 * class without copies.
 *
 *     node grader/testbed/bench/run.js similarity [STUDENTS] [SEED]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCopies, type FoundCopies } from '../../class/similarity';
import { disguises, type Disguise } from '../madeCopies/disguise';
import { planCopies, type PlannedClass } from '../madeCopies/planCopies';

const id = '03-losses';
const students = Math.max(20, Number(process.argv[2] ?? 300) || 300);
const seed = Number(process.argv[3]) || 1;
const solution = readFileSync(join('solutions', id, 'losses.ts'), 'utf8').replace(
  /^ {2}\/\/ (?:BEGIN|END) SOLUTION.*\n/gm,
  '',
);

async function find({ works }: PlannedClass): Promise<FoundCopies & { readonly seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'descent-copies-'));
  try {
    for (const { name, text } of works) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'losses.ts'), text);
    }
    const begin = performance.now();
    const found = await findCopies({
      directory: folder,
      against: [],
      assignment: { id, file: 'losses.ts' },
      skeleton: join('assignments', id),
      groups: new Map(),
    });
    return { ...found, seconds: (performance.now() - begin) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const perDisguise = Math.max(1, Math.floor(students / 30));
  const planned = planCopies([solution], { students, perDisguise, seed });
  const found = await find(planned);
  console.log(
    `${students} submissions of ${id}, ${perDisguise} copies of each kind, seed ${seed}: ${found.seconds.toFixed(1)} s`,
  );
  if (found.unread.length > 0) console.log(`not compared: ${found.unread.join(', ')}`);
  const key = (one: string, other: string): string => [one, other].toSorted().join(' ');
  const planted = new Map<string, Disguise>(
    planned.copies.flatMap(({ copy, how, from }) => from.map((other) => [key(copy, other), how] as const)),
  );
  console.log(
    `${'threshold'.padEnd(12)}${['precision', 'recall', ...disguises].map((head) => head.padStart(12)).join('')}`,
  );
  for (const threshold of [0.35, 0.4, 0.5, 0.6, 0.8]) {
    const accused = found.pairs
      .filter(({ similarity }) => similarity >= threshold)
      .map(({ left, right }) => key(left, right));
    const right = accused.filter((one) => planted.has(one));
    const recall = (how?: Disguise): number => {
      const all = [...planted].filter(([, kind]) => how === undefined || kind === how);
      return all.filter(([one]) => accused.includes(one)).length / all.length;
    };
    const shares = [
      accused.length === 0 ? 1 : right.length / accused.length,
      recall(),
      ...disguises.map((how) => recall(how)),
    ];
    console.log(`${`${100 * threshold} %`.padEnd(12)}${shares.map((share) => share.toFixed(3).padStart(12)).join('')}`);
  }
  const independent = await find(planCopies([solution], { students, perDisguise: 0, seed: seed + 1 }));
  const accusedAt = (threshold: number): number =>
    independent.pairs.filter(({ similarity }) => similarity >= threshold).length;
  console.log(
    `${students} independent right solutions: ${[0.35, 0.4].map((one) => `${accusedAt(one)} pairs from ${100 * one} %`).join(', ')}; ${independent.seconds.toFixed(1)} s`,
  );
}

void main();
