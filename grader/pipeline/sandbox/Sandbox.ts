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
  /** Forks processes that are warm already. Where it has none, `command` starts one that does the same. */
  readonly warm?: WarmProcesses | undefined;
  /** Seconds that one exercise may compute. By the clock it may take twice as long, where the two can be told apart. */
  readonly secondsPerExercise: number;
  /** Seconds that all exercises of the submission may compute together. */
  readonly secondsPerSubmission?: number;
  /** Memory that the process may hold, where the machine has less to give than usual. */
  readonly maxBytes?: number;
}

/** What grading needs of a sandbox: one that runs trusted code in this process will do for tests. */
export type Runner = Pick<Sandbox, 'run'>;

/** Of processor time, where an exercise or two do not need more than all others together. */
export const defaultSecondsPerSubmission = 300;

/** What becomes of an exercise whose file loaded before, and does not in a new process. */
export const notLoadedAgain: Outcome = { status: 'crashed', detail: 'the file did not load again' };

/**
 * Where one submission runs: a process of its own, replaced by a new one whenever it had to be stopped.
 * It starts at once, so that it is ready when the first code is.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #budget: Budget;
  #process: SubmissionProcess;
  /** Code that this process has loaded, each once. */
  #loaded: string[] = [];
  /** Where one could not be started: once, since what keeps on failing is ours to repair. */
  #mayStartAnother = true;
  #isClosed = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#budget = new Budget(options.secondsPerSubmission ?? defaultSecondsPerSubmission);
    this.#process = this.#start();
  }

  /**
   * Loads one file's code and asks it everything, exercise by exercise, each in rounds: what is asked next may depend
   * on what was answered. One that never ends, or takes the process down, costs only itself: a new process goes on with
   * the next.
   *
   * @throws if a process could not be started: nothing can then be said of the submission
   */
  async run(code: string, questions: readonly ExerciseQuestions[], locate: Locate): Promise<FileAnswers | FileProblem> {
    const answers = new Map<string, ExerciseAnswers>();
    // Whoever has used up all may not even load again.
    let loaded: Loaded = this.#budget.isSpent
      ? { status: 'loaded', exports: {} }
      : await this.#load(code, questions, locate);
    if (loaded.status !== 'loaded') return loaded;
    for (const one of questions) {
      if (loaded.status === 'does-not-load' || this.#budget.isSpent) {
        // What loaded once and then no more is no reason to take back what was answered.
        const outcome = this.#budget.isSpent ? this.#budget.timeout : notLoadedAgain;
        answers.set(one.exercise, { status: 'answered', outcomes: withOutcome(one, outcome), durationMs: 0 });
        continue;
      }
      const type = Object.hasOwn(loaded.exports, one.exercise) ? loaded.exports[one.exercise] : undefined;
      if (type !== 'function') {
        answers.set(one.exercise, { status: 'not-run', problem: notAFunction(type, loaded.exports) });
        continue;
      }
      const { isSpoilt, answer } = await this.#ask(one, locate);
      answers.set(one.exercise, answer);
      if (!isSpoilt) continue;
      this.#replaceProcess();
      if (one !== questions.at(-1) && !this.#budget.isSpent) loaded = await this.#load(code, questions, locate);
    }
    return { status: 'asked', answers };
  }

  /** Ends the process. To be called whatever happened. */
  close(): void {
    this.#isClosed = true;
    this.#process.stop();
  }

  #replaceProcess(): void {
    this.#process.stop();
    // Whoever closed it while it ran wants no other.
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
    // What it did before, or another file did, is no reason.
    if (before > 0 && !this.#budget.isSpent) {
      this.#replaceProcess();
      return this.#load(code, questions, locate);
    }
    if (!process.hasStarted) {
      // It ended before a byte of the submission was read: another is as good.
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
    const answered = (isSpoilt: boolean): AskedExercise => ({
      answer: { status: 'answered', outcomes, durationMs: performance.now() - begin },
      isSpoilt,
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
            // What is on no list is forged: text of the submission's own.
            if (answer.status === 'forbidden' && ban !== undefined) {
              const problem: ExerciseProblem = {
                status: 'forbidden-call',
                call: ban,
                place: locate(answer.stack),
                through: [],
              };
              return { answer: { status: 'not-run', problem }, isSpoilt: false };
            }
            const outcome = withoutMemory(outcomeOf(answer, locate), process);
            outcomes.set(round[index]?.id ?? '', outcome.status === 'timeout' ? timeout : outcome);
            if (outcome.status === 'timeout' && isOfSubmission(timeout)) this.#budget.exhaust();
            // Nothing more to learn from a process that is gone.
            if (outcome.status !== 'returned' && outcome.status !== 'threw') return answered(true);
          }
        }
        // Whoever may call everything may have rebuilt tfjs; what goes on in one by itself, and what one keeps, must
        // not cost the next.
        return answered(one.banned.length === 0 || one.async === true || process.isFull);
      },
    );
    const { answer, isSpoilt } = result;
    return { isSpoilt, answer: answer.status === 'answered' ? { ...answer, usedSeconds: used } : answer };
  }
}

/** What came of an exercise, and whether the process may not go on with another. */
interface AskedExercise {
  readonly answer: ExerciseAnswers;
  readonly isSpoilt: boolean;
}

function isOfSubmission(timeout: Outcome): boolean {
  return timeout.status === 'timeout' && timeout.of === 'submission';
}

type Loaded = Extract<Response, { status: 'loaded' }> | Extract<FileProblem, { status: 'does-not-load' }>;
