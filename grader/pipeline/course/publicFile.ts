import type { Assignment, Exercise, Language } from '../types';
import { decodeJson, encodeJson } from '../../execution/values';
import { parseJson } from '../../files';
import type { Curriculum } from './curriculum';
import { decodeExercise, encodeExercise, encodeLosses, encodeOutcomes, type ValueForm } from './exerciseForm';
import { linesOfJson } from './linesOfJson';
import { publicFileProblem } from './publicFileProblem';
import { publicFileSchema, schemaVersion, type ExerciseFile } from './publicFileSchema';

const json: ValueForm = { encode: encodeJson, decode: decodeJson };

/**
 * The public checks of an assignment as text for `public.json`: everything a student's copy needs.
 *
 * @throws if the assignment contains hidden cases
 */
export function writePublicFile(assignment: Assignment): string {
  if (assignment.scope !== 'public')
    throw new Error(`${assignment.id} was prepared with hidden cases, which must not be written`);
  return linesOfJson(fileOf(assignment, () => undefined));
}

/** An assignment as text, including hidden cases: for staff only. */
export function writeAssignmentFile(assignment: Assignment): string {
  return `${JSON.stringify(fileOf(assignment, encodeLosses))}\n`;
}

function fileOf(assignment: Assignment, lossesOf: typeof encodeLosses): object {
  const exercises = assignment.exercises.map((exercise) => {
    const encoded = encodeExercise(exercise, json, lossesOf(exercise, json)) as Pick<ExerciseFile, 'mistakes'>;
    const mistakes = exercise.mistakes.map((mistake, index) => ({
      ...encoded.mistakes[index],
      losses: lossesOf(exercise, json, mistake),
      outcomes: encodeOutcomes(exercise, mistake, json),
    }));
    return { ...encoded, mistakes };
  });
  return { schemaVersion, ...assignment, exercises };
}

/** @throws in one sentence, in the reader's language, if the text is not output of `writePublicFile` */
export function readPublicFile(text: string, name: string, curriculum: Curriculum, language?: Language): Assignment {
  const assignment = readAssignmentFile(text, name, curriculum, language);
  const isPublic =
    assignment.scope === 'public' &&
    assignment.exercises.every(({ cases }) => cases.every((one) => one.visibility === 'public'));
  if (!isPublic) throw publicFileProblem(name, { status: 'hidden-cases' }, language);
  return assignment;
}

/** @throws in one sentence if the text is not output of `writeAssignmentFile` */
export function readAssignmentFile(
  text: string,
  name: string,
  curriculum: Curriculum,
  language?: Language,
): Assignment {
  const damaged = (why: string): Error => publicFileProblem(name, { status: 'damaged', why }, language);
  const parsed = parseJson(text, publicFileSchema(curriculum.laws));
  if (parsed.status === 'damaged') throw damaged(parsed.why);
  const { schemaVersion: _version, ...assignment } = parsed.value;
  try {
    return { ...assignment, exercises: assignment.exercises.map((exercise) => decoded(exercise, curriculum)) };
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function decoded(file: ExerciseFile, curriculum: Curriculum): Exercise {
  const exercise = decodeExercise(file, (index) => file.mistakes[index] ?? { outcomes: {} }, curriculum, json);
  // Detect damage now, not when a student first makes that mistake.
  for (const mistake of exercise.mistakes) void mistake.outcomes;
  return exercise;
}
