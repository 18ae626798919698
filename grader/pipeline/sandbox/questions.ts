import type { Ban, Evaluation, ExerciseProblem, Outcome, Outcomes } from '../types';

/** One exercise's function, and what to ask it. */
export interface ExerciseQuestions {
  readonly exercise: string;
  /** The calls it must not make; not secret. */
  readonly banned: readonly Ban[];
  /** Whether its result is awaited. */
  readonly async?: true | undefined;
  /** Seconds that it may compute, over all its processes, if different from the default. */
  readonly seconds?: number | undefined;
  /** Answers that another process gave before, and the seconds it used for them. */
  readonly known?: Outcomes;
  readonly usedSeconds?: number | undefined;
  /** The next questions, given all answers so far; empty at the end. */
  readonly next: (outcomes: Outcomes) => readonly Question[];
}

/** An evaluation, and the id of its outcome. The same object is encoded once for all submissions. */
export interface Question {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** The result for one exercise: outcomes, or why it could not be run. */
export type ExerciseAnswers =
  | {
      readonly status: 'answered';
      readonly outcomes: Outcomes;
      readonly durationMs: number;
      /** Out of the seconds that the exercise may compute. */
      readonly usedSeconds?: number;
    }
  | { readonly status: 'not-run'; readonly problem: ExerciseProblem };

/** The result for each exercise that was asked. */
export interface FileAnswers {
  readonly status: 'asked';
  readonly answers: ReadonlyMap<string, ExerciseAnswers>;
}

/** The known outcomes, plus this outcome for the next question. */
export function withOutcome({ known, next }: ExerciseQuestions, outcome: Outcome): Outcomes {
  const outcomes = new Map(known);
  return outcomes.set(next(outcomes)[0]?.id ?? '', outcome);
}
