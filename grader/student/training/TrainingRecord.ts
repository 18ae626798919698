import type { TrainingConfig } from './config';
import type { JsonNumber } from '../../pipeline/words/jsonNumber';
import type { Templates, TrainingMessage } from './messages';
import type { NamedRun } from './readResults';

type Told<T extends TrainingMessage['type']> = Omit<Extract<TrainingMessage, { type: T }>, 'type'>;

/** How a training ended. */
export type TrainingStatus = 'finished' | 'interrupted' | 'diverged' | 'failed';

/** Origin of a training, provided by the caller. */
export interface Provenance {
  readonly assignment: string;
  readonly startedAt: string;
  readonly graderVersion: string;
  readonly node: string;
  readonly tfjs: string;
}

/** A results file; README.md documents each field. */
export interface TrainingResults extends Provenance {
  readonly schemaVersion: 1;
  readonly status: TrainingStatus;
  readonly precision: 'float32';
  readonly backend: Told<'started'>['backend'] | null;
  readonly config: TrainingConfig;
  readonly data: ({ readonly name: 'digits' } & Told<'started'>['data']) | null;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly steps: { readonly loss: JsonNumber[]; readonly learningRate: JsonNumber[] };
  readonly epochs: Told<'epoch'>[];
  readonly lossHistory: readonly JsonNumber[] | null;
  readonly finalValidationAccuracy: number | null;
  readonly best: Told<'best'> | null;
  readonly last: Told<'last'> | null;
  readonly templates: Templates | null;
  readonly resumed: string | null;
}

/** Collects the reports of the training process. */
export class TrainingRecord {
  readonly #loss: JsonNumber[] = [];
  readonly #learningRate: JsonNumber[] = [];
  readonly #epochs: Told<'epoch'>[] = [];
  #started: Told<'started'> | undefined;
  #startedAt = 0;
  #lastAt = 0;
  #best: Told<'best'> | undefined;
  #last: Told<'last'> | undefined;
  #templates: Templates | undefined;
  #finished: Told<'finished'> | undefined;

  readonly #earlierSeconds: number = 0;

  /**
   * @param earlier - the run that this one resumes, up to that point
   * @param now - milliseconds of a monotonic clock
   */
  constructor(
    readonly config: TrainingConfig,
    private readonly earlier?: NamedRun,
    private readonly now: () => number = () => performance.now(),
  ) {
    const { run } = earlier ?? {};
    const { epoch = 0, step = 0 } = run?.last ?? {};
    if (run === undefined || step === 0) return;
    this.#loss.push(...run.steps.loss.slice(0, step));
    this.#learningRate.push(...run.steps.learningRate.slice(0, step));
    this.#epochs.push(...run.epochs.filter((one) => one.epoch <= epoch));
    this.#best = run.best ?? undefined;
    this.#last = run.last ?? undefined;
    this.#templates = run.templates ?? undefined;
    this.#earlierSeconds = this.#epochs.at(-1)?.seconds ?? 0;
  }

  add(message: TrainingMessage): void {
    this.#lastAt = this.now();
    switch (message.type) {
      case 'started':
        this.#started = without(message);
        this.#startedAt = this.#lastAt;
        return;
      case 'steps':
        this.#loss.push(...message.loss);
        this.#learningRate.push(...message.learningRate);
        return;
      case 'epoch':
        this.#epochs.push(without(message));
        return;
      case 'best':
        this.#best = without(message);
        return;
      case 'last':
        this.#last = without(message);
        return;
      case 'templates':
        this.#templates = message.templates;
        return;
      case 'finished':
        this.#finished = without(message);
        return;
      default:
    }
  }

  get started(): Told<'started'> | undefined {
    return this.#started;
  }

  get finished(): Told<'finished'> | undefined {
    return this.#finished;
  }

  get best(): Told<'best'> | undefined {
    return this.#best;
  }

  get lastEpoch(): Told<'epoch'> | undefined {
    return this.#epochs.at(-1);
  }

  get lastStep(): { readonly loss: JsonNumber; readonly learningRate: JsonNumber } | undefined {
    const [loss, learningRate] = [this.#loss.at(-1), this.#learningRate.at(-1)];
    return loss === undefined || learningRate === undefined ? undefined : { loss, learningRate };
  }

  get steps(): number {
    return this.#loss.length;
  }

  /** Whether this training has made a step itself. */
  get hasMoved(): boolean {
    return this.steps > (this.earlier?.run.last?.step ?? 0);
  }

  /** Steps of the whole training, as planned. */
  get plannedSteps(): number {
    return this.config.epochs * (this.#started?.stepsPerEpoch ?? 0);
  }

  /** Since training was ready for the first step. */
  get seconds(): number {
    return this.#finished?.seconds ?? this.#earlierSeconds + (this.#lastAt - this.#startedAt) / 1000;
  }

  get stepsPerSecond(): number {
    return this.seconds > 0 ? this.steps / this.seconds : 0;
  }

  toResults(status: TrainingStatus, provenance: Provenance): TrainingResults {
    return {
      schemaVersion: 1,
      ...provenance,
      status,
      precision: 'float32',
      backend: this.#started?.backend ?? null,
      config: this.config,
      data: this.#started === undefined ? null : { name: 'digits', ...this.#started.data },
      seconds: this.seconds,
      stepsPerSecond: this.stepsPerSecond,
      steps: { loss: this.#loss, learningRate: this.#learningRate },
      epochs: this.#epochs,
      lossHistory: this.#finished?.lossHistory ?? null,
      finalValidationAccuracy: this.#finished?.validationAccuracy ?? null,
      best: this.#best ?? null,
      last: this.#last ?? null,
      templates: this.#templates ?? null,
      resumed: this.earlier?.name ?? null,
    };
  }
}

function without<M extends TrainingMessage>({ type: _type, ...told }: M): Omit<M, 'type'> {
  return told;
}
