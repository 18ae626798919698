import type { Ban, Evaluation, ExerciseProblem, Outcome, Outcomes } from '../types';

/** One exercise's function, and what to ask of it. */
export interface ExerciseQuestions {
  readonly exercise: string;
  /** What it may not call: nothing secret. */
  readonly banned: readonly Ban[];
  /** Whether what it returns is awaited. */
  readonly async?: true | undefined;
  /** Seconds that it may compute, in all its processes together, if not as many as others. */
  readonly seconds?: number | undefined;
  /** What was answered before, in another process, and the seconds that it used for that. */
  readonly known?: Outcomes;
  readonly usedSeconds?: number | undefined;
  /** What to ask next, given all that was answered; nothing at the end. */
  readonly next: (outcomes: Outcomes) => readonly Question[];
}

/**
 * An evaluation, and the id that its outcome will have. The same object is encoded once, however many submissions are
 * asked it.
 */
export interface Question {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** What came of one exercise: outcomes, or why it could not be run. */
export type ExerciseAnswers =
  | {
      readonly status: 'answered';
      readonly outcomes: Outcomes;
      readonly durationMs: number;
      /** Of those that the exercise may compute. */
      readonly usedSeconds?: number;
    }
  | { readonly status: 'not-run'; readonly problem: ExerciseProblem };

/** What came of each exercise that was asked. */
export interface FileAnswers {
  readonly status: 'asked';
  readonly answers: ReadonlyMap<string, ExerciseAnswers>;
}

/** What was known, and for what would have been asked next that it came to this. */
export function withOutcome({ known, next }: ExerciseQuestions, outcome: Outcome): Outcomes {
  const outcomes = new Map(known);
  return outcomes.set(next(outcomes)[0]?.id ?? '', outcome);
}
