import type { SubmissionResult } from '../../pipeline/report';

/** How a submission as a whole came out: what a person should look at first goes before the rest. */
export function statusOf({
  assignments,
}: Pick<SubmissionResult, 'assignments'>): SubmissionResult['assignments'][number]['status'] | 'partial' {
  const statuses = assignments.map(({ status }) => status);
  if (statuses.includes('infrastructure')) return 'infrastructure';
  if (statuses.includes('unrecognised')) return 'unrecognised';
  if (statuses.includes('unreadable')) return 'unreadable';
  // It waits for points that a person gives.
  if (assignments.some(({ status, score }) => status === 'graded' && score === null)) return 'partial';
  return statuses.every((status) => status === 'missing') ? 'missing' : 'graded';
}
