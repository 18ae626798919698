import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { textsFor, languageOf } from '../../pipeline/report';
import type { ExerciseRun } from '../../pipeline/checks';
import type { Assignment } from '../../pipeline/types';
import { runExerciseAsync } from './runExercise';
import { publicAssignment, seconds, testedFolder } from './tested';
import { hideJest, withoutJest } from './withoutJest';
import { watchForHang } from './watchForHang';
import { withinSeconds } from '../../execution/withinSeconds';

/** Results of async exercises, by name. */
export const awaitedRuns = new Map<string, ExerciseRun>();

/**
 * Runs the async exercises of a test file in advance: Jest awaits nothing while tests are declared, and unfinished
 * functions have to be declared as todos.
 */
export async function awaitAnswers(): Promise<void> {
  const { testPath = '' } = expect.getState();
  const folder = dirname(testPath);
  // Most files have none, and should start at once.
  if (!/"async": ?true/.test(readFileSync(join(folder, 'public.json'), 'utf8'))) return;
  const assignment = publicAssignment(basename(folder));
  const submission = withoutJest(() => loaded(join(testedFolder(assignment.id), assignment.file)));
  if (submission === undefined) return;
  const restore = hideJest();
  try {
    await awaitEach(assignment, submission);
  } finally {
    restore();
  }
}

async function awaitEach(assignment: Assignment, submission: Readonly<Record<string, unknown>>): Promise<void> {
  for (const exercise of assignment.exercises) {
    if (exercise.async !== true) continue;
    const limit = seconds === undefined ? undefined : Math.max(seconds, exercise.seconds ?? 0);
    const texts = textsFor(languageOf(process.env).language);
    const free =
      limit === undefined
        ? undefined
        : watchForHang(2 * limit, `\n${texts.hangs([exercise.name], 0, exercise.checks.length).join('\n  ')}\n`);
    awaitedRuns.set(exercise.name, await runExerciseAsync(exercise, submission, seconds));
    await free?.();
  }
}

/** The file's exports; undefined if it does not load, which its tests report. */
function loaded(file: string): Readonly<Record<string, unknown>> | undefined {
  const result: { exports?: Readonly<Record<string, unknown>> } = {};
  try {
    withinSeconds(seconds, () => {
      result.exports = jest.requireActual(file);
    });
    return result.exports;
  } catch {
    return undefined;
  }
}
