import type { AssignmentJson, ExerciseJson } from '../../../pipeline/report';
import type { AssignmentGrade } from '../../roster';
import { pointsText } from '../sheet';

const opening = 'Automatic grading:';

/** What a student reads beside the grade: points by function, in our words alone, on one line. */
export function feedbackFor(
  result: AssignmentJson | undefined,
  { raw, max, override, penalty, daysLate, rubric = [] }: AssignmentGrade,
): string {
  const { exercises, status } = result ?? { exercises: [], status: 'missing' };
  const points = `${opening} ${raw === null ? 'no points' : pointsText(raw)} of ${pointsText(max - rubric.reduce((sum, one) => sum + one.max, 0))}.`;
  const late =
    penalty === null || penalty === 0
      ? []
      : [`${daysLate} ${daysLate === 1 ? 'day' : 'days'} late: ${pointsText(penalty)} points less.`];
  const changed =
    override === null || override === 0
      ? []
      : [`Changed by staff: ${override > 0 ? 'plus' : 'minus'} ${pointsText(Math.abs(override))} points.`];
  const problem =
    status === 'missing' ? ['Not submitted.'] : status === 'graded' ? [] : ['The file could not be read.'];
  const list = exercises.length === 0 || status !== 'graded' ? [] : [`${exercises.map(exerciseText).join('; ')}.`];
  const judged = rubric.map(criterionText);
  return [points, ...problem, ...list, ...judged, ...changed, ...late].join(' ');
}

/** Whether feedback is an earlier one of ours, which a new one may take the place of. */
export function isOurs(feedback: string): boolean {
  return feedback
    .replace(/<[^>]*>/g, '')
    .trim()
    .startsWith(opening);
}

function exerciseText({ name, score, maxScore, status }: ExerciseJson): string {
  const points = score === null ? `no points yet` : `${pointsText(score)} of ${pointsText(maxScore)}`;
  return status === 'passed' ? `${name} ${points}` : `${name} ${points} (${status === 'todo' ? 'to do' : status})`;
}

// A comment may say anything, and is on the student's page: here are our words alone.
function criterionText({ criterion, points, max }: NonNullable<AssignmentGrade['rubric']>[number]): string {
  return `${criterion}, by a person: ${points === null ? 'not graded yet' : pointsText(points)} of ${pointsText(max)}.`;
}
