import type { Tensor } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import type { OwnFunction } from './Computation';

export const optimizerIds = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamL2', 'adamW'] as const;
export type OptimizerId = (typeof optimizerIds)[number];

/** Name of the exercise's function. */
export function exerciseOf(id: OptimizerId): string {
  return `${id}Step`;
}

/** Options of all optimizers; each takes its own. */
export interface StepOptions {
  readonly learningRate: number;
  readonly rho: number;
  readonly decay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Strength of the decay, coupled or decoupled. */
  readonly lambda: number;
}

type Gradient = (w: Tensor) => Tensor;
type Result = Readonly<Record<string, Tensor>>;
type Step = (w: Tensor, gradient: Gradient) => Tensor;

/** One optimizer from its first step on: stores the state of the student's function between steps. */
export function firstStep(ownFunction: OwnFunction, tf: Tfjs, id: OptimizerId, options: StepOptions): Step {
  const own = <Arguments extends readonly unknown[], Returned>(): ((...given: Arguments) => Returned) =>
    ownFunction('06-optimizers', exerciseOf(id));
  const { learningRate, rho, decay, epsilon, lambda } = options;
  let memory: Tensor = tf.zeros([2]);
  const remember = (kept: Tensor | undefined, w: Tensor | undefined): Tensor => {
    if (kept === undefined || w === undefined) throw new TypeError(`${exerciseOf(id)} doesn't return what it should.`);
    memory = kept;
    return w;
  };
  switch (id) {
    case 'sgd': {
      const step = own<[Tensor, Tensor, object], Tensor>();
      return (w, gradient) => step(w, gradient(w), { learningRate });
    }
    case 'momentum': {
      const step = own<[Tensor, Tensor, Tensor, object], Result>();
      return (w, gradient) => {
        const next = step(w, gradient(w), memory, { learningRate, rho });
        return remember(next.v, next.w);
      };
    }
    case 'nesterov': {
      const step = own<[Tensor, Tensor, Gradient, object], Result>();
      return (w, gradient) => {
        const next = step(w, memory, gradient, { learningRate, rho });
        return remember(next.v, next.w);
      };
    }
    case 'adagrad':
    case 'rmsprop': {
      const step = own<[Tensor, Tensor, Tensor, object], Result>();
      const given = id === 'adagrad' ? { learningRate, epsilon } : { learningRate, decay, epsilon };
      return (w, gradient) => {
        const next = step(w, gradient(w), memory, given);
        return remember(next.s, next.w);
      };
    }
    case 'adam':
    case 'adamL2':
    case 'adamW': {
      const step = own<[Tensor, Tensor, object, object], { readonly w: Tensor; readonly state: object }>();
      let state: object = { m: memory, v: memory, t: 0 };
      const given = { ...options, ...(id === 'adamL2' ? { lambda } : { weightDecay: lambda }) };
      return (w, gradient) => {
        const next = step(w, gradient(w), state, given);
        state = next.state;
        return next.w;
      };
    }
  }
}
