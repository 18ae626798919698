import type { CallbackValue } from '../values';
import type { CallbackFactory } from './callback';
import { gradients } from '../../curriculum/callbacks/gradients';
import { scalarFunctions } from '../../curriculum/callbacks/scalarFunctions';
import { schedules } from '../../curriculum/callbacks/schedules';
import { training } from '../../curriculum/callbacks/training';

/**
 * The functions that an exercise can be given, by name. Each is made anew from plain parameters for every call of the
 * exercise, so that the submission's process and the reference's compute the same.
 */
const registry: Readonly<Record<string, CallbackFactory>> = { ...gradients, ...scalarFunctions, ...schedules, ...training };

/** The function that a callback value stands for. @throws if the registry has no such name */
export function makeCallback(callback: CallbackValue): (...args: never[]) => unknown {
  const make = Object.hasOwn(registry, callback.name) ? registry[callback.name] : undefined;
  if (make === undefined) throw new Error(`there is no callback named ${callback.name}; known: ${Object.keys(registry).join(', ')}`);
  return make(callback.parameters);
}

/** Whether it is a function from a tensor to a number, as what is differentiated numerically. */
export function isScalarFunction({ name }: CallbackValue): boolean {
  return Object.hasOwn(scalarFunctions, name);
}
