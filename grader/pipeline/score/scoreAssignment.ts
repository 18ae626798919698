import type { AssignmentResult } from '../types';
import { isOpen, scoreExercise, type ScoredExercise } from './scoreExercise';

export interface ScoredAssignment extends Omit<AssignmentResult, 'exercises'> {
  readonly exercises: readonly ScoredExercise[];
  /** null where it was not graded: what is not known is not 0. */
  readonly score: number | null;
  readonly maxScore: number;
}

/** What one submission earned: the sum of its assignments, of which optional ones stand beside the maximum. */
export interface Score {
  readonly assignments: readonly ScoredAssignment[];
  readonly score: number | null;
  readonly maxScore: number;
}

/** Adds up: checks → exercise → assignment. */
export function scoreAssignment(result: AssignmentResult): ScoredAssignment {
  const exercises = result.exercises.map((exercise) => scoreExercise(exercise));
  const isKnown = result.status === 'graded' && !exercises.some(({ status }) => isOpen(status));
  const score = isKnown ? sum(exercises.map((exercise) => exercise.score)) : null;
  return { ...result, exercises, score, maxScore: sum(exercises.map(({ maxScore }) => maxScore)) };
}

/**
 * Adds up the assignments that were graded. Our own failure leaves the total unknown, never too low; where nothing was
 * graded there is none.
 */
export function totalScore(assignments: readonly ScoredAssignment[]): Score {
  const counted = assignments.filter(({ assignment }) => !assignment.optional);
  const known = counted.flatMap(({ score }) => (score === null ? [] : [score]));
  const isUnknown =
    counted.some(({ status, score }) => status === 'infrastructure' || (status === 'graded' && score === null)) ||
    (known.length === 0 && counted.length > 0);
  return { assignments, score: isUnknown ? null : sum(known), maxScore: sum(counted.map(({ maxScore }) => maxScore)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
