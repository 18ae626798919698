import { transform, transformSync, type TransformOptions } from 'esbuild';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import * as descent from '../../descent';
import * as tf from '../../precision/tfjs';
import { guardLoops, guardName } from './guardLoops';

const hostModules: Readonly<Record<string, unknown>> = { '@tensorflow/tfjs': tf, descent };

/** Thrown in a loop with too many iterations. */
class EndlessLoop extends Error {
  override readonly name = 'EndlessLoop';
}

/** Counts the iterations of all loops of a mutant, to stop endless ones. */
export class LoopGuard {
  #rounds = 0;
  #maxRounds = 0;

  /** @param limit - iterations after which a loop counts as endless */
  constructor(private readonly limit: number) {}

  /** The largest number of iterations between two resets. */
  get maxRounds(): number {
    return this.#maxRounds;
  }

  reset(): void {
    this.#rounds = 0;
  }

  readonly step = (): void => {
    this.#rounds += 1;
    if (this.#rounds > this.#maxRounds) this.#maxRounds = this.#rounds;
    if (this.#rounds > this.limit) throw new EndlessLoop(`a loop went round more than ${this.limit} times`);
  };
}

/** A compiled mutant, which can be loaded any number of times, without shared state. */
export type CompiledMutant = (guard: LoopGuard) => Readonly<Record<string, ExerciseFunction>>;

const options: TransformOptions = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  tsconfigRaw: '{}',
  logLevel: 'silent',
};

/**
 * Compiles and runs a solution's text, in this process, with guarded loops.
 *
 * @returns its exports; each call gets the full limit of `guard`
 * @throws if the text does not compile or load
 */
export function loadMutant(text: string, guard: LoopGuard): Readonly<Record<string, ExerciseFunction>> {
  return runMutant(withoutCopies(transformSync(guardLoops(text), options).code), guard);
}

/**
 * @param text - with guarded loops
 * @throws if the text does not compile; the returned function throws if it does not load
 */
export async function compileMutant(text: string): Promise<CompiledMutant> {
  const code = withoutCopies((await transform(text, options)).code);
  return (guard) => runMutant(code, guard);
}

/** Avoids copying all exports of tfjs for each loaded mutant, which takes as long as running it. */
function withoutCopies(code: string): string {
  return code.replaceAll(/__toESM\((require\("[^"]*"\))\)/g, '$1');
}

function runMutant(code: string, guard: LoopGuard): Readonly<Record<string, ExerciseFunction>> {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the staff's own code, changed in one place
  const run = new Function('require', 'module', 'exports', guardName, code) as (...args: unknown[]) => void;
  run((name: string) => hostModules[name], module, module.exports, guard.step);
  const functions = Object.entries(module.exports).filter(
    (entry): entry is [string, ExerciseFunction] => typeof entry[1] === 'function',
  );
  return Object.fromEntries(
    functions.map(([name, original]): [string, ExerciseFunction] => [
      name,
      (...args: unknown[]) => {
        guard.reset();
        return original(...args);
      },
    ]),
  );
}
