import { createHash } from 'node:crypto';
import { askInPhases, type AskedFile } from './askInPhases';
import { alteredArguments, checkExercise, withBrokenNeighbours, withCarriedMistakes } from './checks';
import { runsOf } from './questions';
import type { Runner } from './sandbox';
import { scoreAssignment, totalScore, type Score } from './score';
import { compileSubmission, findProblems, isFileProblem, usesNeighbour, type Submission } from './submission';
import type { Assignment, AssignmentResult, ExerciseResult, FileProblem, Outcomes } from './types';

/**
 * course → submission → sandbox → checks → score, for one submission.
 *
 * @param sandboxes - one, or several among which its assignments are shared out; what it may take in all, it may take in
 *   each
 * @param recall - gives the score of what is the same code in the same files, if it knows one; else what grading it
 *   gives
 */
export async function gradeSubmission(
  course: readonly Assignment[],
  submission: Submission,
  sandboxes: Runner | readonly Runner[],
  recall: Recall = (_identity, grade) => grade(),
): Promise<Score> {
  const files: AskedFile[] = [];
  for (const assignment of course) files.push(await openFile(assignment, submission));
  return recall(identityOf(files), async () => {
    const asked = await askInPhases(files, [sandboxes].flat());
    const judged: AssignmentResult[] = [];
    for (const file of asked) judged.push(await namedAsIf(file, judgeFile(file)));
    return totalScore(judged.map(scoreAssignment));
  });
}

export type Recall = (identity: string, grade: () => Promise<Score>) => Promise<Score>;

/** Everything of a submission that its score depends on, in a few bytes. */
function identityOf(files: readonly AskedFile[]): string {
  const parts = files.map(({ compiled, remarks, answersText }) =>
    isFileProblem(compiled) ? compiled : [compiled.file, [...compiled.sources], remarks, answersText],
  );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Compiles an assignment's file, and looks what of it may not be run. */
async function openFile(assignment: Assignment, submission: Submission): Promise<AskedFile> {
  const found = submission.files.get(assignment.id) ?? {
    status: 'missing',
    file: `${assignment.id}/${assignment.file}`,
  };
  const compiled = isFileProblem(found) ? found : await compileSubmission(found, assignment.exercises);
  if (isFileProblem(found) || isFileProblem(compiled)) return { assignment, compiled, remarks: [], answers: new Map() };
  const problems = [...findProblems(compiled, assignment.exercises)].map(
    ([name, problem]) => [name, { status: 'not-run', problem }] as const,
  );
  // Questions are answered before anything runs, so that nothing is asked of the code for them.
  const { runs, remarks } = runsOf(assignment.exercises, found.answers);
  return {
    assignment,
    compiled,
    remarks: [...(found.remarks ?? []), ...compiled.remarks, ...remarks],
    answers: new Map([...problems, ...runs]),
    answersText: found.answers,
  };
}

function judgeFile({ assignment, answers, compiled, remarks, followings = [] }: AskedFile): AssignmentResult {
  if (isFileProblem(compiled)) return ungraded(assignment, compiled);
  const results = assignment.exercises.map((exercise) =>
    checkExercise(
      exercise,
      answers.get(exercise.name) ?? { status: 'not-run', problem: { status: 'missing-export', exports: [] } },
    ),
  );
  const outcomesOf = (name: string): Outcomes | undefined => {
    const answer = answers.get(name);
    return answer?.status === 'answered' ? answer.outcomes : undefined;
  };
  const isCalled = (exercise: string, neighbour: string): boolean => usesNeighbour(compiled, exercise, neighbour);
  const causesOf = (exercise: string): readonly string[] =>
    followings.flatMap(({ follower, neighbour }) => (follower.name === exercise ? [neighbour.name] : []));
  const canCompose = assignment.loadCompositions !== undefined;
  const named = withCarriedMistakes(results, outcomesOf, isCalled, canCompose ? causesOf : undefined);
  const exercises = withBrokenNeighbours(named, isCalled);
  return { assignment, status: 'graded', problem: undefined, remarks, exercises };
}

/**
 * With names for what is right but for other arguments, of those that have none and
 * call no neighbour that fails.
 */
async function namedAsIf({ assignment, answers }: AskedFile, result: AssignmentResult): Promise<AssignmentResult> {
  const isUnnamed = ({ status, mistake, brokenNeighbour }: ExerciseResult): boolean =>
    status === 'failed' && mistake === undefined && brokenNeighbour === undefined;
  if (assignment.loadCompositions === undefined || !result.exercises.some(isUnnamed)) return result;
  const { references } = await assignment.loadCompositions();
  const exercises = result.exercises.map((one): ExerciseResult => {
    const [answer, reference] = [answers.get(one.exercise.name), references.get(one.exercise.name)];
    if (!isUnnamed(one) || answer?.status !== 'answered' || reference === undefined) return one;
    return { ...one, mistake: alteredArguments(one.exercise, answer.outcomes, reference) };
  });
  return { ...result, exercises };
}

function ungraded(assignment: Assignment, problem: FileProblem): AssignmentResult {
  const status = problem.status === 'missing' || problem.status === 'unrecognised' ? problem.status : 'unreadable';
  const exercises = assignment.exercises.map((exercise) =>
    checkExercise(exercise, { status: 'not-run', problem: { status: 'file', problem } }),
  );
  return { assignment, status, problem, exercises };
}
