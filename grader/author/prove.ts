import { checkExercise, planEvaluations, withCarriedMistakes } from '../checks';
import { compareValues } from '../checks/compareValues';
import { tellingCases } from '../checks/recogniseMistake';
import type { AssignmentSpec, ExerciseFunction, ExerciseSpec } from '../course/author';
import { prepareAssignment } from '../course/prepareAssignment';
import { execute } from '../sandbox/execute';
import { scoreExercise, type ScoredExercise } from '../score';
import { en } from '../report';
import type { Assignment, Exercise, Outcome, Outcomes } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../values';

/** One thing that keeps an assignment from being fair, in a sentence. */
export interface Unfairness {
  readonly exercise: string;
  readonly what: string;
}

/**
 * Proves on one seed that right answers pass and wrong ones don't: the solution and the alternatives earn all points, every
 * known mistake loses some and is recognised by its own id, witnesses agree, and zeros, constants and echoes earn nothing.
 */
export function proveFair(
  spec: AssignmentSpec,
  seeds: { readonly public: string; readonly hidden: string | undefined },
): readonly Unfairness[] {
  const assignment = prepareAssignment(spec, seeds, 'proof');
  return assignment.exercises.flatMap((exercise) => {
    const author = spec.exercises.find(({ name }) => name === exercise.name);
    if (author === undefined) return [];
    const say = (what: string): Unfairness => ({ exercise: exercise.name, what });
    return [
      ...rightOnes(author, exercise).map(say),
      ...wrongOnes(author, exercise).map(say),
      ...carriedOnes(author, exercise, assignment).map(say),
      ...emptyOnes(exercise).map(say),
      ...witnesses(author, exercise).map(say),
    ];
  });
}

/** Runs one function as a submission's and scores it. */
export function scoreFunction(exercise: Exercise, run: ExerciseFunction): ScoredExercise {
  return scoreExercise(checkExercise(exercise, { outcomes: outcomesOf(exercise, run), durationMs: 0 }));
}

function outcomesOf(exercise: Exercise, run: ExerciseFunction): Outcomes {
  return new Map(planEvaluations(exercise).map(({ id, evaluation }) => [id, execute(run, evaluation)]));
}

function rightOnes(author: ExerciseSpec, exercise: Exercise): readonly string[] {
  const all = { 'the solution': author.reference, ...author.alternatives };
  return Object.entries(all).flatMap(([name, run]) => {
    const result = scoreFunction(exercise, run);
    if (result.score === result.maxScore) return [];
    const failures = result.checks.filter(({ status }) => status !== 'passed');
    return [`${name} is right but earns ${result.score} of ${result.maxScore}: ${failures.map(describeFailure).join('; ')}`];
  });
}

function describeFailure({ check, finding, failingCase }: ScoredExercise['checks'][number]): string {
  return `${check.id}: ${finding === undefined ? 'failed' : en.finding(finding).join(', ')} (${failingCase?.id ?? 'no case'})`;
}

function wrongOnes(author: ExerciseSpec, exercise: Exercise): readonly string[] {
  // Gradient checks take most of the time, and a mistake that loses points without them needs none.
  const cheap = { ...exercise, checks: exercise.checks.filter(({ kind }) => kind !== 'gradient') };
  return author.mistakes.flatMap(({ id, make }) => {
    const first = scoreFunction(cheap, make());
    const result = first.score < first.maxScore ? first : scoreFunction(exercise, make());
    if (result.score === result.maxScore) return [`the mistake ${id} loses no points`];
    if (result.mistake?.id !== id) return [`the mistake ${id} is taken for ${result.mistake?.id ?? 'none that is known'}`];
    return [];
  });
}

/** A neighbour's mistake must be recognised as carried where it shows, once the neighbour is diagnosed. */
function carriedOnes(author: ExerciseSpec, exercise: Exercise, assignment: Assignment): readonly string[] {
  return exercise.mistakes.flatMap(({ id, carriedFrom, outcomes }) => {
    const neighbour = assignment.exercises.find(({ name }) => name === carriedFrom);
    if (carriedFrom === undefined || neighbour === undefined || equalsReference(exercise, outcomes)) return [];
    const own = neighbour.mistakes.find((mistake) => mistake.id === id && mistake.carriedFrom === undefined);
    if (own === undefined) return [`the carried mistake ${id} is none of ${carriedFrom}`];
    const results = [
      { ...checkExercise(neighbour, { outcomes: own.outcomes, durationMs: 0 }), status: 'failed' as const, mistake: { ...own } },
      { ...checkExercise(exercise, { outcomes, durationMs: 0 }), status: 'failed' as const },
    ];
    const [, recognised] = withCarriedMistakes(results, (name) => (name === exercise.name ? outcomes : own.outcomes));
    return recognised?.mistake?.carriedFrom === carriedFrom ? [] : [`the mistake ${id} of ${carriedFrom} is not recognised as carried`];
  });
}

function equalsReference(exercise: Exercise, outcomes: Outcomes): boolean {
  return tellingCases(exercise).every(({ id, expected, scale }) => agree(expected, outcomes.get(id), scale) === undefined);
}

function agree(expected: Outcome, outcome: Outcome | undefined, scale: number | undefined): string | undefined {
  if (expected.status !== 'returned' || outcome?.status !== 'returned') return 'it does not return';
  const { finding } = compareValues(expected.values, outcome.values, '', { comparison: { rule: 'standard' }, scale, step: undefined });
  return finding === undefined ? undefined : en.finding(finding).join(', ');
}

/** Answers without work: zeros and ones of the right structure, and each argument handed back. */
function emptyOnes(exercise: Exercise): readonly string[] {
  const constant = (number: number): Outcomes => mapOutcomes(exercise, (value) => fill(value, number));
  const answers = new Map<string, Outcomes>([
    ['zeros', constant(0)],
    ['ones', constant(1)],
    ...exercise.arguments.map((name, index): [string, Outcomes] => [`the argument ${name}`, echo(exercise, index)]),
  ]);
  return [...answers].flatMap(([name, outcomes]) => {
    const { score } = scoreExercise(checkExercise(exercise, { outcomes, durationMs: 0 }));
    return score === 0 ? [] : [`${name} for an answer earns ${score} points`];
  });
}

function mapOutcomes(exercise: Exercise, map: (value: Value) => Value): Outcomes {
  const expected = new Map(exercise.cases.map((one) => [one.id, one.expected]));
  const [first] = exercise.cases;
  return new Map(
    planEvaluations(exercise).map(({ id }) => {
      const outcome = expected.get(id) ?? first?.expected;
      return [
        id,
        outcome?.status === 'returned' ? { ...outcome, values: outcome.values.map(map) } : { status: 'crashed', detail: 'no reference' },
      ];
    }),
  );
}

function fill(value: Value, number: number): Value {
  if (typeof value === 'number') return number;
  if (isArrayValue(value)) return value.map((item) => fill(item, number));
  if (value instanceof TensorValue)
    return new TensorValue(
      value.shape,
      value.dtype,
      value.values.map(() => number),
    );
  if (typeof value === 'object' && isRecordValue(value))
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, fill(item, number)]));
  return value;
}

function echo(exercise: Exercise, argument: number): Outcomes {
  const observed = { leakedTensors: 0, kernels: 0, changedInputs: [], disposedInputs: [], returnedInputs: [], callbackCalls: [] };
  return new Map(
    planEvaluations(exercise).map(({ id, evaluation }) => {
      const calls = evaluation.kind === 'calls' ? evaluation.calls : [evaluation.arguments];
      return [id, { status: 'returned', values: calls.map((inputs) => inputs[argument]), observed }];
    }),
  );
}

function witnesses(author: ExerciseSpec, exercise: Exercise): readonly string[] {
  return author.witnesses.flatMap(({ name, compute, on }) => {
    const cases = tellingCases(exercise).filter(({ id }) => on === undefined || on.includes(familyOf(id)));
    if (cases.length === 0) return [`the witness ${name} is asked on no case`];
    return cases.flatMap(({ id, calls, apply, expected, scale }) => {
      const outcome = execute(compute, { kind: 'calls', calls, apply });
      const shared = onlyFieldsOf(outcome, expected);
      const difference = agree(shared, outcome, scale);
      return difference === undefined ? [] : [`the witness ${name} disagrees on ${id}: ${difference}`];
    });
  });
}

function familyOf(caseId: string): string {
  return caseId.replace(/^(public|hidden)\//, '').replace(/-\d+$/, '');
}

/** What the reference returned, less the fields that a witness does not compute. */
function onlyFieldsOf(outcome: Outcome, expected: Outcome): Outcome {
  if (outcome.status !== 'returned' || expected.status !== 'returned') return expected;
  const values = expected.values.map((value, index) => {
    const got = outcome.values[index];
    if (typeof value !== 'object' || !isRecordValue(value) || typeof got !== 'object' || !isRecordValue(got)) return value;
    return Object.fromEntries(Object.entries(value).filter(([field]) => Object.hasOwn(got, field)));
  });
  return { ...expected, values };
}
