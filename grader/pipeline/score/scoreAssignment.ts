import type { AssignmentResult } from '../types';
import { scoreExercise, type ScoredExercise } from './scoreExercise';

export interface ScoredAssignment extends Omit<AssignmentResult, 'exercises'> {
  readonly exercises: readonly ScoredExercise[];
  /** null where our own failure kept it from being graded. */
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
  const score = result.status === 'infrastructure' ? null : sum(exercises.map((exercise) => exercise.score));
  return { ...result, exercises, score, maxScore: sum(exercises.map(({ maxScore }) => maxScore)) };
}

/** Adds up the assignments. One that could not be graded leaves the total unknown, never too low. */
export function totalScore(assignments: readonly ScoredAssignment[]): Score {
  const counted = assignments.filter(({ assignment }) => !assignment.optional);
  const known = counted.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    assignments,
    score: known.length < counted.length ? null : sum(known),
    maxScore: sum(counted.map(({ maxScore }) => maxScore)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
