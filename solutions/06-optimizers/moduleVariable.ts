import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { AdamOptions, AdamResult, AdamState } from 'descent';
import { tidied, type ExerciseFunction, type MistakeSpec } from 'descent/author';
import type { nesterovStep } from './optimizers';

/** A tensor in a module variable: zeros at first, then whatever was stored last. */
interface ModuleVariable {
  readonly get: (like: Tensor) => Tensor;
  readonly set: (tensor: Tensor) => void;
}

/** `kept` stores a copy; `lost` the returned tensor itself, whose next use throws if its owner has disposed it. */
type Lifetime = 'kept' | 'lost';

function moduleVariable(lifetime: Lifetime): ModuleVariable {
  let stored: Tensor | undefined;
  return {
    get: (like) => stored ?? tf.zerosLike(like),
    set: (tensor) => {
      if (lifetime === 'kept') stored?.dispose();
      stored = lifetime === 'kept' ? tf.keep(tensor.clone()) : tensor;
    },
  };
}

/** Two mistakes, one for each lifetime: `velocity-in-module` and `velocity-in-module-lost`. */
function forBothLifetimes<F extends ExerciseFunction>(id: string, make: (lifetime: Lifetime) => F): MistakeSpec<F>[] {
  return [
    { id, make: () => tidied(make('kept')) },
    { id: `${id}-lost`, make: () => tidied(make('lost')) },
  ];
}

type Step<R, O> = (w: Tensor, dw: Tensor, memory: Tensor, options: O) => R;

/** Steps `(w, dw, memory, options) → {w, [field]: memory}` that ignore the given memory and keep their own. */
export function memoryInModule<R extends { w: Tensor }, O>(
  id: string,
  field: Exclude<keyof R, 'w'>,
  step: Step<R, O>,
): MistakeSpec<Step<R, O>>[] {
  return forBothLifetimes<Step<R, O>>(id, (lifetime) => {
    const memory = moduleVariable(lifetime);
    return (w, dw, _given, options) => {
      const result = step(w, dw, memory.get(w), options);
      memory.set(result[field] as Tensor);
      return result;
    };
  });
}

/** Nesterov's steps that ignore the given velocity and keep their own. */
export function velocityInModule(id: string, step: NesterovStep): MistakeSpec<NesterovStep>[] {
  return forBothLifetimes<NesterovStep>(id, (lifetime) => {
    const velocity = moduleVariable(lifetime);
    return (w, _given, gradient, options) => {
      const result = step(w, velocity.get(w), gradient, options);
      velocity.set(result.v);
      return result;
    };
  });
}

type NesterovStep = typeof nesterovStep;

type AdamLike<O extends AdamOptions> = (w: Tensor, dw: Tensor, state: AdamState, options: O) => AdamResult;

/** Steps of Adam's family that keep their own state, or only their own count. */
export function adamStateInModule<O extends AdamOptions>(step: AdamLike<O>): MistakeSpec<AdamLike<O>>[] {
  const wholeState = (lifetime: Lifetime): AdamLike<O> => {
    const [m, v] = [moduleVariable(lifetime), moduleVariable(lifetime)];
    let t = 0;
    return (w, dw, _given, options) => {
      const result = step(w, dw, { m: m.get(w), v: v.get(w), t }, options);
      m.set(result.state.m);
      v.set(result.state.v);
      t = result.state.t;
      return result;
    };
  };
  const countAlone = (): AdamLike<O> => {
    let t = 0;
    return tidied<AdamLike<O>>((w, dw, { m, v }, options) => step(w, dw, { m, v, t: t++ }, options));
  };
  return [...forBothLifetimes('state-in-module', wholeState), { id: 'count-in-module', make: countAlone }];
}
