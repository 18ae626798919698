import { executeOf, returned } from '../../execution';
import type { Assignment, Case, Check, Compositions, Exercise, Outcome } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import type { CheckSpec } from '../checks/kinds';
import { shiftedLosses } from '../checks/mistakes';
import type { AssignmentSpec, ExerciseSpec } from './spec/spec';
import { compositionsOf } from './compositionsOf';
import { drawCases, translated, type DrawnCase, type Seeds } from './drawCases';
import { refuseUnknownFields } from './refuseUnknownFields';
import { withMistakes } from './withMistakes';

/**
 * Turns an author's spec into data: draws the cases, and runs the reference and the known mistakes on them.
 *
 * @throws if the spec contradicts itself: our own bug, with the assignment and exercise in the message
 */
export async function prepareAssignment(spec: AssignmentSpec, seeds: Seeds, specHash: string): Promise<Assignment> {
  const { id, title, file, optional = false } = spec;
  const bare: Exercise[] = [];
  for (const exercise of spec.exercises) bare.push(await prepareExercise(exercise, spec, seeds));
  const scope = seeds.hidden === undefined ? 'public' : 'full';
  const loadCompositions = (): Promise<Compositions> => Promise.resolve(compositionsOf(spec));
  const exercises = await withMistakes(spec, bare);
  return { id, title, file, optional, scope, specHash, exercises, loadCompositions };
}

/** A prepared assignment without its hidden cases, on which mistakes are then not run. */
export function withPublicCasesOnly(full: Assignment): Assignment {
  const exercises = full.exercises.map((exercise) => ({
    ...exercise,
    cases: exercise.cases.filter(({ visibility }) => visibility === 'public'),
  }));
  return { ...full, scope: 'public', exercises };
}

async function prepareExercise(spec: ExerciseSpec, assignment: AssignmentSpec, seeds: Seeds): Promise<Exercise> {
  const drawn = spec.cases.flatMap((one) => drawCases(one, spec, assignment, seeds));
  const checks = spec.checks.map((check) => resolveCheck(check, spec, drawn, assignment));
  refuseIfAsync(spec, checks);
  const cases: Case[] = [];
  for (const { one, expected, small } of drawn) {
    const answered = {
      ...one,
      expected: expected === undefined ? await expectedOutcome(spec, one) : returned([expected]),
    };
    cases.push({ ...answered, scale: small ? undefined : scaleOf(answered) });
  }
  const { name, formerNames, arguments: names, async, forbidden, seconds, maxBytes } = spec;
  refuseUnknownFields(name, checks, cases);
  refuseTakenNames(formerNames ?? [], name, assignment);
  const losses = async === true ? undefined : shiftedLosses(spec.reference);
  const base = { name, ...(formerNames && { formerNames }), arguments: names, async };
  return { ...base, checks, cases, mistakes: [], losses, forbidden, seconds, maxBytes };
}

function refuseTakenNames(formerNames: readonly string[], name: string, { exercises }: AssignmentSpec): void {
  const taken = formerNames.find((former) =>
    exercises.some((other) => other.name === former || (other.name !== name && other.formerNames?.includes(former))),
  );
  if (taken !== undefined)
    throw new Error(`${name} can't have been called ${taken}, which another exercise of the file is or was called`);
}

/** Features that call a function many times are not available for async ones. */
function refuseIfAsync({ name, async, buildsOn = {} }: ExerciseSpec, checks: readonly Check[]): void {
  if (async !== true) return;
  const gradient = checks.find(({ kind }) => kind === 'gradient');
  if (gradient !== undefined)
    throw new Error(
      `${name} is async, and ${gradient.id} differentiates it: ask for the gradient by a reference check`,
    );
  if (Object.keys(buildsOn).length > 0)
    throw new Error(`${name} is async, and builds on ${Object.keys(buildsOn).join(', ')}: leave out buildsOn`);
}

async function expectedOutcome(spec: ExerciseSpec, one: Pick<Case, 'id' | 'calls' | 'apply'>): Promise<Outcome> {
  let isPromised = false;
  const watched = (...args: unknown[]): unknown => {
    const result: unknown = spec.reference(...args);
    isPromised ||= result instanceof Promise;
    return result;
  };
  const outcome = await executeOf(spec, watched, { kind: 'calls', calls: one.calls, apply: one.apply });
  if (isPromised !== (spec.async === true)) {
    const says = isPromised ? 'a promise: say `async: true`' : 'no promise: leave out `async`';
    throw new Error(`${spec.name}: on case ${one.id} the reference returns ${says} in its spec`);
  }
  if (outcome.status !== 'returned') {
    const claim = `${spec.name}: the reference fails on case ${one.id}`;
    if (outcome.status !== 'threw') throw new Error(`${claim}: ${outcome.status}`);
    const { name, message, stack } = outcome.error;
    const place = spec.placeOf?.(stack);
    throw new Error(`${claim}: ${name}: ${message}${place === undefined ? '' : `   (${place})`}`);
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
  if (isRecordValue(value)) return Math.max(0, ...Object.values(value).map(largestMagnitude));
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
    if (position === -1) throw new Error(`${base.id} refers to ${name}, which is not a parameter of ${exercise.name}`);
    return position;
  };
  const about = translated(labels?.zh.checks, check.id);
  return { ...base, ...check.resolve({ argument: index, about }) } as Check;
}
