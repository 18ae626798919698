import type { ExerciseProblem, FileProblem, Outcome } from '../types';
import { promising } from '../../execution/guard';
import { Budget } from './Budget';
import { askedOf } from './askedOf';
import type { Response } from './protocol';
import { withOutcome, type ExerciseAnswers, type ExerciseQuestions, type FileAnswers } from './questions';
import { describeStop, loadError, notAFunction, outcomeOf, withoutMemory, type Locate } from './readAnswer';
import { startCold, type WarmProcesses } from './processes';
import { SubmissionProcess } from './SubmissionProcess';

export interface SandboxOptions {
  /** Program and arguments that start a submission's process; see `isolation`. */
  readonly command: readonly string[];
  /** Forks warm processes. If none is available, `command` starts a cold one with the same behaviour. */
  readonly warm?: WarmProcesses | undefined;
  /** Seconds that one exercise may compute. Wall-clock time may be twice that where the two can be told apart. */
  readonly secondsPerExercise: number;
  /** Seconds that all exercises of the submission may compute together. */
  readonly secondsPerSubmission?: number;
  /** Memory that the process may use, on machines with less than usual. */
  readonly maxBytes?: number;
}

/** The part of a sandbox that grading uses; tests substitute one that runs trusted code in this process. */
export type Runner = Pick<Sandbox, 'run'>;

/** Processor time, for a course in which no few exercises need more than all others together. */
export const defaultSecondsPerSubmission = 300;

/** The outcome of an exercise whose file loaded before but does not load in a new process. */
export const notLoadedAgain: Outcome = { status: 'crashed', detail: 'the file did not load again' };

/**
 * Runs one submission in its own process, which is replaced whenever it had to be stopped. The process starts
 * immediately, so that it is ready when the first code is.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #budget: Budget;
  #process: SubmissionProcess;
  /** Code that this process has loaded, without duplicates. */
  #loaded: string[] = [];
  /** Retry once if a process could not be started: repeated failures are ours to fix. */
  #mayStartAnother = true;
  #isClosed = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#budget = new Budget(options.secondsPerSubmission ?? defaultSecondsPerSubmission);
    this.#process = this.#start();
  }

  /**
   * Loads one file's code and asks its exercises one after another, each in rounds, since the next question may depend
   * on earlier answers. An exercise that never ends or crashes the process costs only itself: a new process continues
   * with the next.
   *
   * @throws if a process could not be started: then nothing can be said about the submission
   */
  async run(code: string, questions: readonly ExerciseQuestions[], locate: Locate): Promise<FileAnswers | FileProblem> {
    const answers = new Map<string, ExerciseAnswers>();
    // With the budget spent, do not even load.
    let loaded: Loaded = this.#budget.isSpent
      ? { status: 'loaded', exports: {} }
      : await this.#load(code, questions, locate);
    if (loaded.status !== 'loaded') return loaded;
    for (const one of questions) {
      if (loaded.status === 'does-not-load' || this.#budget.isSpent) {
        // A file that loaded once but not again does not invalidate the earlier answers.
        const outcome = this.#budget.isSpent ? this.#budget.timeout : notLoadedAgain;
        answers.set(one.exercise, { status: 'answered', outcomes: withOutcome(one, outcome), durationMs: 0 });
        continue;
      }
      const type = Object.hasOwn(loaded.exports, one.exercise) ? loaded.exports[one.exercise] : undefined;
      if (type !== 'function') {
        answers.set(one.exercise, { status: 'not-run', problem: notAFunction(type, loaded.exports) });
        continue;
      }
      const { mustReplace, answer } = await this.#ask(one, locate);
      answers.set(one.exercise, answer);
      if (!mustReplace) continue;
      this.#replaceProcess();
      if (one !== questions.at(-1) && !this.#budget.isSpent) loaded = await this.#load(code, questions, locate);
    }
    return { status: 'asked', answers };
  }

  /** Ends the process. Always call it, whatever happened. */
  close(): void {
    this.#isClosed = true;
    this.#process.stop();
  }

  #replaceProcess(): void {
    this.#process.stop();
    // After `close`, start no other.
    this.#loaded = [];
    if (!this.#isClosed) this.#process = this.#start();
  }

  #start(): SubmissionProcess {
    const { warm, command, maxBytes } = this.#options;
    return new SubmissionProcess(warm?.fork() ?? startCold(command), maxBytes);
  }

  async #load(code: string, questions: readonly ExerciseQuestions[], locate: Locate): Promise<Loaded> {
    const { secondsPerExercise } = this.#options;
    const process = this.#process;
    const banned = Object.fromEntries(questions.map((one) => [one.exercise, one.banned]));
    const names = questions.flatMap((one) => (one.async === true ? [one.exercise] : []));
    const awaited = names.length === 0 ? {} : { awaited: names };
    const before = this.#loaded.length;
    const number = this.#loaded.indexOf(code);
    const file = number < 0 ? code : number;
    const answer = await this.#budget.within(process, secondsPerExercise, (seconds) =>
      process.ask({ kind: 'load', file, banned, ...awaited }, seconds),
    );
    if (answer.status === 'loaded') {
      if (number < 0) this.#loaded.push(code);
      return answer;
    }
    // Earlier effects of this or another file must not matter: retry in a fresh process.
    if (before > 0 && !this.#budget.isSpent) {
      this.#replaceProcess();
      return this.#load(code, questions, locate);
    }
    if (!process.hasStarted) {
      // It ended before reading a byte of the submission, so retrying is safe.
      if (this.#mayStartAnother && answer.status !== 'timeout' && !this.#isClosed) {
        this.#mayStartAnother = false;
        this.#replaceProcess();
        return this.#load(code, questions, locate);
      }
      throw new Error(`no process for submissions could be started: ${describeStop(answer)}; see \`grader doctor\``);
    }
    this.#replaceProcess();
    const error = loadError(answer, secondsPerExercise);
    return { status: 'does-not-load', error: { ...error, place: locate(error.stack) } };
  }

  async #ask(one: ExerciseQuestions, locate: Locate): Promise<AskedExercise> {
    const process = this.#process;
    const begin = performance.now();
    const outcomes = new Map(one.known);
    const answered = (mustReplace: boolean): AskedExercise => ({
      answer: { status: 'answered', outcomes, durationMs: performance.now() - begin },
      mustReplace,
    });
    const limits = { seconds: one.seconds ?? this.#options.secondsPerExercise, used: one.usedSeconds ?? 0 };
    const { result, used } = await this.#budget.withinRest(
      process,
      limits,
      async (wallSeconds, timeout): Promise<AskedExercise> => {
        for (let round = one.next(outcomes); round.length > 0; round = one.next(outcomes)) {
          const left = Math.max(0.01, wallSeconds - (performance.now() - begin) / 1000);
          const asked = round.map(({ evaluation }) => askedOf(one.exercise, evaluation));
          for (const [index, answer] of (await process.askAll(asked, left)).entries()) {
            const ban =
              answer.status === 'forbidden'
                ? [...one.banned, ...promising].find((entry) => entry === answer.ban)
                : undefined;
            // A ban that is on no list is forged by the submission.
            if (answer.status === 'forbidden' && ban !== undefined) {
              const problem: ExerciseProblem = {
                status: 'forbidden-call',
                call: ban,
                place: locate(answer.stack),
                through: [],
              };
              // A later case of the same round may have ended it.
              return { answer: { status: 'not-run', problem }, mustReplace: true };
            }
            const outcome = withoutMemory(outcomeOf(answer, locate), process);
            outcomes.set(round[index]?.id ?? '', outcome.status === 'timeout' ? timeout : outcome);
            if (outcome.status === 'timeout' && isOfSubmission(timeout)) this.#budget.exhaust();
            // Nothing more to learn from a dead process.
            if (outcome.status !== 'returned' && outcome.status !== 'threw') return answered(true);
          }
        }
        // An exercise without bans may have modified tfjs; an async one may still be running; a full one holds memory.
        // None of that must affect the next exercise.
        return answered(one.banned.length === 0 || one.async === true || process.isFull);
      },
    );
    const { answer, mustReplace } = result;
    return { mustReplace, answer: answer.status === 'answered' ? { ...answer, usedSeconds: used } : answer };
  }
}

/** The answer for an exercise, and whether the process has to be replaced before the next one. */
interface AskedExercise {
  readonly answer: ExerciseAnswers;
  readonly mustReplace: boolean;
}

function isOfSubmission(timeout: Outcome): boolean {
  return timeout.status === 'timeout' && timeout.of === 'submission';
}

type Loaded = Extract<Response, { status: 'loaded' }> | Extract<FileProblem, { status: 'does-not-load' }>;
