import type { Numbered, PackedCourse, Report } from '../worker/messages';

/** The part of Worker that is used. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Report }) => void): void;
}

/** One worker at a time, started when it is needed; it gets the course first. */
export class EngineWorker {
  #worker: WorkerLike | undefined;

  constructor(
    private readonly start: () => WorkerLike,
    private readonly course: PackedCourse,
    private readonly receive: (report: Report) => void,
  ) {}

  post(message: Numbered): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message);
  }

  /** Nothing that it still reports is received. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #begin(): WorkerLike {
    const worker = this.start();
    worker.addEventListener('message', ({ data }) => {
      if (this.#worker === worker) this.receive(data);
    });
    worker.postMessage(this.course);
    return worker;
  }
}
