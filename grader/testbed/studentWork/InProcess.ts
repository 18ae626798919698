import * as descent from '../../descent';
import { describeError, execute, executeOf } from '../../execution';
import { Bans, guardTfjs } from '../../execution/guard';
import type { ExerciseAnswers, ExerciseQuestions, Runner } from '../../pipeline/sandbox';
import type { Outcome } from '../../pipeline/types';
import * as tf from '../../precision/tfjs';

type Exports = Readonly<Record<string, unknown>>;

const bans = new Bans();
const modules: Exports = { '@tensorflow/tfjs': guardTfjs(tf, bans), descent };

/** Runs trusted files in this process, to test how they are graded. */
export class InProcess implements Runner {
  run: Runner['run'] = async (code, questions, locate) => {
    const loaded = load(code);
    if ('error' in loaded) {
      const error = describeError(loaded.error);
      return { status: 'does-not-load', error: { ...error, place: locate(error.stack) } };
    }
    const answers = new Map<string, ExerciseAnswers>();
    for (const one of questions) answers.set(one.exercise, await ask(one, loaded.exports, locate));
    return { status: 'asked', answers };
  };
}

type Locate = Parameters<Runner['run']>[2];

async function ask(
  { exercise, async, banned, known, next }: ExerciseQuestions,
  exports: Exports,
  locate: Locate,
): Promise<ExerciseAnswers> {
  const run = exports[exercise];
  if (typeof run !== 'function')
    return { status: 'not-run', problem: { status: 'missing-export', exports: Object.keys(exports) } };
  const outcomes = new Map(known);
  for (let asked = next(outcomes); asked.length > 0; asked = next(outcomes)) {
    for (const { id, evaluation } of asked) {
      const off = new Set<string>(banned);
      const { result, violation } =
        async === true
          ? await bans.duringAsync(off, async () => executeOf({ async }, run as () => unknown, evaluation))
          : bans.during(off, () => execute(run as () => unknown, evaluation));
      if (violation !== undefined) {
        const { ban: call, stack } = violation;
        return { status: 'not-run', problem: { status: 'forbidden-call', call, place: locate(stack), through: [] } };
      }
      outcomes.set(id, located(result, locate));
    }
  }
  return { status: 'answered', outcomes, durationMs: 0 };
}

function located(outcome: Outcome, locate: Locate): Outcome {
  if (outcome.status !== 'threw') return outcome;
  return { ...outcome, error: { ...outcome.error, place: locate(outcome.error.stack) } };
}

function load(code: string): { readonly exports: Exports } | { readonly error: unknown } {
  const module: { exports: Exports } = { exports: {} };
  try {
    // On one line, so that stack lines match the code; indirect eval, so that the code can't see this scope.
    const script = `(function (require, module, exports) {${code}\n})\n//# sourceURL=submission.js`;
    const run = (0, eval)(script) as (...args: unknown[]) => void;
    run((name: string) => modules[name], module, module.exports);
    return module;
  } catch (error) {
    return { error };
  }
}
