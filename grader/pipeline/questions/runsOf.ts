import { returned } from '../../execution/returned';
import type { Exercise, ExerciseProblem, FileRemark, Outcomes } from '../types';
import { answerOf } from './answerOf';
import { readAnswers, type AnswersFile } from './answersFile';

/** The basis for judging a question. */
export type AnswerRun =
  | { readonly status: 'answered'; readonly outcomes: Outcomes; readonly durationMs: number }
  | { readonly status: 'not-run'; readonly problem: ExerciseProblem };

/** Runs by question, and remarks on the file. */
export interface AnswerRuns {
  readonly runs: ReadonlyMap<string, AnswerRun>;
  readonly remarks: readonly FileRemark[];
}

/**
 * The runs of the questions among these exercises: an answer is the outcome of a question's only case. Unanswered
 * questions are still to do, as are all if there is no file.
 */
export function runsOf(exercises: readonly Exercise[], found: AnswersFile | undefined): AnswerRuns {
  const asked = exercises.flatMap(({ name, question }) => (question === undefined ? [] : [{ name, question }]));
  if (asked.length === 0) return { runs: new Map(), remarks: [] };
  const given = found === undefined ? undefined : readAnswers(found);
  const all = (run: AnswerRun): AnswerRuns => ({ runs: new Map(asked.map(({ name }) => [name, run])), remarks: [] });
  if (given === undefined || found === undefined) return all({ status: 'not-run', problem: { status: 'todo' } });
  if (given.status === 'answers') return all({ status: 'not-run', problem: given });
  const runs = asked.map(({ name, question }): [string, AnswerRun] => {
    const text = given.answers.get(name);
    if (text === undefined) return [name, { status: 'not-run', problem: { status: 'todo' } }];
    const { given: shown, value } = answerOf(question.form, text);
    const outcomes = new Map([[answerCase, returned([{ given: shown, value }])]]);
    return [name, { status: 'answered', outcomes, durationMs: 0 }];
  });
  const questions = asked.map(({ name }) => name);
  const remarks = [...given.answers.keys()]
    .filter((name) => !questions.includes(name))
    .map((name): FileRemark => ({ id: 'no-question', file: found.file, name, questions }));
  return { runs: new Map(runs), remarks };
}

/** The only case of a question. */
export const answerCase = 'public/answer';
