import type { Language } from '../../../pipeline/types';
import type { Call } from './kit/definition';

/** An interactive view of the student's own functions. */
export interface View {
  /** Also its fragment in addresses: `#descent`. */
  readonly id: string;
  /** Names of the functions that it runs. */
  readonly exercises: readonly string[];
  readonly title: (language: Language) => string;
  /** Mounts the view in an empty element. */
  readonly mount: (host: HTMLElement, context: ViewContext) => MountedView;
}

export interface MountedView {
  /** Recomputes and redraws, after the student's functions changed. */
  readonly update: () => void;
  readonly dispose: () => void;
}

/** Environment of a view, provided by the page. */
export interface ViewContext {
  readonly language: Language;
  /** Runs a computation in the worker, with the student's current functions. Never rejects. */
  readonly call: Call;
}
