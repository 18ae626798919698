import { fork, type ChildProcess } from 'node:child_process';
import type { Isolation } from '../../pipeline/sandbox';
import { Overrun, type Graded, type Grader, type Job, type Prepared } from './grader';

/** Settings that all grader processes of a batch share. */
export interface Preparation {
  readonly assignments: readonly string[];
  readonly named: boolean;
  /** The `--seed` option; undefined to read the environment, which child processes share. */
  readonly seed: string | undefined;
  /**
   * The batch's isolation level. Each process builds its own command for it, because each runs submissions as a
   * different user.
   */
  readonly isolation: Pick<Isolation, 'level'>;
  readonly secondsPerExercise: number;
  /** Language of messages and hints; undefined to read the environment. */
  readonly language?: 'en' | 'zh';
  /** Whether there is too little to grade for a warm process to pay off. */
  readonly isShort?: boolean;
}

export type ToGrader =
  { readonly kind: 'prepare'; readonly preparation: Preparation } | { readonly kind: 'grade'; readonly job: Job };

export type FromGrader =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'graded'; readonly graded: Graded }
  /** Sent from time to time while grading; judging blocks it. `assignment` is set for a job that runs alone. */
  | { readonly kind: 'at-work'; readonly assignment: string | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

const closingMs = 2_000;
/** Note [Judging]: a judgement takes tenths of a second. One that takes this long was provoked by the submission. */
export const maxJudgingSeconds = 60;
/** How V8 ends a process whose heap is full, as a signal or as an exit code. */
const abort = { signal: 'SIGABRT', code: 134 };

/**
 * A trusted process that grades submissions, each in a sandbox of its own.
 *
 * Note [One process a lane]: judging costs a good part of what running a submission does, so a single process would be
 * the bottleneck on many cores. And whatever a submission does to its grader, such as filling its memory or hanging its
 * compiler, ends with that submission.
 */
export class GraderProcess implements Grader {
  readonly ready: Promise<Prepared>;
  readonly #process: ChildProcess;
  #isClosing = false;
  #maxSeconds = 600;
  #assignment: string | undefined;

  /**
   * @param command - a JavaScript file and arguments that answer `ToGrader` with `FromGrader`
   * @param judgingSeconds - the process is ended after this long without a message
   */
  constructor(
    [file, ...args]: readonly [file: string, ...args: string[]],
    preparation: Preparation,
    private readonly judgingSeconds = maxJudgingSeconds,
  ) {
    this.#process = fork(file, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Keeps Ctrl-C at the terminal from the graders: the batch ends them itself.
      detached: process.platform !== 'win32',
    });
    this.#process.on('error', () => undefined);
    this.ready = this.#ask({ kind: 'prepare', preparation }, this.#maxSeconds).then((answer) => {
      if (answer.kind !== 'prepared') throw new Error('it answered another request');
      this.#maxSeconds = answer.prepared.maxSeconds;
      return answer.prepared;
    });
    // Callers of `ready` get the error; without one it must not be an unhandled rejection.
    this.ready.catch(() => undefined);
  }

  get isAlive(): boolean {
    const { connected, exitCode, signalCode } = this.#process;
    return connected && exitCode === null && signalCode === null;
  }

  async grade(job: Job): Promise<Graded> {
    await this.ready;
    this.#assignment = undefined;
    const answer = await this.#ask({ kind: 'grade', job }, this.#maxSeconds, this.judgingSeconds);
    if (answer.kind !== 'graded') throw new Error('it answered another request');
    return answer.graded;
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#process.connected) this.#process.disconnect();
    // It exits on its own, with the submission's process; a hanging one is killed.
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), closingMs);
    this.#process.once('exit', () => clearTimeout(timer));
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) clearTimeout(timer);
  }

  /**
   * @param silentSeconds - a process silent for this long is stuck in judging, which is all that blocks its messages
   */
  #ask(message: ToGrader, seconds: number, silentSeconds = seconds): Promise<FromGrader> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        clearTimeout(silence);
        this.#process.off('exit', ended).off('message', answered);
        settle();
      };
      const ended = (code: number | null, signal: string | null): void => {
        const isFull = message.kind === 'grade' && (signal === abort.signal || code === abort.code);
        const reason = new Error(`the grader's process ended (${signal ?? `exit code ${code}`})`);
        end(() => reject(isFull ? new Overrun(this.#assignment, { status: 'memory' }) : reason));
      };
      const answered = (answer: FromGrader): void => {
        silence.refresh();
        if (answer.kind === 'at-work') this.#assignment = answer.assignment;
        else end(() => (answer.kind === 'failed' ? reject(new Error(answer.reason)) : resolve(answer)));
      };
      const silence = setTimeout(() => {
        end(() => reject(new Overrun(this.#assignment, { status: 'timeout', seconds: silentSeconds, of: 'judging' })));
        this.#process.kill('SIGKILL');
      }, silentSeconds * 1000);
      const timer = setTimeout(() => {
        end(() => reject(new Error(`the grader did not finish within ${seconds} s`)));
        this.#process.kill('SIGKILL');
      }, seconds * 1000);
      this.#process.once('exit', ended).on('message', answered);
      if (!this.isAlive) return ended(this.#process.exitCode, this.#process.signalCode);
      this.#process.send(message, (error) => {
        if (error !== null) end(() => reject(new Error(`the grader's process can't be reached: ${error.message}`)));
      });
    });
  }
}
