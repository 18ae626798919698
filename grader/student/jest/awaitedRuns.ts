import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { textsFor, languageOf } from '../../pipeline/report';
import type { ExerciseRun } from '../../pipeline/checks';
import type { Assignment } from '../../pipeline/types';
import { limitOf, runExerciseAsync } from '../checking';
import { realm } from './realm';
import { loadSubmission } from './submissionFile';
import { publicAssignment, seconds, testedFolder } from './tested';
import { hideJest } from './withoutJest';
import { watchForHang } from './watchForHang';

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
  const file = join(testedFolder(assignment.id), assignment.file);
  const submission = loadSubmission(() => jest.requireActual<object>(file));
  // Its tests report a file that does not load.
  if (submission.status !== 'loaded') return;
  const restore = hideJest();
  try {
    await awaitEach(assignment, submission.exports);
  } finally {
    restore();
  }
}

async function awaitEach(assignment: Assignment, submission: Readonly<Record<string, unknown>>): Promise<void> {
  for (const exercise of assignment.exercises) {
    if (exercise.async !== true) continue;
    const limit = limitOf(exercise, seconds);
    const texts = textsFor(languageOf(process.env).language);
    const free =
      limit === undefined
        ? undefined
        : watchForHang(2 * limit, `\n${texts.hangs([exercise.name], 0, exercise.checks.length).join('\n  ')}\n`);
    awaitedRuns.set(exercise.name, await runExerciseAsync(exercise, submission, seconds, realm));
    await free?.();
  }
}
