import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { loadBesideSpec, sourceFolder, type Checkout } from '../../pipeline/course';
import { answersName } from '../../pipeline/words/answersName';
import { Random, type AssignmentSpec, type ExerciseSpec } from '../../pipeline/course/spec';
import { inScope } from '../../execution';
import { tf } from '../../precision';

const helpersFile = 'figures.ts';

type AnyFunction = (...args: unknown[]) => unknown;

/** The value of an expression, or why it has none. */
export type Computed =
  | { readonly status: 'computed'; readonly values: readonly unknown[] }
  | { readonly status: 'failed'; readonly why: string };

/**
 * Evaluates expressions with an assignment's solution, and the exports of its `figures.ts`. For the solution's
 * functions, arrays and numbers are converted to tensors, with the dtypes of the exercise's cases; results are
 * converted back.
 */
export class Calculator {
  readonly #names: readonly string[];
  readonly #things: readonly unknown[];

  private constructor(scope: Readonly<Record<string, unknown>>) {
    this.#names = Object.keys(scope);
    this.#things = Object.values(scope);
  }

  /** @throws if the solution or `figures.ts` can't run */
  static async open(checkout: Checkout, { id, file, exercises }: AssignmentSpec): Promise<Calculator> {
    const hasHelpers = existsSync(join(sourceFolder(checkout, id), helpersFile));
    const helpers = hasHelpers ? await loadBesideSpec(checkout, id, helpersFile) : {};
    const given = new Set(Object.values(helpers).filter(isFunction));
    const solution = file === answersName ? {} : await loadBesideSpec(checkout, id, file);
    const functions = Object.entries(solution).flatMap(([name, one]) => {
      if (!isFunction(one)) return [];
      const exercise = exercises.find((other) => other.name === name);
      return [[name, onArrays(one, exercise === undefined ? [] : examplesOf(exercise), given)] as const];
    });
    return new Calculator({ ...helpers, ...Object.fromEntries(functions) });
  }

  /** @param expression - one or several, separated by commas; promises are awaited */
  async compute(expression: string): Promise<Computed> {
    try {
      return { status: 'computed', values: await inScope(() => this.#run(`[${expression.replaceAll('−', '-')}]`)) };
    } catch (error) {
      return { status: 'failed', why: (error as Error).message };
    }
  }

  async #run(code: string): Promise<readonly unknown[]> {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the staff's own handout
    const run = new Function(...this.#names, `'use strict'; return (async () => ${code})();`) as (
      ...things: readonly unknown[]
    ) => Promise<readonly unknown[]>;
    return (await Promise.all(await run(...this.#things))).map(toArrays);
  }
}

/** Example of each argument, from the first case that can be generated. */
function examplesOf({ arguments: names, cases }: ExerciseSpec): readonly Value[] {
  const [inputs] = cases[0]?.calls(new Random(1)) ?? [];
  return names.map((name) => inputs?.[name]);
}

function onArrays(original: AnyFunction, examples: readonly Value[], given: ReadonlySet<unknown>): AnyFunction {
  return (...args) => toArrays(original(...args.map((one, index) => toTensors(one, examples[index], given))));
}

/** @param given - functions that take tensors */
function toTensors(value: unknown, like: Value, given: ReadonlySet<unknown>): unknown {
  if (value instanceof tf.Tensor || given.has(value)) return value;
  if (like instanceof TensorValue) return tf.tensor(value as number[], undefined, like.dtype);
  if (isFunction(value)) {
    // A callback that returns a number stays a number; a list becomes a tensor.
    return (...args: unknown[]) => {
      const result = value(...args.map(toArrays));
      return Array.isArray(result) ? tf.tensor(result as number[]) : result;
    };
  }
  if (Array.isArray(value))
    return value.map((item, index) =>
      toTensors(item, like !== undefined && isArrayValue(like) ? (like[index] ?? like[0]) : undefined, given),
    );
  if (typeof value !== 'object' || value === null) return value;
  const fields = isRecordValue(like) ? like : {};
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toTensors(item, fields[name], given)]));
}

function toArrays(value: unknown): unknown {
  if (value instanceof tf.Tensor) return value.arraySync();
  if (value instanceof Promise) return value.then(toArrays);
  if (isFunction(value)) return (...args: unknown[]) => toArrays(value(...args));
  if (Array.isArray(value)) return value.map(toArrays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toArrays(item)]));
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function';
}
