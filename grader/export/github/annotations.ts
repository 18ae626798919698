import type { GithubResult } from './result';

/** GitHub shows ten of a kind for each step. */
const mostAnnotations = 10;

/**
 * Workflow commands that a step prints: the first failures beside the files they are in, then the points as the reporter gives them.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function annotations({ tests, max_score: maxPoints }: GithubResult): readonly string[] {
  const failed = tests.filter(({ status }) => status !== 'pass');
  const shown = failed
    .slice(0, mostAnnotations)
    .map(({ name, filename, message }) => command('error', { file: filename, title: name }, message));
  const totalPoints = tests.reduce((sum, { score }) => sum + score, 0);
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
