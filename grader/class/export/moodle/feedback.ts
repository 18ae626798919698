import type { AssignmentJson, ExerciseJson } from '../../../pipeline/report';
import type { AssignmentGrade } from '../../roster';
import { pointsText } from '../sheet';

const opening = 'Automatic grading:';

/** The student's feedback on one line: points of each function, without free text. */
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

/** Whether the feedback was generated, so that it may be replaced. */
export function isGenerated(feedback: string): boolean {
  return feedback
    .replace(/<[^>]*>/g, '')
    .trim()
    .startsWith(opening);
}

function exerciseText({ name, score, maxScore, status }: ExerciseJson): string {
  const points = score === null ? 'no points yet' : `${pointsText(score)} of ${pointsText(maxScore)}`;
  return status === 'passed' ? `${name} ${points}` : `${name} ${points} (${status === 'todo' ? 'to do' : status})`;
}

// The comment is free text, and is shown on the student's page only.
function criterionText({ criterion, points, max }: NonNullable<AssignmentGrade['rubric']>[number]): string {
  return `${criterion}, by a person: ${points === null ? 'not graded yet' : pointsText(points)} of ${pointsText(max)}.`;
}
