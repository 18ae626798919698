import { latenessOf } from '../../../../pipeline/course';
import { roundPoints } from '../../../../pipeline/score';
import type { SubmissionResult } from '../../../../pipeline/report';
import type { Metadata } from './metadata';
import type { Settings } from './settings';

/** Points after the late penalty, with remarks for the student. */
export interface Late {
  readonly score: number;
  readonly remarks: readonly string[];
}

/** Subtracts the late penalty, by the later of the course's due date and Gradescope's, which includes extensions. */
export function withLateness(result: SubmissionResult, settings: Settings, metadata: Metadata | undefined): Late {
  // Gradescope has no empty score.
  const points = result.score ?? knownIn(result);
  const { latePolicy, timeZone } = settings;
  if (metadata === undefined || latePolicy === null) return { score: points, remarks: [] };
  const remarks: string[] = [];
  let lost = 0;
  for (const { id, score, optional } of result.assignments) {
    const own = settings.due[id];
    const due = own === null || own === undefined ? metadata.due : new Date(own);
    const course = { schedule: [{ id, due }], latePolicy, ...(timeZone === undefined ? {} : { timeZone }) };
    const { late, days, penalty } = latenessOf(course, id, metadata.createdAt, metadata.due);
    const cost = roundPoints((score ?? 0) * penalty);
    if (late)
      remarks.push(`${id}: ${days} ${days === 1 ? 'day' : 'days'} late, which costs ${cost} of ${score ?? 0} points.`);
    if (!optional) lost += cost;
  }
  return { score: roundPoints(points - lost), remarks };
}

/** The known points of a result with parts that only a person can grade. */
function knownIn({ assignments }: SubmissionResult): number {
  const counted = assignments.filter(({ status, optional }) => status === 'graded' && !optional);
  return counted.flatMap(({ exercises }) => exercises).reduce((sum, { score }) => sum + (score ?? 0), 0);
}
