import type { Assignment, ExerciseProblem } from '../../pipeline/types';

/**
 * What grading would refuse to run, by exercise: forbidden calls that are certain, code that is too long, a file that
 * doesn't compile.
 */
export async function problemsBeforeRunning(
  assignment: Assignment,
  folder: string,
): Promise<ReadonlyMap<string, ExerciseProblem>> {
  // Loaded here, since a run in which all is still to do needs neither compiler nor parser.
  const { compileSubmission, findProblems, isFileProblem, readSubmission } = await import('../../pipeline/submission');
  const submission = await readSubmission(folder, [assignment], { named: true });
  const found = submission.files.get(assignment.id);
  if (found === undefined || isFileProblem(found)) return new Map();
  const compiled = await compileSubmission(found);
  if (!isFileProblem(compiled)) return findProblems(compiled, assignment.exercises);
  return new Map(assignment.exercises.map(({ name }) => [name, { status: 'file', problem: compiled }]));
}
