import type { Language } from '../../../pipeline/types';
import type { Computation, ComputationResult } from '../computations';

/** One thing to see and to move, made from the student's own functions. */
export interface View {
  /** Also its place in addresses: `#descent`. */
  readonly id: string;
  /** Names of the functions that it runs. */
  readonly exercises: readonly string[];
  readonly title: (language: Language) => string;
  /** Builds itself in an empty element. */
  readonly mount: (host: HTMLElement, context: ViewContext) => MountedView;
}

export interface MountedView {
  /** Computes and draws again, after the student's functions changed. */
  readonly update: () => void;
  readonly dispose: () => void;
}

/** What a view is given by the page around it. */
export interface ViewContext {
  readonly language: Language;
  /** Runs a computation in the worker, with the student's functions as they are now. Never rejects. */
  readonly call: <Parameters, Result>(
    computation: Computation<Parameters, Result>,
    parameters: Parameters,
  ) => Promise<ComputationResult<Result>>;
}
