import type { Language } from '../../../pipeline/types';
import type { Computation, ComputationResult } from '../computations';
import type {
  Answer,
  CheckedExercise,
  DescribedProblem,
  PackedCourse,
  Report,
  Request,
  Source,
  Stop,
} from '../worker/messages';
import { afterAwake } from './afterAwake';
import { EngineWorker, type WorkerLike } from './EngineWorker';

interface Pending {
  request: Request;
  readonly resolve: (answer: Answer | undefined) => void;
}

interface Running extends Pending {
  readonly id: number;
  readonly since: number;
  /** The running function, and its start time. */
  now?: { readonly exercise: string; readonly evaluation: string; readonly seconds: number } | undefined;
  cancelLimit?: () => void;
}

/** Milliseconds after which an obsolete request is ended. */
const patience = 700;

export interface CheckOptions {
  readonly exercises?: readonly string[];
  readonly onlyBegun?: boolean;
}

/**
 * Sends requests to the worker, one at a time, and terminates it if a student's function hangs: a new worker then gets
 * the same files, and continues.
 */
export class EngineClient {
  readonly #sources = new Map<string, Source>();
  /** Functions of a file that were stopped, and where; sent with all later requests. */
  readonly #stops = new Map<string, readonly Stop[]>();
  /** Called for a file that was loaded, but that a new worker can't load again. */
  onLost: (assignment: string, problem: DescribedProblem) => void = () => undefined;
  #queue: Pending[] = [];
  #running: Running | undefined;
  readonly #worker: EngineWorker;
  #last = 0;

  /** @param start - starts a worker */
  constructor(start: () => WorkerLike, course: PackedCourse) {
    this.#worker = new EngineWorker(start, course, (report) => this.#receive(report));
  }

  /** Replaces a file in the worker. */
  async load(assignment: string, source: Source): Promise<Answer & { readonly status: 'loaded' | 'problem' }> {
    this.#sources.set(assignment, source);
    this.#stops.delete(assignment);
    // Requests for the previous file are obsolete, even if they hang.
    this.#drop(({ request }) => 'assignment' in request && request.assignment === assignment);
    const answer = await this.#ask({ kind: 'load', assignment, source });
    if (answer?.status !== 'problem') return { status: 'loaded' };
    this.#forget(assignment, source);
    return answer;
  }

  /** @returns undefined if the file is replaced meanwhile */
  async check(
    assignment: string,
    language: Language,
    options: CheckOptions = {},
  ): Promise<readonly CheckedExercise[] | undefined> {
    const answer = await this.#ask({ kind: 'check', assignment, language, stops: [], ...options });
    return answer?.status === 'checked' ? answer.exercises : undefined;
  }

  /** @returns the text with an answer to one question; undefined if it can't be parsed */
  async answered(text: string, name: string, answer: string): Promise<string | undefined> {
    const written = await this.#ask({ kind: 'answer', text, name, answer });
    return written?.status === 'written' ? written.text : undefined;
  }

  async compute<Parameters, Result>(
    computation: Computation<Parameters, Result>,
    parameters: Parameters,
  ): Promise<ComputationResult<Result>> {
    const answer = await this.#ask({ kind: 'compute', computation: computation.id, parameters });
    // The worker ran this computation, so the result has its type.
    if (answer?.status === 'computed') return answer.result as ComputationResult<Result>;
    return { status: 'error', message: 'the page was stopped' };
  }

  #ask(request: Request): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      this.#queue.push({ request, resolve });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#last += 1;
    this.#running = { ...next, id: this.#last, since: performance.now() };
    const { request } = next;
    const stops = request.kind === 'check' ? { stops: this.#stops.get(request.assignment) ?? [] } : {};
    this.#worker.post({ id: this.#last, request: { ...request, ...stops } });
  }

  #receive(report: Report): void {
    const running = this.#running;
    if (running?.id !== report.id) return;
    if (report.status === 'running') return this.#watch(running, report);
    running.cancelLimit?.();
    this.#running = undefined;
    if (report.status === 'answered') running.resolve(report.answer);
    else {
      console.error(report.message);
      running.resolve(undefined);
    }
    this.#next();
  }

  /** The time limit is for all cases of a function. */
  #watch(running: Running, now: Report & { readonly status: 'running' }): void {
    const isAnother = running.now?.exercise !== now.exercise;
    running.now = now;
    if (!isAnother) return;
    running.cancelLimit?.();
    running.cancelLimit = afterAwake(now.seconds, () => this.#stop(running));
  }

  #stop(running: Running): void {
    const { request, resolve, now } = running;
    if (this.#running !== running || now === undefined) return;
    const { exercise, evaluation, seconds } = now;
    if (request.kind === 'check') {
      const stop: Stop = { exercise, evaluation, seconds };
      this.#stops.set(request.assignment, [...(this.#stops.get(request.assignment) ?? []), stop]);
      this.#queue.unshift({ request, resolve });
    } else if (request.kind === 'load') {
      this.#queue.unshift({ request: { ...request, stopped: seconds }, resolve });
    } else {
      resolve({ status: 'computed', result: { status: 'timeout', seconds, exercise } });
    }
    // Repeat the request after the files.
    this.#restart(request.kind === 'load' ? request.assignment : undefined);
    this.#next();
  }

  /** A new worker, with all files except one. */
  #restart(except?: string): void {
    this.#running?.cancelLimit?.();
    this.#worker.end();
    this.#running = undefined;
    if (except !== undefined) this.#sources.delete(except);
    const loads = [...this.#sources].map(([assignment, source]): Pending => ({
      request: { kind: 'load', assignment, source },
      resolve: (answer) => {
        if (answer?.status === 'problem' && this.#forget(assignment, source)) this.onLost(assignment, answer);
      },
    }));
    this.#queue.unshift(...loads);
  }

  /** New workers don't get the file any more, unless it was replaced meanwhile, which returns false. */
  #forget(assignment: string, source: Source): boolean {
    const isReplaced = this.#sources.has(assignment) && this.#sources.get(assignment) !== source;
    if (!isReplaced) this.#sources.delete(assignment);
    return !isReplaced;
  }

  #drop(isStale: (pending: Pending) => boolean): void {
    const stale = this.#queue.filter(isStale);
    this.#queue = this.#queue.filter((pending) => !isStale(pending));
    for (const { resolve } of stale) resolve(undefined);
    const running = this.#running;
    // Restarting takes longer than most checks.
    if (running === undefined || !isStale(running) || performance.now() - running.since < patience) return;
    this.#restart();
    running.resolve(undefined);
  }
}
