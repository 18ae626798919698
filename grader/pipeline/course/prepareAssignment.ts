import { plainEvaluations, tellingCases } from '../checks';
import { execute, returned } from '../../execution';
import type {
  Assignment,
  Case,
  Check,
  Exercise,
  KnownMistake,
  Outcome,
  ShiftedLosses,
  Translated,
  Visibility,
} from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { Random } from './spec/random';
import type { CheckSpec } from '../checks/kinds';
import type { AssignmentSpec, CaseSpec, ExerciseFunction, ExerciseSpec, Inputs } from './spec/spec';
import { hintsOf, type MistakeHints } from './hintsOf';
import { sandboxlessOutcomes } from './sandboxlessOutcomes';
import { seedOfCase } from './seeds';

export interface Seeds {
  readonly public: string;
  /** Undefined: public cases alone. */
  readonly hidden: string | undefined;
}

/**
 * Turns what an author wrote into data: draws the cases, and runs the reference and the known mistakes on them.
 *
 * @throws if the spec contradicts itself: our own bug, with the assignment and exercise in the message
 */
export function prepareAssignment(spec: AssignmentSpec, seeds: Seeds, specHash: string): Assignment {
  const { id, title, file, optional = false } = spec;
  const own = new Map<string, readonly KnownMistake[]>();
  const exercises = spec.exercises.map((exercise) => {
    const bare = withoutMistakes(exercise, spec, seeds);
    const asked = askedCases(bare);
    own.set(exercise.name, ownMistakes(exercise, asked, spec));
    return { exercise, bare, asked };
  });
  return {
    id,
    title,
    file,
    optional,
    scope: seeds.hidden === undefined ? 'public' : 'full',
    specHash,
    exercises: exercises.map(({ exercise, bare, asked }) => ({
      ...bare,
      mistakes: [...(own.get(exercise.name) ?? []), ...carriedMistakes(exercise, asked, spec, own)],
    })),
  };
}

function withoutMistakes(spec: ExerciseSpec, assignment: AssignmentSpec, seeds: Seeds): Exercise {
  const drawn = spec.cases.flatMap((one) => drawCases(one, spec, assignment, seeds));
  const checks = spec.checks.map((check) => resolveCheck(check, spec, drawn, assignment));
  const cases = drawn.map(({ one, expected }) => ({
    ...one,
    expected: expected === undefined ? expectedOutcome(spec, one) : returned([expected]),
  }));
  const withScale = cases.map((one, index) => ({
    ...one,
    scale: drawn[index]?.small === true ? undefined : scaleOf(one),
  }));
  const { name, arguments: names, forbidden, seconds, maxBytes } = spec;
  const losses = shiftedLosses(spec.reference);
  return { name, arguments: names, checks, cases: withScale, mistakes: [], losses, forbidden, seconds, maxBytes };
}

interface DrawnCase {
  readonly one: Omit<Case, 'expected' | 'scale'>;
  readonly family: string;
  readonly expected: Value;
  readonly reserved: boolean;
  readonly small: boolean;
}

function drawCases(
  spec: CaseSpec,
  exercise: ExerciseSpec,
  assignment: AssignmentSpec,
  seeds: Seeds,
): readonly DrawnCase[] {
  const { id: assignmentId, labels } = assignment;
  const translations = translated(labels?.zh.cases, spec.label);
  const draw = (visibility: Visibility, seed: string, copy: number): DrawnCase => {
    const name = copy === 0 ? spec.id : `${spec.id}-${copy + 1}`;
    const random = new Random(
      seedOfCase(seed, { assignment: assignmentId, exercise: exercise.name, visibility, case: name }),
    );
    const calls = spec.calls(random).map((inputs) => argumentsOf(inputs, exercise));
    const one = {
      id: `${visibility}/${name}`,
      visibility,
      label: spec.label,
      translations,
      calls,
      apply: spec.apply?.(random),
    };
    const expected = spec.expected?.(one.apply ?? []);
    return { one, family: spec.id, expected, reserved: spec.reserved, small: spec.small };
  };
  const copies = (visibility: Visibility, seed: string): DrawnCase[] =>
    Array.from({ length: spec.copies[visibility] }, (_, copy) => draw(visibility, seed, copy));
  return [...copies('public', seeds.public), ...(seeds.hidden === undefined ? [] : copies('hidden', seeds.hidden))];
}

function translated(
  words: Readonly<Record<string, string>> = {},
  english: string | undefined,
): Translated<string> | undefined {
  const zh = english !== undefined && Object.hasOwn(words, english) ? words[english] : undefined;
  return zh === undefined ? undefined : { zh };
}

function argumentsOf(inputs: Inputs, { name, arguments: names }: ExerciseSpec): readonly Value[] {
  const unknown = Object.keys(inputs).find((input) => !names.includes(input));
  if (unknown !== undefined)
    throw new Error(`${name}: a case gives ${unknown}, which is no parameter; parameters: ${names.join(', ')}`);
  const missing = names.find((parameter) => !Object.hasOwn(inputs, parameter));
  if (missing !== undefined) throw new Error(`${name}: a case does not give ${missing}`);
  return names.map((parameter) => inputs[parameter]);
}

function expectedOutcome(spec: ExerciseSpec, one: Pick<Case, 'id' | 'calls' | 'apply'>): Outcome {
  const [outcome] = sandboxlessOutcomes(spec.reference, [one]).values();
  if (outcome?.status !== 'returned') {
    const reason = outcome?.status === 'threw' ? `${outcome.error.name}: ${outcome.error.message}` : 'nothing';
    throw new Error(`${spec.name}: the reference fails on case ${one.id}: ${reason}`);
  }
  return outcome;
}

function scaleOf({ calls, expected }: Pick<Case, 'calls' | 'expected'>): number {
  const results = expected.status === 'returned' ? expected.values : [];
  return Math.max(1, ...[...calls.flat(), ...results].map(largestMagnitude));
}

function largestMagnitude(value: Value): number {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.abs(value) : 0;
  if (value instanceof TensorValue) return value.values.reduce((max, item) => Math.max(max, Math.abs(item)), 0);
  if (isArrayValue(value)) return Math.max(0, ...value.map(largestMagnitude));
  if (typeof value === 'object' && isRecordValue(value))
    return Math.max(0, ...Object.values(value).map(largestMagnitude));
  return 0;
}

function resolveCheck(
  check: CheckSpec,
  exercise: ExerciseSpec,
  drawn: readonly DrawnCase[],
  { labels }: AssignmentSpec,
): Check {
  const unknown = check.on?.find((family) => !exercise.cases.some(({ id }) => id === family));
  if (unknown !== undefined)
    throw new Error(`${exercise.name}.${check.id} runs on case ${unknown}, which does not exist`);
  const cases = drawn
    .filter(({ family, reserved }) => check.on?.includes(family) ?? !reserved)
    .map(({ one }) => one.id);
  const base = { id: `${exercise.name}.${check.id}`, points: check.points, cases, kind: check.kind };
  const index = (name: string): number => {
    const position = exercise.arguments.indexOf(name);
    if (position === -1) throw new Error(`${base.id} speaks of ${name}, which is no parameter of ${exercise.name}`);
    return position;
  };
  const about = translated(labels?.zh.checks, check.id);
  return { ...base, ...check.resolve({ argument: index, about }) } as Check;
}

function ownMistakes(spec: ExerciseSpec, asked: AskedCases, assignment: AssignmentSpec): readonly KnownMistake[] {
  return spec.mistakes.map(({ id, make, fails, holds }) => {
    const hints = hintsOf(assignment, spec.name, id);
    if (fails !== undefined) {
      const checks = fails.map((check) => `${spec.name}.${check}`);
      return { id, ...hints, carriedFrom: undefined, outcomes: new Map(), fails: checks, holds };
    }
    return knownMistake(id, hints, undefined, make, asked);
  });
}

/** Each mistake of a neighbour, as it shows through an exercise that is built on the neighbour. */
function carriedMistakes(
  spec: ExerciseSpec,
  asked: AskedCases,
  { exercises }: AssignmentSpec,
  own: ReadonlyMap<string, readonly KnownMistake[]>,
): readonly KnownMistake[] {
  return Object.entries(spec.buildsOn ?? {}).flatMap(([name, buildOn]) => {
    const neighbour = exercises.find((other) => other.name === name);
    if (neighbour === undefined) throw new Error(`${spec.name} builds on ${name}, which is no exercise of the file`);
    return (own.get(name) ?? []).flatMap(({ id, hints, translations, fails }, index) => {
      const make = neighbour.mistakes[index]?.make;
      // What shows in no value can't be recognised in what is built on it.
      return fails !== undefined || make === undefined
        ? []
        : knownMistake(id, { hints, translations }, name, () => buildOn(make()), asked);
    });
  });
}

// Most submissions make few mistakes: what a mistake returns is found out when first asked for.
function knownMistake(
  id: string,
  hints: MistakeHints,
  carriedFrom: string | undefined,
  make: () => ExerciseFunction,
  asked: AskedCases,
): KnownMistake {
  let outcomes: ReadonlyMap<string, Outcome> | undefined;
  let losses: ShiftedLosses | undefined;
  return {
    id,
    ...hints,
    carriedFrom,
    get outcomes() {
      outcomes ??= outcomesOfMistake(make, asked);
      return outcomes;
    },
    losses: (id, evaluation) => (losses ??= shiftedLosses(make()))(id, evaluation),
  };
}

/** Each is found out when it is first asked for. */
function shiftedLosses(run: ExerciseFunction): ShiftedLosses {
  const known = new Map<string, Outcome>();
  return (id, evaluation) => {
    const outcome = known.get(id) ?? execute(run, evaluation);
    known.set(id, outcome);
    return outcome;
  };
}

/** As a submission is run: again for the hidden cases. Of those only what mistakes are told by is kept. */
function outcomesOfMistake(make: () => ExerciseFunction, { cases, telling }: AskedCases): ReadonlyMap<string, Outcome> {
  return new Map(
    (['public', 'hidden'] as const).flatMap((visibility) => {
      const asked = cases.filter((one) => one.visibility === visibility);
      const outcomes = asked.length === 0 ? [] : [...sandboxlessOutcomes(make(), asked)];
      return visibility === 'public' ? outcomes : outcomes.filter(([id]) => telling.has(id));
    }),
  );
}

interface AskedCases {
  readonly cases: readonly Case[];
  readonly telling: ReadonlySet<string>;
}

// What a submission is asked, in the same order, since a mistake may depend on what was asked before.
function askedCases(exercise: Exercise): AskedCases {
  const ids = new Set(plainEvaluations(exercise).map(({ id }) => id));
  const telling = new Set(tellingCases(exercise).map(({ id }) => id));
  return { cases: exercise.cases.filter(({ id }) => ids.has(id)), telling };
}
