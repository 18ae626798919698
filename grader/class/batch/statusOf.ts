import type { SubmissionResult } from '../../pipeline/report';

/** The status of a submission as a whole; the one that most needs a person's attention wins. */
export function statusOf({
  assignments,
}: Pick<SubmissionResult, 'assignments'>): SubmissionResult['assignments'][number]['status'] | 'partial' {
  const statuses = assignments.map(({ status }) => status);
  if (statuses.includes('infrastructure')) return 'infrastructure';
  if (statuses.includes('unrecognised')) return 'unrecognised';
  if (statuses.includes('unreadable')) return 'unreadable';
  // It waits for manual points.
  if (assignments.some(({ status, score }) => status === 'graded' && score === null)) return 'partial';
  return statuses.every((status) => status === 'missing') ? 'missing' : 'graded';
}
