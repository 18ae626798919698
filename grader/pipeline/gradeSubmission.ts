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
 * @param sandboxes - one, or several among which the assignments are divided; the submission's limits apply to each
 * @param recall - returns the known score of the same code in the same files, or grades it
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

/** A hash of everything in a submission that its score depends on. */
function identityOf(files: readonly AskedFile[]): string {
  const parts = files.map(({ compiled, remarks, answersText }) =>
    isFileProblem(compiled) ? compiled : [compiled.file, [...compiled.sources], remarks, answersText],
  );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Compiles an assignment's file and finds the exercises that can't be run. */
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
  // Questions are answered before any code runs, so the code is never asked about them.
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
 * Names the mistake of each failed exercise that would be correct for altered arguments, if it has no name yet and
 * calls no failing neighbour.
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
