import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';

/**
 * Replaces some exercises of the earlier results by those of a second grading.
 *
 * @param exercises - names, former names, or `03-losses/softmax`
 */
export function mergeResults(
  before: readonly SubmissionResult[],
  after: readonly SubmissionResult[],
  exercises: readonly string[],
): readonly SubmissionResult[] {
  const renewed = new Map(after.map((result) => [result.submission, result]));
  return before.map((result) => {
    const other = renewed.get(result.submission);
    if (other === undefined) return result;
    const assignments = result.assignments.map((one) =>
      mergeAssignment(
        one,
        other.assignments.find(({ id }) => id === one.id),
        exercises,
      ),
    );
    const counted = assignments.filter(({ optional }) => !optional);
    const known = counted.flatMap(({ score }) => (score === null ? [] : [score]));
    const isLost =
      counted.some(({ status, score }) => status === 'infrastructure' || (status === 'graded' && score === null)) ||
      known.length === 0;
    return {
      ...result,
      assignments,
      score: isLost ? null : known.reduce((sum, score) => sum + score, 0),
      maxScore: counted.reduce((sum, { maxScore }) => sum + maxScore, 0),
    };
  });
}

function mergeAssignment(
  before: AssignmentJson,
  after: AssignmentJson | undefined,
  names: readonly string[],
): AssignmentJson {
  if (after === undefined || before.status !== 'graded' || after.status !== 'graded') return before;
  const isMeant = (name: string): boolean => names.includes(name) || names.includes(`${before.id}/${name}`);
  // The exercise could have been renamed since: any of its names selects it.
  const exercises = before.exercises.map((one) => {
    const now = after.exercises.find((other) => namesOf(other).includes(one.name));
    return now !== undefined && [one.name, ...namesOf(now)].some(isMeant) ? now : one;
  });
  const sum = (of: (exercise: (typeof exercises)[number]) => number): number =>
    exercises.reduce((total, one) => total + of(one), 0);
  const score = exercises.some((one) => one.score === null) ? null : sum((one) => one.score ?? 0);
  return { ...before, exercises, score, maxScore: sum(({ maxScore }) => maxScore) };
}

function namesOf({ name, formerNames = [] }: AssignmentJson['exercises'][number]): readonly string[] {
  return [name, ...formerNames];
}
