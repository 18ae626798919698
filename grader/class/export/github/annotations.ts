import type { SubmissionResult } from '../../../pipeline/report';
import { infoOf, type ExportInput } from '../format';
import { testsOf } from '../testsOf';
import { withRubric } from '../withRubric';

/** GitHub shows ten of a kind for each step. */
const maxAnnotations = 10;

/**
 * The workflow commands of a step: the first failure of each function, then the points in the reporter's format.
 * Functions that are still to do are not errors.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotations(graded: SubmissionResult, input: ExportInput): readonly string[] {
  const result = withRubric(graded, input);
  const counted = testsOf(result).filter(({ optional }) => !optional);
  const failed = counted.filter(({ status }) => status === 'failed' || status === 'error');
  const firsts = failed.filter(({ task }, index) => failed.findIndex((other) => other.task === task) === index);
  const shown = firsts.slice(0, maxAnnotations).map(({ assignment, name, text }) => {
    const file = `assignments/${assignment}/${infoOf(input, assignment).file}`;
    return command('error', { file, title: `${assignment} › ${name}` }, text);
  });
  const totalPoints = counted.reduce((sum, { points }) => sum + points, 0);
  const { maxScore: maxPoints } = result;
  return [
    ...shown,
    command('notice', { title: 'Autograding complete' }, `Points ${totalPoints}/${maxPoints}`),
    command('notice', { title: 'Autograding report' }, JSON.stringify({ totalPoints, maxPoints })),
  ];
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
