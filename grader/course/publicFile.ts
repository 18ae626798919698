import { z } from 'zod';
import type { Assignment, Case, Check, Exercise, KnownMistake, Outcome } from '../types';
import { decodeJson, encodeJson, type Value } from '../values';

/** Version of the file's form, not of its content. */
const schemaVersion = 1;

/**
 * The public checks of an assignment as text for `public.json`: all that a student's copy needs.
 *
 * @throws if the assignment holds hidden cases
 */
export function writePublicFile(assignment: Assignment): string {
  if (assignment.scope !== 'public') throw new Error(`${assignment.id} was prepared with hidden cases, which must not be written`);
  const exercises = assignment.exercises.map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => (check.kind === 'property' ? { ...check, parameters: encodeJson(check.parameters) } : check)),
    cases: exercise.cases.map(({ calls, expected, ...rest }) => ({
      ...rest,
      calls: calls.map((inputs) => inputs.map(encodeJson)),
      expected: encodeOutcome(expected),
    })),
    mistakes: exercise.mistakes.map(({ outcomes, ...rest }) => ({
      ...rest,
      outcomes: Object.fromEntries([...outcomes].map(([id, outcome]) => [id, encodeOutcome(outcome)])),
    })),
  }));
  return `${JSON.stringify({ schemaVersion, ...assignment, exercises })}\n`;
}

/** @throws in one sentence if the text is not what `writePublicFile` makes */
export function readPublicFile(text: string, name: string): Assignment {
  const parsed = publicSchema.safeParse(parseJson(text, name));
  if (!parsed.success)
    throw new Error(`${name} is damaged or of another version; get it anew from the course.\n${z.prettifyError(parsed.error)}`);
  const { schemaVersion: _version, ...assignment } = parsed.data;
  return { ...assignment, exercises: assignment.exercises.map(decodeExercise) };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is no JSON; get it anew from the course`);
  }
}

const outcomeSchema = z.union([
  z.object({ status: z.literal('returned'), values: z.array(z.unknown()) }),
  z.object({ status: z.literal('threw'), name: z.string() }),
]);

const exerciseSchema = z.object({
  name: z.string(),
  arguments: z.array(z.string()),
  checks: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.enum(['reference', 'gradient', 'property', 'input', 'leak', 'kernels']),
      points: z.number(),
      cases: z.array(z.string()),
    }),
  ),
  cases: z.array(
    z.object({
      id: z.string(),
      visibility: z.literal('public'),
      label: z.string().optional(),
      calls: z.array(z.array(z.unknown())),
      expected: outcomeSchema,
      scale: z.number().optional(),
    }),
  ),
  mistakes: z.array(
    z.object({
      id: z.string(),
      hints: z.tuple([z.string(), z.string(), z.string()]),
      carriedFrom: z.string().optional(),
      outcomes: z.record(z.string(), outcomeSchema),
    }),
  ),
  forbidden: z.array(z.union([z.object({ path: z.string() }), z.object({ method: z.string() })])),
});

const publicSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  id: z.string(),
  title: z.string(),
  file: z.string(),
  optional: z.boolean(),
  scope: z.literal('public'),
  specHash: z.string(),
  exercises: z.array(exerciseSchema),
});

type ExerciseFile = z.infer<typeof exerciseSchema>;
type OutcomeFile = z.infer<typeof outcomeSchema>;

function decodeExercise({ checks, cases, mistakes, ...rest }: ExerciseFile): Exercise {
  return {
    ...rest,
    checks: checks.map(decodeCheck),
    cases: cases.map(({ id, visibility, label, calls, expected, scale }): Case => ({
      id,
      visibility,
      label,
      calls: calls.map((inputs) => inputs.map(decodeJson)),
      expected: decodeOutcome(expected),
      scale,
    })),
    mistakes: mistakes.map(({ id, hints, carriedFrom, outcomes }): KnownMistake => ({
      id,
      hints,
      carriedFrom,
      outcomes: new Map(Object.entries(outcomes).map(([one, outcome]) => [one, decodeOutcome(outcome)])),
    })),
  };
}

// JSON leaves out what is undefined; what the checks' own fields hold is theirs to know.
function decodeCheck(check: ExerciseFile['checks'][number]): Check {
  const decoded = check.kind === 'property' ? { ...check, parameters: decodeJson(check.parameters) } : check;
  return decoded as unknown as Check;
}

function encodeOutcome(outcome: Outcome): OutcomeFile {
  if (outcome.status === 'returned') return { status: 'returned', values: outcome.values.map(encodeJson) };
  if (outcome.status === 'threw') return { status: 'threw', name: outcome.error.name };
  throw new Error(`a recorded outcome can't be ${outcome.status}`);
}

function decodeOutcome(outcome: OutcomeFile): Outcome {
  if (outcome.status === 'threw') {
    return { status: 'threw', error: { name: outcome.name, message: '', exercise: undefined, stack: '', place: undefined } };
  }
  const observed = { leakedTensors: 0, kernels: 0, changedInputs: [], disposedInputs: [], returnedInputs: [], callbackCalls: [] };
  const values: readonly Value[] = outcome.values.map(decodeJson);
  return { status: 'returned', values, observed };
}
