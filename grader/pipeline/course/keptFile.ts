import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { decodeBinary, encodeBinary } from '../../execution/values';
import type { Assignment, Exercise } from '../types';
import type { Curriculum } from './curriculum';
import {
  decodeExercise,
  encodeExercise,
  encodeLosses,
  encodeOutcomes,
  type ExerciseForm,
  type MistakeResults,
  type ValueForm,
} from './exerciseForm';
import { signSchema } from '../checks/kinds';
import { checkSchema, schemaVersion } from './publicFileSchema';

const binary: ValueForm = { encode: encodeBinary, decode: decodeBinary };
const digestBytes = 32;

type Kept = Omit<Assignment, 'exercises' | 'loadCompositions'> & {
  readonly schemaVersion: number;
  readonly exercises: readonly (ExerciseForm & { readonly results: readonly Uint8Array[] })[];
};

/**
 * A prepared assignment for this grader itself, which reads it at every start: numbers as they lie in memory, and what
 * each mistake returns as bytes that are read when an answer is first held against it.
 */
export function writeKeptFile(assignment: Assignment): Uint8Array {
  // How functions are built on one another is code: whoever reads the file loads it again, when it is needed.
  const { loadCompositions: _code, ...data } = assignment;
  const exercises = assignment.exercises.map((exercise) => ({
    ...encodeExercise(exercise, binary, encodeLosses(exercise, binary)),
    results: exercise.mistakes.map((mistake) =>
      serialize({ outcomes: encodeOutcomes(mistake, binary), losses: encodeLosses(exercise, binary, mistake) }),
    ),
  }));
  const content = serialize({ schemaVersion, ...data, exercises });
  return Buffer.concat([digestOf(content), content]);
}

/** @throws if it is not, to the last bit, what `writeKeptFile` makes */
export function readKeptFile(file: Buffer, curriculum: Curriculum): Assignment {
  const content = file.subarray(digestBytes);
  if (!digestOf(content).equals(file.subarray(0, digestBytes))) throw new Error('it was only half written, or changed');
  // So it is our own, and needs no schema, but for the names of laws.
  const { schemaVersion: version, ...assignment } = deserialize(content) as Kept;
  if (version !== schemaVersion) throw new Error('it is of another version');
  const checks = z.array(checkSchema(curriculum.laws));
  const sign = signSchema(curriculum.laws);
  const exercises = assignment.exercises.map(({ results, ...kept }): Exercise => {
    const exercise = {
      ...kept,
      checks: checks.parse(kept.checks),
      mistakes: kept.mistakes.map((one) => ({ ...one, holds: one.holds && sign.parse(one.holds) })),
    };
    return decodeExercise(exercise, (index) => resultsIn(results[index]), curriculum, binary);
  });
  return { ...assignment, exercises };
}

function resultsIn(bytes: Uint8Array | undefined): MistakeResults {
  if (bytes === undefined) throw new Error('a kept mistake has lost its results');
  return deserialize(bytes) as MistakeResults;
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
