import type { Assignment, ExerciseProblem, FileProblem, FileRemark } from '../../pipeline/types';

/** What grading would report before it runs anything. */
export interface BeforeRunning {
  /** What it would reject, by exercise. */
  readonly problems: ReadonlyMap<string, ExerciseProblem>;
  /** Whether one exercise uses another. */
  readonly isCalled: (exercise: string, neighbour: string) => boolean;
  /** Remarks on a file that is graded nevertheless. */
  readonly remarks: readonly FileRemark[];
}

/**
 * What grading would reject without running: certain forbidden calls, code that is too long, a file that doesn't
 * compile or can't be read; and its remarks.
 */
export async function problemsBeforeRunning(assignment: Assignment, folder: string): Promise<BeforeRunning> {
  // Loaded lazily, since a run with only todos needs neither compiler nor parser.
  const { compileSubmission, findProblems, isFileProblem, readSubmission, usesNeighbour } =
    await import('../../pipeline/submission');
  const submission = await readSubmission(folder, [assignment], { named: true });
  const found = submission.files.get(assignment.id);
  const ofFile = (problem: FileProblem): BeforeRunning => ({
    problems: new Map(assignment.exercises.map(({ name }) => [name, { status: 'file', problem }])),
    isCalled: () => false,
    remarks: [],
  });
  if (found === undefined) return { problems: new Map(), isCalled: () => false, remarks: [] };
  if (isFileProblem(found)) return ofFile(found);
  const compiled = await compileSubmission(found, assignment.exercises);
  if (isFileProblem(compiled)) return ofFile(compiled);
  return {
    problems: findProblems(compiled, assignment.exercises),
    isCalled: (exercise, neighbour) => usesNeighbour(compiled, exercise, neighbour),
    remarks: [...(found.remarks ?? []), ...compiled.remarks],
  };
}
