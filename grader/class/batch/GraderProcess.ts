import { fork, type ChildProcess } from 'node:child_process';
import type { Isolation } from '../../pipeline/sandbox';
import { Overrun, type Graded, type Grader, type Job, type Prepared } from './grader';

/** What a grader's process must know to be like all others of its batch. */
export interface Preparation {
  readonly assignments: readonly string[];
  readonly named: boolean;
  /** As the option was given; undefined leaves it to the environment, which is the same. */
  readonly seed: string | undefined;
  /** The level that the batch has: each process makes its own command for it, since each has a user of its own. */
  readonly isolation: Pick<Isolation, 'level'>;
  readonly secondsPerExercise: number;
  /** Of messages and hints; undefined for that of the environment. */
  readonly language?: 'en' | 'zh';
  /** Whether there is too little to grade for a warm process to be worth its warming up. */
  readonly isShort?: boolean;
}

export type ToGrader =
  { readonly kind: 'prepare'; readonly preparation: Preparation } | { readonly kind: 'grade'; readonly job: Job };

export type FromGrader =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'graded'; readonly graded: Graded }
  /** Now and then while it grades, since it can't while it judges. `assignment` where it is alone with one. */
  | { readonly kind: 'at-work'; readonly assignment: string | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

const closingMs = 2_000;
/** Note [Judging]: a judgement takes tenths of a second. What takes this long was made to. */
export const maxJudgingSeconds = 60;
/** By which V8 ends a process whose heap is full, as a signal or as an exit code. */
const abort = { signal: 'SIGABRT', code: 134 };

/**
 * A process of our own that grades submissions, and keeps theirs.
 *
 * Note [One process a lane]: judging costs a good part of what running a submission does, so that one process for all
 * would be the narrow place on many cores; and whatever a submission brings a grader to, its memory filled or its
 * compiler hanging, ends with that one submission.
 */
export class GraderProcess implements Grader {
  readonly ready: Promise<Prepared>;
  readonly #process: ChildProcess;
  #isClosing = false;
  readonly #maxJudgingSeconds: number;
  #maxSeconds = 600;
  #assignment: string | undefined;

  /**
   * @param command - a JavaScript file and arguments that answer `ToGrader` by `FromGrader`
   * @param judgingSeconds - after which it is ended, where it answers nothing meanwhile
   */
  constructor(
    [file, ...args]: readonly [file: string, ...args: string[]],
    preparation: Preparation,
    judgingSeconds = maxJudgingSeconds,
  ) {
    this.#maxJudgingSeconds = judgingSeconds;
    this.#process = fork(file, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Ctrl-C at the terminal is for the batch, which ends its graders in its own time.
      detached: process.platform !== 'win32',
    });
    this.#process.on('error', () => undefined);
    this.ready = this.#ask({ kind: 'prepare', preparation }, this.#maxSeconds).then((answer) => {
      if (answer.kind !== 'prepared') throw new Error('it gave an answer to another question');
      this.#maxSeconds = answer.prepared.maxSeconds;
      return answer.prepared;
    });
    // Whoever waits gets the error; no one may be waiting yet.
    this.ready.catch(() => undefined);
  }

  get isAlive(): boolean {
    const { connected, exitCode, signalCode } = this.#process;
    return connected && exitCode === null && signalCode === null;
  }

  async grade(job: Job): Promise<Graded> {
    await this.ready;
    this.#assignment = undefined;
    const answer = await this.#ask({ kind: 'grade', job }, this.#maxSeconds, this.#maxJudgingSeconds);
    if (answer.kind !== 'graded') throw new Error('it gave an answer to another question');
    return answer.graded;
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#process.connected) this.#process.disconnect();
    // It ends by itself, with the submission's process; one that hangs is ended.
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), closingMs);
    this.#process.once('exit', () => clearTimeout(timer));
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) clearTimeout(timer);
  }

  /** @param silentSeconds - who is silent for so long is judging, since all else lets it speak */
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
        end(() => reject(new Error(`the grader was not done after ${seconds} s`)));
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
