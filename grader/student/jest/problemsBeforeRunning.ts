import type { Assignment, ExerciseProblem, FileProblem, FileRemark } from '../../pipeline/types';

/** What grading would say before it runs anything. */
export interface BeforeRunning {
  /** What it would refuse to run, by exercise. */
  readonly problems: ReadonlyMap<string, ExerciseProblem>;
  /** Whether one exercise uses another. */
  readonly isCalled: (exercise: string, neighbour: string) => boolean;
  /** What a person reads of the file that is graded all the same. */
  readonly remarks: readonly FileRemark[];
}

/**
 * What grading would refuse to run: forbidden calls that are certain, code that is too long, a file that doesn't
 * compile or can't be read; and what it would remark on.
 */
export async function problemsBeforeRunning(assignment: Assignment, folder: string): Promise<BeforeRunning> {
  // Loaded here, since a run in which all is still to do needs neither compiler nor parser.
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
