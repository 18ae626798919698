import { differencesOf } from '../checks';
import type { Assignment, Case, Check, Exercise, KnownMistake, Outcome, Outcomes, ShiftedLosses } from '../types';
import { decodeJson, encodeJson, type KnownNames, type Value } from '../../execution/values';
import { returned } from '../../execution';
import { parseJson } from '../../files';
import { kindOf, writeSign } from '../checks/kinds';
import { findData, type Curriculum } from './curriculum';
import { publicFileSchema, schemaVersion, type ExerciseFile, type OutcomeFile } from './publicFileSchema';

/**
 * The public checks of an assignment as text for `public.json`: all that a student's copy needs.
 *
 * @throws if the assignment holds hidden cases
 */
export function writePublicFile(assignment: Assignment): string {
  if (assignment.scope !== 'public')
    throw new Error(`${assignment.id} was prepared with hidden cases, which must not be written`);
  return textOf(assignment, () => undefined);
}

/** An assignment as text, hidden cases and all: for staff's eyes. */
export function writeAssignmentFile(assignment: Assignment): string {
  return textOf(assignment, keptLosses);
}

/** Losses at shifted arguments, by the ids of their evaluations. */
type LossesFile = Readonly<Record<string, OutcomeFile>>;
/** @param mistake - undefined: those of the reference */
type WriteLosses = (exercise: Exercise, mistake?: KnownMistake) => LossesFile | undefined;

/** All that a gradient check may hold losses against. */
function keptLosses(exercise: Exercise, mistake?: KnownMistake): LossesFile | undefined {
  const { losses } = mistake ?? exercise;
  if (losses === undefined) return undefined;
  const kept = differencesOf(exercise, mistake).flatMap(({ id, evaluation }) => {
    const outcome = losses(id, evaluation);
    return outcome === undefined ? [] : [[id, encodeOutcome(outcome)] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function textOf(assignment: Assignment, lossesOf: WriteLosses): string {
  const exercises = assignment.exercises.map((exercise) => ({
    ...exercise,
    losses: lossesOf(exercise),
    checks: exercise.checks.map(encodeCheck),
    cases: exercise.cases.map(({ calls, apply, expected, ...rest }) => ({
      ...rest,
      calls: encodeCalls(calls),
      apply: apply && encodeCalls(apply),
      expected: encodeOutcome(expected),
    })),
    mistakes: exercise.mistakes.map((mistake) => {
      const { outcomes, holds, ...rest } = mistake;
      return {
        ...rest,
        losses: lossesOf(exercise, mistake),
        holds: holds && writeSign(holds),
        outcomes: Object.fromEntries([...outcomes].map(([id, outcome]) => [id, encodeOutcome(outcome)])),
      };
    }),
  }));
  return `${JSON.stringify({ schemaVersion, ...assignment, exercises })}\n`;
}

/** @throws in one sentence if the text is not what `writePublicFile` makes */
export function readPublicFile(text: string, name: string, curriculum: Curriculum): Assignment {
  const assignment = readAssignmentFile(text, name, curriculum);
  const isPublic =
    assignment.scope === 'public' &&
    assignment.exercises.every(({ cases }) => cases.every((one) => one.visibility === 'public'));
  if (!isPublic)
    throw new Error(`${name} is damaged or of another version (it has hidden cases); get it again from the course`);
  return assignment;
}

/** @throws in one sentence if the text is not what `writeAssignmentFile` makes */
export function readAssignmentFile(text: string, name: string, curriculum: Curriculum): Assignment {
  return parseAssignment(text, name, curriculum, 'at once');
}

/**
 * The same where this grader itself wrote the text: what mistakes return, most of it, is read when it is first asked
 * for.
 */
export function readKeptAssignment(text: string, name: string, curriculum: Curriculum): Assignment {
  return parseAssignment(text, name, curriculum, 'when asked for');
}

function parseAssignment(text: string, name: string, curriculum: Curriculum, mistakes: ReadMistakes): Assignment {
  const damaged = (why: string): Error =>
    new Error(`${name} is damaged or of another version (${why}); get it again from the course`);
  const parsed = parseJson(text, publicFileSchema(curriculum.laws));
  if (parsed.status === 'damaged') throw damaged(parsed.why);
  const { schemaVersion: _version, ...assignment } = parsed.value;
  try {
    return {
      ...assignment,
      exercises: assignment.exercises.map((exercise) => decodeExercise(exercise, curriculum, mistakes)),
    };
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function decodeExercise(
  { checks, cases, mistakes, losses, ...rest }: ExerciseFile,
  { callbacks, data }: Curriculum,
  readMistakes: ReadMistakes,
): Exercise {
  const names: KnownNames = { callbacks, findData: (source) => findData(data, source) };
  return {
    ...rest,
    losses: decodeLosses(losses, names),
    checks,
    cases: cases.map(({ id, visibility, label, translations, calls, apply, expected, scale }): Case => ({
      id,
      visibility,
      label,
      translations,
      calls: decodeCalls(calls, names),
      apply: apply && decodeCalls(apply, names),
      expected: decodeOutcome(expected, names),
      scale,
    })),
    mistakes: mistakes.map((mistake) => decodeMistake(mistake, names, readMistakes)),
  };
}

type ReadMistakes = 'at once' | 'when asked for';

function decodeMistake(
  { holds, outcomes: encoded, losses, ...rest }: ExerciseFile['mistakes'][number],
  names: KnownNames,
  read: ReadMistakes,
): KnownMistake {
  const { id, hints, translations, carriedFrom, fails, shows } = rest;
  let outcomes = read === 'at once' ? decodeOutcomes(encoded, names) : undefined;
  return {
    id,
    hints,
    translations,
    carriedFrom,
    fails,
    shows,
    holds,
    losses: decodeLosses(losses, names),
    get outcomes() {
      outcomes ??= decodeOutcomes(encoded, names);
      return outcomes;
    },
  };
}

function decodeLosses(losses: LossesFile | undefined, names: KnownNames): ShiftedLosses | undefined {
  if (losses === undefined) return undefined;
  const decoded = new Map<string, Outcome>();
  return (id) => {
    const encoded = Object.hasOwn(losses, id) ? losses[id] : undefined;
    if (encoded === undefined) return undefined;
    const outcome = decoded.get(id) ?? decodeOutcome(encoded, names);
    decoded.set(id, outcome);
    return outcome;
  };
}

function decodeOutcomes(outcomes: Readonly<Record<string, OutcomeFile>>, names: KnownNames): Outcomes {
  return new Map(Object.entries(outcomes).map(([one, outcome]) => [one, decodeOutcome(outcome, names)]));
}

function encodeCheck<One extends Check>(check: One): object {
  const { id, points, cases, kind } = check;
  return { id, points, cases, kind, ...kindOf(check).write(check) };
}

function encodeCalls(calls: readonly (readonly Value[])[]): unknown[][] {
  return calls.map((inputs) => inputs.map(encodeJson));
}

function decodeCalls(calls: readonly (readonly unknown[])[], names: KnownNames): readonly (readonly Value[])[] {
  return calls.map((inputs) => inputs.map((input) => decodeJson(input, names)));
}

function encodeOutcome(outcome: Outcome): OutcomeFile {
  if (outcome.status === 'returned') return { status: 'returned', values: outcome.values.map(encodeJson) };
  if (outcome.status === 'threw') return { status: 'threw', name: outcome.error.name };
  throw new Error(`a recorded outcome can't be ${outcome.status}`);
}

function decodeOutcome(outcome: OutcomeFile, names: KnownNames): Outcome {
  if (outcome.status === 'threw') {
    return {
      status: 'threw',
      error: { name: outcome.name, message: '', exercise: undefined, stack: '', place: undefined },
    };
  }
  return returned(outcome.values.map((value) => decodeJson(value, names)));
}
