import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { plural } from '../../pipeline/words/english';

/** Statuses that don't count as an answer. */
const unanswered: readonly ExerciseJson['status'][] = ['todo', 'forbidden', 'error'];

/** Describes the effect of each withdrawn check, for a person to review before it counts. */
export function withdrawalsToText(results: readonly SubmissionResult[]): readonly string[] {
  const found = new Map<string, { points: number; all: number; without: number }>();
  const leftOut = new Set<string>();
  for (const { assignments } of results) {
    for (const { id, exercises, status } of assignments) {
      for (const exercise of status === 'graded' ? exercises : []) {
        for (const { id: check, withdrawn, maxPoints } of exercise.checks) {
          const key = `${id} ${check}`;
          if (withdrawn === 'left-out') leftOut.add(key);
          if (withdrawn !== 'given') continue;
          const known = found.get(key) ?? { points: maxPoints, all: 0, without: 0 };
          known.all += 1;
          if (unanswered.includes(exercise.status)) known.without += 1;
          found.set(key, known);
        }
      }
    }
  }
  const given = [...found].map(([key, { points, all, without }]) => {
    const also = without === 0 ? '' : `, also to ${without} whose function is to do, off limits or does not run`;
    return `withdrawn: ${key}, ${plural(points, 'point')}, given to all ${all} whose file was graded${also}`;
  });
  return [...given, ...[...leftOut].map((key) => `withdrawn: ${key}, which no longer counts`)];
}
