import { differencesOf } from '../checks/gradient';
import type { Case, Check, Exercise, KnownMistake, Outcome, Outcomes, ShiftedLosses } from '../types';
import type { Encoded, KnownNames, Value } from '../../execution/values';
import { returned } from '../../execution/returned';
import { kindOf, writeSign } from '../checks/kinds';
import { findData, type Curriculum } from './curriculum';
import type { ExerciseFile, MistakeFile, OutcomeFile } from './publicFileSchema';

/** How values are written to a file. */
export interface ValueForm {
  readonly encode: (value: Value) => Encoded;
  /** @throws if it is not output of `encode`, or uses an unknown name */
  readonly decode: (encoded: unknown, names: KnownNames) => Value;
}

/** Outcomes by the ids of their evaluations. */
export type OutcomesFile = Readonly<Record<string, OutcomeFile>>;

/** The parts of a mistake needed only to judge wrong answers, which are most of a file. */
export interface MistakeResults {
  readonly outcomes: OutcomesFile;
  readonly losses?: OutcomesFile | undefined;
}

/** An exercise in a file, where mistakes' results can be stored separately. */
export type ExerciseForm = Omit<ExerciseFile, 'mistakes'> & {
  readonly mistakes: readonly Omit<MistakeFile, keyof MistakeResults>[];
};

/** Encodes everything but mistakes' results. @param losses - those of the reference, if they may be written */
export function encodeExercise(exercise: Exercise, form: ValueForm, losses?: OutcomesFile): object {
  return {
    ...exercise,
    losses,
    checks: exercise.checks.map(encodeCheck),
    cases: exercise.cases.map(({ calls, apply, expected, ...rest }) => ({
      ...rest,
      calls: encodeCalls(calls, form),
      apply: apply && encodeCalls(apply, form),
      expected: encodeOutcome(expected, form),
    })),
    mistakes: exercise.mistakes.map(({ outcomes: _outcomes, losses: _losses, holds, ...rest }) => ({
      ...rest,
      holds: holds && writeSign(holds),
    })),
  };
}

/** What a mistake returns on the cases of its exercise. */
export function encodeOutcomes({ cases }: Exercise, { outcomes }: KnownMistake, form: ValueForm): OutcomesFile {
  const known = cases.flatMap(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome === undefined ? [] : [[id, encodeOutcome(outcome, form)] as const];
  });
  return Object.fromEntries(known);
}

/**
 * All losses that a gradient check can compare others with; undefined if there are none.
 *
 * @param mistake - undefined: those of the reference
 */
export function encodeLosses(exercise: Exercise, form: ValueForm, mistake?: KnownMistake): OutcomesFile | undefined {
  const { losses } = mistake ?? exercise;
  if (losses === undefined) return undefined;
  const kept = differencesOf(exercise, mistake).flatMap(({ id, evaluation }) => {
    const outcome = losses(id, evaluation);
    return outcome === undefined ? [] : [[id, encodeOutcome(outcome, form)] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * @param resultsOf - the results of a mistake, by its index; read once, on first use
 * @throws if a value is malformed, or uses an unknown name
 */
export function decodeExercise(
  { cases, mistakes, losses, ...rest }: ExerciseForm,
  resultsOf: (mistake: number) => MistakeResults,
  { callbacks, data }: Curriculum,
  form: ValueForm,
): Exercise {
  const names: KnownNames = { callbacks, findData: (source) => findData(data, source) };
  const decode: Decode = (encoded) => form.decode(encoded, names);
  return {
    ...rest,
    losses: losses && decodeLosses(() => losses, decode),
    cases: cases.map((one): Case => ({
      ...one,
      label: one.label,
      calls: decodeCalls(one.calls, decode),
      apply: one.apply && decodeCalls(one.apply, decode),
      expected: decodeOutcome(one.expected, decode),
      scale: one.scale,
    })),
    mistakes: mistakes.map((mistake, index) => decodeMistake(mistake, () => resultsOf(index), decode)),
  };
}

type Decode = (encoded: unknown) => Value;

function decodeMistake(
  mistake: ExerciseForm['mistakes'][number],
  read: () => MistakeResults,
  decode: Decode,
): KnownMistake {
  const results = once(read);
  const outcomes = once(() => decodeOutcomes(results().outcomes, decode));
  return {
    ...mistake,
    carriedFrom: mistake.carriedFrom,
    losses: decodeLosses(() => results().losses, decode),
    get outcomes() {
      return outcomes();
    },
  };
}

function decodeLosses(losses: () => OutcomesFile | undefined, decode: Decode): ShiftedLosses {
  const decoded = new Map<string, Outcome>();
  return (id) => {
    const all = losses() ?? {};
    const encoded = Object.hasOwn(all, id) ? all[id] : undefined;
    if (encoded === undefined) return undefined;
    const outcome = decoded.get(id) ?? decodeOutcome(encoded, decode);
    decoded.set(id, outcome);
    return outcome;
  };
}

function decodeOutcomes(outcomes: OutcomesFile, decode: Decode): Outcomes {
  return new Map(Object.entries(outcomes).map(([one, outcome]) => [one, decodeOutcome(outcome, decode)]));
}

function encodeCheck<One extends Check>(check: One): object {
  const { id, points, cases, kind, withdrawn } = check;
  return { id, points, cases, kind, ...(withdrawn && { withdrawn }), ...kindOf(check).write(check) };
}

function encodeCalls(calls: readonly (readonly Value[])[], { encode }: ValueForm): unknown[][] {
  return calls.map((inputs) => inputs.map(encode));
}

function decodeCalls(calls: readonly (readonly unknown[])[], decode: Decode): readonly (readonly Value[])[] {
  return calls.map((inputs) => inputs.map(decode));
}

function encodeOutcome(outcome: Outcome, { encode }: ValueForm): OutcomeFile {
  if (outcome.status === 'returned') return { status: 'returned', values: outcome.values.map(encode) };
  if (outcome.status === 'threw') return { status: 'threw', name: outcome.error.name };
  throw new Error(`a recorded outcome can't be ${outcome.status}`);
}

function decodeOutcome(outcome: OutcomeFile, decode: Decode): Outcome {
  if (outcome.status === 'threw') {
    return {
      status: 'threw',
      error: { name: outcome.name, message: '', exercise: undefined, stack: '', place: undefined },
    };
  }
  return returned(outcome.values.map(decode));
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
