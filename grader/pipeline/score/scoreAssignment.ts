import type { AssignmentResult } from '../types';
import { isOpen, scoreExercise, type ScoredExercise } from './scoreExercise';

export interface ScoredAssignment extends Omit<AssignmentResult, 'exercises'> {
  readonly exercises: readonly ScoredExercise[];
  /** null if it was not graded: unknown is not 0. */
  readonly score: number | null;
  readonly maxScore: number;
}

/** What one submission earned: the sum of its assignments; optional ones do not count towards the maximum. */
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
 * Adds up the graded assignments. Our own failure makes the total unknown, never too low; if nothing was graded there
 * is no total.
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
