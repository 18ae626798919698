import { fork, type ChildProcess } from 'node:child_process';
import type { Task, TaskResult } from './tasks';

/** A worker's answer: a result, or an error message. */
export type Answer = { readonly result: TaskResult } | { readonly error: string };

/** Priority of a task: the longest ones should start early. */
export type Urgency = 'first' | 'in turn';

/**
 * Runs tasks in parallel processes. They run our own specs, so they are plain child processes with an IPC channel. One
 * that dies only fails its task.
 */
export class WorkerPool {
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  #isClosed = false;

  /** @param command - a JavaScript file and arguments that answer each `Task` message by an `Answer` */
  constructor(
    private readonly command: readonly [file: string, ...args: string[]],
    private readonly size: number,
  ) {}

  /** @throws if the task fails, the process that does it ends, or the pool is closed */
  async run(task: Task, urgency: Urgency = 'in turn'): Promise<TaskResult> {
    const worker = await this.#take(urgency);
    try {
      const answer = await ask(worker, task);
      if ('result' in answer) return answer.result;
      throw new Error(answer.error);
    } finally {
      this.#give(worker);
    }
  }

  /** Ends all processes and rejects all unfinished tasks. */
  close(): void {
    this.#isClosed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    for (const worker of this.#all) worker.kill();
  }

  async #take(urgency: Urgency): Promise<ChildProcess> {
    for (;;) {
      if (this.#isClosed) throw new Error('it was not started, since the others were ended');
      const worker = this.#idle.pop() ?? this.#start();
      if (worker !== undefined) return worker;
      await new Promise<void>((resolve) => {
        if (urgency === 'first') this.#waiting.unshift(resolve);
        else this.#waiting.push(resolve);
      });
    }
  }

  #start(): ChildProcess | undefined {
    if (this.#all.size >= this.size) return undefined;
    const [file, ...args] = this.command;
    const worker = fork(file, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#all.add(worker);
    return worker;
  }

  #give(worker: ChildProcess): void {
    if (worker.connected && worker.exitCode === null && worker.signalCode === null) this.#idle.push(worker);
    else this.#all.delete(worker);
    this.#waiting.shift()?.();
  }
}

function ask(worker: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void => {
      worker.off('message', answered);
      reject(new Error(`the process that did it ended (${signal ?? `exit code ${code}`})`));
    };
    const answered = (answer: Answer): void => {
      worker.off('exit', ended);
      resolve(answer);
    };
    worker.once('exit', ended);
    worker.once('message', answered);
    worker.send(task, (error: NodeJS.ErrnoException | null) => {
      // A process that has just ended can't be written to; its `exit` event says how it ended.
      const isEnding = error?.code === 'EPIPE' && worker.exitCode === null && worker.signalCode === null;
      if (error !== null && !isEnding) reject(error);
    });
  });
}
