import vm from 'node:vm';
import * as descent from '../../../descent';
import type { Tfjs } from '../../../precision';
import { scriptName } from '../scriptName';
import { StudentError, TrainingEnd } from './StudentError';

/** A student's function, with any arguments and result. */
export type StudentFunction = (...args: readonly unknown[]) => unknown;

/**
 * The student's functions, with the tfjs of the chosen backend. Errors in one of them are reported by its name and
 * file.
 */
export class StudentCode {
  readonly #exports = new Map<string, Readonly<Record<string, unknown>>>();

  /** @param code - compiled files by assignment, each a CommonJS module that only requires tfjs and `descent` */
  constructor(
    private readonly tf: Tfjs,
    private readonly code: Readonly<Record<string, string>>,
  ) {}

  /** Whether there is a file of this assignment. */
  has(assignment: string): boolean {
    return this.code[assignment] !== undefined;
  }

  /** @throws StudentError if there is no such function; the returned function throws one for any error in it */
  functionOf(assignment: string, exercise: string): StudentFunction {
    const found = this.#load(assignment)[exercise];
    if (typeof found !== 'function') throw new StudentError({ status: 'missing', assignment, exercise });
    return this.guard(assignment, exercise, found as StudentFunction);
  }

  /** Guards a function that a student's function returned. */
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
  // Already wrapped by an inner call, or our own TrainingEnd, thrown through the student's code.
  if (error instanceof StudentError || error instanceof TrainingEnd) return error;
  const todo = notImplemented(error);
  return new StudentError(
    todo === undefined
      ? { status: 'throws', assignment, exercise, ...described(error) }
      : { status: 'todo', assignment, exercise: todo, within: exercise },
  );
}

/**
 * The name of the unfinished function, if the error says so. A skeleton may have its own error class.
 */
function notImplemented(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, exercise } = error as { readonly name?: unknown; readonly exercise?: unknown };
  return name === 'NotImplementedError' && typeof exercise === 'string' ? exercise : undefined;
}

// By its fields, not its class: it may come from another realm, or from the student's own class.
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
