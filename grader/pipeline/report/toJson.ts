import { isOpen, type Score, type ScoredAssignment, type ScoredCheck, type ScoredExercise } from '../score';
import { printableLine } from '../words/sanitize';
import { hintIn } from './hintIn';
import { jsonNumber } from '../words/jsonNumber';
import { messageOf, problemMessage } from './messageOf';
import { pictureOf } from './pictures/pictureOf';
import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from './submissionResult';
import { en, type Texts } from './texts/en';

/** The provenance of a result. */
export type Provenance = Pick<
  SubmissionResult,
  | 'submission'
  | 'entry'
  | 'contentHash'
  | 'scope'
  | 'seedLabel'
  | 'isolation'
  | 'graderVersion'
  | 'specHash'
  | 'node'
  | 'tfjs'
>;

/** The result of one submission in its stable format, for staff: it contains numbers of hidden cases. */
export function toJson(
  { score, maxScore, assignments }: Score,
  provenance: Provenance,
  texts: Texts = en,
): SubmissionResult {
  const { submission, entry, contentHash, scope, seedLabel, isolation, ...versions } = provenance;
  return {
    schemaVersion: 1,
    submission,
    ...(entry === undefined ? {} : { entry, contentHash }),
    scope,
    seedLabel,
    language: texts.language,
    precision: 'float64',
    isolation,
    ...versions,
    score,
    maxScore,
    assignments: assignments.map((assignment) => assignmentJson(assignment, texts)),
  };
}

function assignmentJson(result: ScoredAssignment, texts: Texts): AssignmentJson {
  const { assignment, status, score, maxScore, exercises, remarks = [] } = result;
  return {
    id: assignment.id,
    score,
    maxScore,
    status,
    optional: assignment.optional,
    specHash: assignment.specHash,
    message: whyUngraded(result, texts).join('\n'),
    ...placeOf(result),
    ...(remarks.length === 0 ? {} : { remarks: remarks.map(texts.fileRemark) }),
    exercises: exercises.map((exercise) => exerciseJson(exercise, result, texts)),
  };
}

function placeOf({ problem }: ScoredAssignment): Record<string, unknown> {
  if (problem?.status !== 'does-not-compile' || problem.place === undefined) return {};
  const { file, line } = problem.place;
  return { place: { file: printableLine(file), line } };
}

/** For staff; empty if it was graded. */
function whyUngraded({ problem, status, exercises }: ScoredAssignment, texts: Texts): readonly string[] {
  if (problem !== undefined) return texts.file(problem);
  const [first] = exercises;
  return status === 'infrastructure' && first?.problem !== undefined ? texts.problem(first.problem) : [];
}

function exerciseJson(
  result: ScoredExercise,
  { assignment: { id: assignment }, status: whole }: ScoredAssignment,
  texts: Texts,
): ExerciseJson {
  const { exercise, score, maxScore, status, checks, mistake, durationMs } = result;
  return {
    name: exercise.name,
    ...(exercise.formerNames && { formerNames: [...exercise.formerNames] }),
    score: whole !== 'graded' || status === 'infrastructure' || isOpen(status) ? null : score,
    maxScore,
    status,
    message: problemMessage(result, { reader: 'staff', assignment, hint: 0, texts }),
    studentMessage: problemMessage(result, { reader: 'student', assignment, hint: 0, texts }),
    checks: checks.map((check) => checkJson(check, result, assignment, texts)),
    mistake: mistake?.id ?? null,
    hints: mistake === undefined ? [] : ([1, 2, 3] as const).map((number) => hintIn(texts.language, mistake, number)),
    carriedFrom: mistake?.carriedFrom ?? null,
    durationMs: Math.round(durationMs),
  };
}

function checkJson(check: ScoredCheck, result: ScoredExercise, assignment: string, texts: Texts): CheckJson {
  const message = messageOf(check, result, { reader: 'staff', assignment, hint: 0, texts });
  const picture =
    check.status === 'failed' ? pictureOf(check, result.exercise, (labelled) => texts.label(labelled)) : undefined;
  const forStudent = messageOf(check, result, { reader: 'student', assignment, hint: 1, texts });
  return {
    id: check.check.id,
    name: texts.checkName(check.check),
    kind: check.check.kind,
    status: check.status,
    visibility: check.failingCase?.visibility ?? 'public',
    points: check.points,
    maxPoints: check.check.points,
    ...(check.check.withdrawn && { withdrawn: check.check.withdrawn }),
    relativeError: check.relativeError === undefined ? null : jsonNumber(check.relativeError),
    threshold: check.threshold === undefined ? null : jsonNumber(check.threshold),
    ...(check.check.kind === 'gradient' ? { verdict: check.verdict ?? null } : {}),
    message,
    // The same without numbers of hidden cases, and with the first hint.
    studentMessage: forStudent,
    ...(picture === undefined ? {} : { picture }),
  };
}
