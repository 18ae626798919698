import { textsFor, type AssignmentJson, type ExerciseJson, type SubmissionResult } from '../../../pipeline/report';
import { wholeAssignment, type AssignmentGrade, type Grade } from '../../roster';
import { pageTexts } from '../../pages/texts';
import { feedbackOf } from '../../pages/student/feedback';

/**
 * The content of a student's page as lines of comments, to be returned under the name of a code file. Like the page, it
 * only uses fields for students.
 *
 * @param grade - undefined for a whole group
 */
export function feedbackText(result: SubmissionResult, grade: Grade | undefined): string {
  const page = pageTexts(result.language ?? 'en');
  const { raw, final, max } = grade ?? { raw: null, final: null, max: 0 };
  const isChanged = raw !== null && final !== null && raw !== final;
  const lines = [
    page.title(grade?.student?.name || result.submission),
    ...(isChanged ? [`${page.grade}: ${page.finalOf(final, max)}`] : []),
    ...result.assignments.flatMap((assignment) => [
      '',
      ...assignmentLines(
        assignment,
        result,
        grade?.assignments.find(({ id }) => id === assignment.id),
      ),
    ]),
  ];
  // Names and comments can contain line breaks.
  return `${lines
    .flatMap((line) => (line === '' ? [''] : linesOf(line)))
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')}\n`;
}

function assignmentLines(
  { id, status, score, maxScore, message, exercises }: AssignmentJson,
  { language = 'en' }: SubmissionResult,
  grade: AssignmentGrade | undefined,
): readonly string[] {
  const [page, grader] = [pageTexts(language), textsFor(language)];
  const head = `${id}: ${page.pointsOf(score, maxScore)}`;
  const criteria = (grade?.rubric ?? []).map(({ criterion, points, max, comment }) =>
    `${criterion}: ${points === null ? page.rubric.notYet(max) : page.pointsOf(points, max)}  ${comment}`.trimEnd(),
  );
  const general = [
    ...feedbackOf(grade, wholeAssignment).comments.map(({ reason }) => `${page.comment} ${reason}`),
    ...criteria,
  ];
  if (status !== 'graded') return [head, grader.assignmentStatus[status], ...linesOf(message), ...general];
  return [
    head,
    ...general,
    ...exercises.flatMap((exercise) => {
      const { override, comments } = feedbackOf(grade, exercise.name);
      const points =
        override === undefined
          ? page.pointsOf(exercise.score, exercise.maxScore)
          : page.byPerson(override.points, exercise.maxScore, exercise.score);
      return [
        '',
        `${exercise.name}: ${grader.status[exercise.status]}, ${points}`,
        ...comments.map(({ reason }) => `  ${page.comment} ${reason}`),
        ...messagesOf(exercise).map((line) => `  ${line}`),
      ];
    }),
  ];
}

/** The messages of an exercise that did not pass. */
function messagesOf({ status, studentMessage = '', checks }: ExerciseJson): readonly string[] {
  if (studentMessage !== '') return linesOf(studentMessage);
  if (status === 'passed' || status === 'todo') return [];
  return checks.filter((check) => check.status === 'failed').flatMap((check) => linesOf(check.studentMessage));
}

// Each part that some program takes for a line becomes a comment.
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r\n|[\n\r\u2028\u2029]/);
}
