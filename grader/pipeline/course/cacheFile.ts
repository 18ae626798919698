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

type CachedAssignment = Omit<Assignment, 'exercises' | 'loadCompositions'> & {
  readonly schemaVersion: number;
  readonly exercises: readonly (ExerciseForm & { readonly results: readonly Uint8Array[] })[];
};

/**
 * Serializes a prepared assignment for the grader itself, which reads it at every start: numbers in binary, and each
 * mistake's results as bytes that are decoded on first use.
 */
export function writeCacheFile(assignment: Assignment): Uint8Array {
  // Compositions are code: the reader loads them again when needed.
  const { loadCompositions: _code, ...data } = assignment;
  const exercises = assignment.exercises.map((exercise) => ({
    ...encodeExercise(exercise, binary, encodeLosses(exercise, binary)),
    results: exercise.mistakes.map((mistake) =>
      serialize({
        outcomes: encodeOutcomes(exercise, mistake, binary),
        losses: encodeLosses(exercise, binary, mistake),
      }),
    ),
  }));
  const content = serialize({ schemaVersion, ...data, exercises });
  return Buffer.concat([digestOf(content), content]);
}

/** @throws if it is not, bit for bit, output of `writeCacheFile` */
export function readCacheFile(file: Buffer, curriculum: Curriculum): Assignment {
  const content = file.subarray(digestBytes);
  if (!digestOf(content).equals(file.subarray(0, digestBytes))) throw new Error('it was only half written, or changed');
  // So it is our own and needs no schema, except to look up laws by name.
  const { schemaVersion: version, ...assignment } = deserialize(content) as CachedAssignment;
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
