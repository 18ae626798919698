import vm from 'node:vm';
import * as descent from '../../../descent';
import type { Tfjs } from '../../../precision';
import { scriptName } from '../scriptName';
import { StudentError, TrainingEnd } from './StudentError';

/** Takes and returns anything: what is written there is the student's. */
export type StudentFunction = (...args: readonly unknown[]) => unknown;

/**
 * The student's functions, with the tfjs of the chosen backend. What goes wrong in one of them is reported by its name and
 * file.
 */
export class StudentCode {
  readonly #exports = new Map<string, Readonly<Record<string, unknown>>>();

  /** @param code - compiled files by assignment, each CommonJS that requires tfjs and `descent` alone */
  constructor(
    private readonly tf: Tfjs,
    private readonly code: Readonly<Record<string, string>>,
  ) {}

  /** Whether there is a file of this assignment. */
  has(assignment: string): boolean {
    return this.code[assignment] !== undefined;
  }

  /** @throws StudentError if there is no such function; and the function throws one for whatever is thrown in it */
  functionOf(assignment: string, exercise: string): StudentFunction {
    const found = this.#load(assignment)[exercise];
    if (typeof found !== 'function') throw new StudentError({ status: 'missing', assignment, exercise });
    return this.guard(assignment, exercise, found as StudentFunction);
  }

  /** A function that one of the student's has returned, guarded in the same way. */
  guard<A extends readonly unknown[]>(
    assignment: string,
    exercise: string,
    run: (...args: A) => unknown,
  ): (...args: A) => unknown {
    return (...args) => {
      try {
        return run(...args);
      } catch (error) {
        throw studentErrorOf(error, assignment, exercise);
      }
    };
  }

  #load(assignment: string): Readonly<Record<string, unknown>> {
    const loaded = this.#exports.get(assignment);
    if (loaded !== undefined) return loaded;
    const module = { exports: {} as Readonly<Record<string, unknown>> };
    const load = (name: string): unknown => (name === 'descent' ? descent : this.tf);
    const names = ['module', 'exports', 'require'];
    const run = vm.compileFunction(this.code[assignment] ?? '', names, {
      filename: scriptName(assignment),
    }) as StudentFunction;
    try {
      run(module, module.exports, load);
    } catch (error) {
      throw new StudentError({ status: 'does-not-load', assignment, ...described(error) });
    }
    this.#exports.set(assignment, module.exports);
    return module.exports;
  }
}

function studentErrorOf(error: unknown, assignment: string, exercise: string): unknown {
  // One that a function called by this one has thrown, or the end of a training, which we throw ourselves through their
  // code.
  if (error instanceof StudentError || error instanceof TrainingEnd) return error;
  const todo = notImplemented(error);
  return new StudentError(
    todo === undefined
      ? { status: 'throws', assignment, exercise, ...described(error) }
      : { status: 'todo', assignment, exercise: todo, within: exercise },
  );
}

/**
 * The name of the function that is still to do, if that is what was thrown. A skeleton may bring an error class of its
 * own.
 */
function notImplemented(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, exercise } = error as { readonly name?: unknown; readonly exercise?: unknown };
  return name === 'NotImplementedError' && typeof exercise === 'string' ? exercise : undefined;
}

// By its fields, not its class: it may be of another realm, or of a class of the student's.
function described(error: unknown): { readonly message: string; readonly stack: string } {
  if (typeof error !== 'object' || error === null || !('message' in error))
    return { message: String(error), stack: '' };
  const {
    name = 'Error',
    message,
    stack = '',
  } = error as { readonly name?: unknown; readonly message: unknown; readonly stack?: unknown };
  return { message: `${String(name)}: ${String(message)}`, stack: String(stack) };
}
