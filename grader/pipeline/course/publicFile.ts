import type { Assignment, Case, Check, Exercise, KnownMistake, MistakeSign, Outcome, Outcomes } from '../types';
import { decodeJson, encodeJson, isRecordValue, type KnownNames, type Value, type ValueRecord } from '../../execution/values';
import { checkLawParameters, lawNamed, type Law } from '../checks/laws';
import { findData, type Curriculum } from './curriculum';
import { publicFileSchema, schemaVersion, type CheckFile, type ExerciseFile, type OutcomeFile } from './publicFileSchema';

/**
 * The public checks of an assignment as text for `public.json`: all that a student's copy needs.
 *
 * @throws if the assignment holds hidden cases
 */
export function writePublicFile(assignment: Assignment): string {
  if (assignment.scope !== 'public') throw new Error(`${assignment.id} was prepared with hidden cases, which must not be written`);
  return writeAssignmentFile(assignment);
}

/** An assignment as text, hidden cases and all: for staff's eyes. */
export function writeAssignmentFile(assignment: Assignment): string {
  const exercises = assignment.exercises.map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => (check.kind === 'property' ? { ...check, ...encodeLaw(check) } : check)),
    cases: exercise.cases.map(({ calls, apply, expected, ...rest }) => ({
      ...rest,
      calls: encodeCalls(calls),
      apply: apply && encodeCalls(apply),
      expected: encodeOutcome(expected),
    })),
    mistakes: exercise.mistakes.map(({ outcomes, holds, ...rest }) => ({
      ...rest,
      holds: holds && encodeLaw(holds),
      outcomes: Object.fromEntries([...outcomes].map(([id, outcome]) => [id, encodeOutcome(outcome)])),
    })),
  }));
  return `${JSON.stringify({ schemaVersion, ...assignment, exercises })}\n`;
}

/** @throws in one sentence if the text is not what `writePublicFile` makes */
export function readPublicFile(text: string, name: string, curriculum: Curriculum): Assignment {
  const assignment = readAssignmentFile(text, name, curriculum);
  const isPublic =
    assignment.scope === 'public' && assignment.exercises.every(({ cases }) => cases.every((one) => one.visibility === 'public'));
  if (!isPublic) throw new Error(`${name} is damaged or of another version (it has hidden cases); get it anew from the course`);
  return assignment;
}

/** @throws in one sentence if the text is not what `writeAssignmentFile` makes */
export function readAssignmentFile(text: string, name: string, curriculum: Curriculum): Assignment {
  return parseAssignment(text, name, curriculum, 'at once');
}

/** The same where this grader itself wrote the text: what mistakes return, most of it, is read when it is first asked for. */
export function readKeptAssignment(text: string, name: string, curriculum: Curriculum): Assignment {
  return parseAssignment(text, name, curriculum, 'when asked for');
}

function parseAssignment(text: string, name: string, curriculum: Curriculum, mistakes: ReadMistakes): Assignment {
  const damaged = (why: string): Error => new Error(`${name} is damaged or of another version (${why}); get it anew from the course`);
  const parsed = publicFileSchema.safeParse(parseJson(text, name));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw damaged(first === undefined ? 'unknown form' : `at ${first.path.join('.') || 'the top'}: ${first.message}`);
  }
  const { schemaVersion: _version, ...assignment } = parsed.data;
  try {
    return { ...assignment, exercises: assignment.exercises.map((exercise) => decodeExercise(exercise, curriculum, mistakes)) };
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is no JSON; get it anew from the course`);
  }
}

function decodeExercise(
  { checks, cases, mistakes, ...rest }: ExerciseFile,
  { laws, callbacks, data }: Curriculum,
  readMistakes: ReadMistakes,
): Exercise {
  const names: KnownNames = { callbacks, findData: (source) => findData(data, source) };
  return {
    ...rest,
    checks: checks.map((check) => decodeCheck(check, laws)),
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
    mistakes: mistakes.map((mistake) => decodeMistake(mistake, laws, names, readMistakes)),
  };
}

type ReadMistakes = 'at once' | 'when asked for';

function decodeMistake(
  { holds, outcomes: encoded, ...rest }: ExerciseFile['mistakes'][number],
  laws: readonly Law[],
  names: KnownNames,
  read: ReadMistakes,
): KnownMistake {
  const { id, hints, translations, carriedFrom, fails } = rest;
  let outcomes = read === 'at once' ? decodeOutcomes(encoded, names) : undefined;
  return {
    id,
    hints,
    translations,
    carriedFrom,
    fails,
    holds: holds && decodeLaw(holds, laws),
    get outcomes() {
      outcomes ??= decodeOutcomes(encoded, names);
      return outcomes;
    },
  };
}

function decodeOutcomes(outcomes: Readonly<Record<string, OutcomeFile>>, names: KnownNames): Outcomes {
  return new Map(Object.entries(outcomes).map(([one, outcome]) => [one, decodeOutcome(outcome, names)]));
}

// JSON leaves out what is undefined.
function decodeCheck(check: CheckFile, laws: readonly Law[]): Check {
  if (check.kind === 'reference') return { ...check, field: check.field };
  if (check.kind === 'gradient') return { ...check, strengthArgument: check.strengthArgument };
  if (check.kind !== 'property') return check;
  return { ...check, ...decodeLaw(check, laws) };
}

interface LawFile {
  readonly law: string;
  readonly parameters: unknown;
}

function encodeLaw({ law, parameters }: MistakeSign): LawFile {
  return { law: law.name, parameters: encodeJson(parameters) };
}

function decodeLaw(file: LawFile, laws: readonly Law[]): MistakeSign {
  const law = lawNamed(laws, file.law);
  const parameters = decodeRecord(file.parameters, law.name);
  checkLawParameters(law, parameters);
  return { law, parameters };
}

function decodeRecord(encoded: unknown, law: string): ValueRecord {
  const parameters = decodeJson(encoded);
  if (typeof parameters !== 'object' || !isRecordValue(parameters)) throw new Error(`the law ${law} has no parameters`);
  return parameters;
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
    return { status: 'threw', error: { name: outcome.name, message: '', exercise: undefined, stack: '', place: undefined } };
  }
  const observed = { leakedTensors: 0, kernels: 0, changedInputs: [], disposedInputs: [], returnedInputs: [], callbackCalls: [] };
  return { status: 'returned', values: outcome.values.map((value) => decodeJson(value, names)), observed };
}
