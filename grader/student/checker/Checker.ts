import { loadPublicAssignment, type Checkout } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { chooseIsolation, openWarm, Sandbox, type Isolation, type WarmProcesses } from '../../pipeline/sandbox';
import type { ScoredAssignment } from '../../pipeline/score';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment, Exercise } from '../../pipeline/types';
import { withRecall, type Recalled } from './withRecall';

export interface CheckerOptions extends Checkout {
  /** Starts the processes of submissions; `isolation` overrides the strongest level available. */
  readonly childCommand: readonly string[];
  readonly isolation?: Isolation;
  /** Time limit of one function in seconds, unless its exercise allows more. */
  readonly secondsPerExercise: number;
  /** It is for one check, which a cold process has done before another would be warm. */
  readonly isShort?: boolean;
}

/**
 * Checks functions of a working copy on the public cases, as grading does: in separate processes, forked from a warm
 * one. The next process is started in advance. One check runs at a time.
 */
export class Checker {
  readonly #isolation: Isolation;
  readonly #warm: WarmProcesses | undefined;
  readonly #assignments = new Map<string, Promise<Assignment>>();
  readonly #recalled: Recalled = new Map();
  #spare: Sandbox | undefined;
  #running: Sandbox | undefined;
  #isClosed = false;

  constructor(private readonly options: CheckerOptions) {
    this.#isolation = options.isolation ?? chooseIsolation(options.childCommand);
    this.#warm = options.isShort === true ? undefined : openWarm(this.#isolation.nursery());
    this.#spare = this.#open();
  }

  /** The public checks of an assignment, read once. */
  load(id: string): Promise<Assignment> {
    const known = this.#assignments.get(id) ?? loadPublicAssignment(this.options, id);
    this.#assignments.set(id, known);
    return known;
  }

  /**
   * Checks one assignment as it is saved now.
   *
   * @param isAsked - which functions to check
   * @returns undefined if it was interrupted
   */
  async check(
    id: string,
    isAsked: (exercise: Exercise) => boolean = () => true,
  ): Promise<ScoredAssignment | undefined> {
    const assignment = await this.load(id);
    const names = assignment.exercises.map(({ name }) => name);
    const asked = { ...assignment, exercises: assignment.exercises.filter(isAsked) };
    const sandbox = this.#spare ?? this.#open();
    this.#spare = undefined;
    this.#running = sandbox;
    try {
      const submission = await readSubmission(this.options.root, [assignment], { isWorkingCopy: true });
      const { assignments } = await gradeSubmission([asked], submission, withRecall(sandbox, this.#recalled, names));
      return this.#running === sandbox ? assignments[0] : undefined;
    } catch (error) {
      // A process that was ended before it started is not a failure.
      if (this.#running !== sandbox) return undefined;
      throw error;
    } finally {
      sandbox.close();
      if (this.#running === sandbox) this.#running = undefined;
      if (!this.#isClosed && this.options.isShort !== true) this.#spare = this.#open();
    }
  }

  /** Ends the running check, since the file has changed. */
  interrupt(): void {
    this.#running?.close();
    this.#running = undefined;
  }

  /** Ends all processes. Must always be called. */
  close(): void {
    this.#isClosed = true;
    this.interrupt();
    this.#spare?.close();
    this.#warm?.close();
  }

  #open(): Sandbox {
    const { secondsPerExercise } = this.options;
    return new Sandbox({ command: this.#isolation.command, warm: this.#warm, secondsPerExercise });
  }
}
