import type { Evaluation, ExerciseProblem, FileProblem, Outcome, Outcomes, SourcePlace, ThrownError } from '../types';
import { SubmissionProcess, type Stopped } from './SubmissionProcess';
import type { Response } from './protocol';

/** One exercise's function, and what to ask of it. */
export interface ExerciseQuestions {
  readonly exercise: string;
  readonly evaluations: readonly { readonly id: string; readonly evaluation: Evaluation }[];
}

/** What came of one exercise: outcomes, or why it could not be asked. */
export type ExerciseAnswers = { readonly outcomes: Outcomes; readonly durationMs: number } | { readonly problem: ExerciseProblem };

export interface SandboxOptions {
  /** Program and arguments that start a submission's process. */
  readonly command: readonly string[];
  /** Wall seconds that one exercise may take. */
  readonly secondsPerExercise: number;
}

/** Finds the student's own line in a stack. */
export type Locate = (stack: string) => SourcePlace | undefined;

/**
 * Where one submission runs: a process of its own, replaced by a new one whenever it had to be stopped.
 * It starts at once, so that it is ready when the first code is.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  #process: SubmissionProcess;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#process = new SubmissionProcess(options.command);
  }

  /**
   * Loads one file's code and asks it everything, exercise by exercise. One that never ends, or takes the process down,
   * costs only itself: a new process goes on with the next.
   *
   * @throws if a process could not be started: nothing can then be said of the submission
   */
  async run(
    code: string,
    questions: readonly ExerciseQuestions[],
    locate: Locate,
  ): Promise<ReadonlyMap<string, ExerciseAnswers> | FileProblem> {
    const answers = new Map<string, ExerciseAnswers>();
    let loaded = await this.#load(code, locate);
    if ('problem' in loaded) return loaded.problem;
    for (const one of questions) {
      if ('problem' in loaded) return loaded.problem;
      const type = loaded.exports[one.exercise];
      if (type !== 'function') {
        answers.set(one.exercise, { problem: notAFunction(type, loaded.exports) });
        continue;
      }
      const { stopped, ...asked } = await this.#ask(one, locate);
      answers.set(one.exercise, asked);
      if (!stopped) continue;
      this.#replaceProcess();
      loaded = await this.#load(code, locate);
    }
    return answers;
  }

  /** Ends the process. To be called whatever happened. */
  close(): void {
    this.#process.stop();
  }

  #replaceProcess(): void {
    this.#process.stop();
    this.#process = new SubmissionProcess(this.#options.command);
  }

  async #load(code: string, locate: Locate): Promise<Loaded> {
    const answer = await this.#process.ask({ kind: 'load', code }, this.#options.secondsPerExercise);
    if ('kind' in answer && answer.kind === 'loaded') return { exports: answer.exports };
    if (!this.#process.hasStarted)
      throw new Error(`no process for submissions could be started: ${describeStop(answer)}; see \`grader doctor\``);
    this.#replaceProcess();
    const error = loadError(answer);
    return { problem: { id: 'does-not-load', error: { ...error, place: locate(error.stack) } } };
  }

  async #ask(
    { exercise, evaluations }: ExerciseQuestions,
    locate: Locate,
  ): Promise<{ outcomes: Outcomes; durationMs: number; stopped: boolean }> {
    const { secondsPerExercise } = this.#options;
    const outcomes = new Map<string, Outcome>();
    const begin = performance.now();
    let stopped = false;
    for (const { id, evaluation } of evaluations) {
      const left = secondsPerExercise - (performance.now() - begin) / 1000;
      const outcome = outcomeOf(await this.#process.ask({ kind: 'evaluate', exercise, evaluation }, Math.max(0.01, left)), locate);
      outcomes.set(id, outcome.status === 'timeout' ? { ...outcome, seconds: secondsPerExercise } : outcome);
      stopped = outcome.status !== 'returned' && outcome.status !== 'threw';
      // Nothing more to learn from a function that is still to do, or from a process that is gone.
      if (stopped || isTodo(outcome, outcomes.size)) break;
    }
    return { outcomes, durationMs: performance.now() - begin, stopped };
  }
}

type Loaded = { readonly exports: Readonly<Record<string, string>> } | { readonly problem: FileProblem };

function describeStop(answer: Response | Stopped): string {
  if ('kind' in answer) return 'it gave a strange answer';
  if (answer.status === 'timeout') return `it was not ready after ${answer.seconds} s`;
  return answer.status === 'memory' ? 'it ran out of memory' : answer.detail;
}

function loadError(answer: Response | Stopped): ThrownError {
  const plain = { exercise: undefined, stack: '', place: undefined };
  if ('kind' in answer && answer.kind === 'failed') return answer.error;
  const isSlow = !('kind' in answer) && answer.status === 'timeout';
  return { name: 'Error', message: isSlow ? `it had not finished loading after ${answer.seconds} s` : describeStop(answer), ...plain };
}

function notAFunction(type: string | undefined, exports: Readonly<Record<string, string>>): ExerciseProblem {
  if (type !== undefined) return { id: 'not-a-function', got: type };
  return { id: 'missing-export', exports: Object.keys(exports) };
}

function outcomeOf(answer: Response | Stopped, locate: Locate): Outcome {
  if (!('kind' in answer)) return answer;
  if (answer.kind !== 'outcome') return { status: 'crashed', detail: 'its answers break the protocol' };
  const { outcome } = answer;
  return outcome.status === 'threw' ? { ...outcome, error: { ...outcome.error, place: locate(outcome.error.stack) } } : outcome;
}

function isTodo(outcome: Outcome, asked: number): boolean {
  return asked === 1 && outcome.status === 'threw' && outcome.error.name === 'NotImplementedError';
}
