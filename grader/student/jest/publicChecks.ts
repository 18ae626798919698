import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askInRounds, checkExercise, withCarriedMistakes, type ExerciseRun } from '../../pipeline/checks';
import { readPublicFile } from '../../pipeline/course/publicFile';
import { en, languageOf, messageOf, problemMessage, textsFor } from '../../pipeline/report';
import { execute } from '../../execution/execute';
import { scoreExercise, type ScoredCheck, type ScoredExercise } from '../../pipeline/score';
import type { Assignment, Exercise, ExerciseResult, Outcome, Outcomes } from '../../pipeline/types';
import { forbiddenCallMessages } from './forbiddenCallMessages';
import { locateInStack } from './locateInStack';

const root = join(__dirname, '../../..');

/** Messages are in the reader's language; names of tests are English everywhere, since `-t` and CI go by them. */
const texts = textsFor(languageOf(process.env).language);

/** Folder that the tests are about, from the Jest project: the skeletons' or the solutions'. */
declare const submissionFolder: 'assignments' | 'solutions';

/**
 * Declares one Jest test a check, on the public cases: what is still to do is a todo, what can't be told yet is skipped.
 *
 * @param id - the assignment, `03-losses`
 * @param submission - the module that exports its functions
 */
export function publicChecks(id: string, submission: Readonly<Record<string, unknown>>): void {
  const path = `assignments/${id}/public.json`;
  const assignment = readPublicFile(readFileSync(join(root, path), 'utf8'), path);
  const results = checkAll(assignment, submission);
  describe(id, () => {
    for (const result of results) {
      describe(result.exercise.name, () => {
        for (const check of result.checks) declare(check, result, id);
      });
    }
    if (results.some(({ status }) => status !== 'todo')) {
      it('calls only what is allowed', async () => {
        const messages = await forbiddenCallMessages(assignment, join(root, submissionFolder, id), texts);
        if (messages.length > 0) throw messageOnly(messages.join('\n\n'));
      });
    }
  });
}

function declare(check: ScoredCheck, result: ScoredExercise, assignment: string): void {
  const name = en.checkName(check.check);
  if (result.status === 'todo') {
    it.todo(name);
    return;
  }
  const { problem } = result;
  if (problem === undefined && check.status === 'skipped') {
    it.skip(`${name} (${check.finding === undefined ? 'skipped' : en.finding(check.finding)[0]})`, () => undefined);
    return;
  }
  it(name, () => {
    if (check.status === 'passed') return;
    const options = { reader: 'student', assignment, hint: 1, texts } as const;
    throw messageOnly(check.status === 'failed' ? messageOf(check, result, options) : problemMessage(result, options));
  });
}

function checkAll(assignment: Assignment, submission: Readonly<Record<string, unknown>>): readonly ScoredExercise[] {
  const outcomes = new Map<string, Outcomes>();
  const results = assignment.exercises.map((exercise): ExerciseResult => {
    const run = runExercise(exercise, submission);
    if ('outcomes' in run) outcomes.set(exercise.name, run.outcomes);
    return checkExercise(exercise, run);
  });
  return withCarriedMistakes(results, (name) => outcomes.get(name)).map((result) => scoreExercise(result));
}

function runExercise(exercise: Exercise, submission: Readonly<Record<string, unknown>>): ExerciseRun {
  const run = submission[exercise.name];
  if (run === undefined) return { problem: { status: 'missing-export', exports: Object.keys(submission) } };
  if (typeof run !== 'function') return { problem: { status: 'not-a-function', got: typeof run } };
  const outcomes = askInRounds(
    exercise,
    () =>
      ({ evaluation }) =>
        located(execute(run as () => unknown, evaluation)),
  );
  return { outcomes, durationMs: 0 };
}

function located(outcome: Outcome): Outcome {
  if (outcome.status !== 'threw') return outcome;
  return { ...outcome, error: { ...outcome.error, place: locateInStack(outcome.error.stack) } };
}

// Jest shows an error's stack, which here would lead into the grader and not to the mistake.
function messageOnly(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
