import { checkExercise, planEvaluations, withCarriedMistakes } from './checks';
import type { Sandbox } from './sandbox';
import { scoreAssignment, totalScore, type Score, type ScoredAssignment } from './score';
import { compileSubmission, findProblems, isFileProblem, placeInStack, type Submission } from './submission';
import type { Assignment, AssignmentResult, FileProblem } from './types';

/** course → submission → sandbox → checks → score, for one submission. */
export async function gradeSubmission(course: readonly Assignment[], submission: Submission, sandbox: Sandbox): Promise<Score> {
  const assignments: ScoredAssignment[] = [];
  for (const assignment of course) {
    assignments.push(scoreAssignment(await gradeAssignment(assignment, submission, sandbox)));
  }
  return totalScore(assignments);
}

async function gradeAssignment(assignment: Assignment, submission: Submission, sandbox: Sandbox): Promise<AssignmentResult> {
  const found = submission.files.get(assignment.id) ?? { status: 'missing', file: `${assignment.id}/${assignment.file}` };
  if (isFileProblem(found)) return ungraded(assignment, found);
  const compiled = await compileSubmission(found);
  if (isFileProblem(compiled)) return ungraded(assignment, compiled);

  const problems = findProblems(compiled, assignment.exercises);
  const allowed = assignment.exercises.filter(({ name }) => !problems.has(name));
  const questions = allowed.map((exercise) => ({
    exercise: exercise.name,
    banned: exercise.forbidden,
    seconds: exercise.seconds,
    evaluations: planEvaluations(exercise),
  }));
  const answers = await sandbox.run(compiled.code, questions, (stack) => placeInStack(compiled, stack, 'submission.js'));
  if ('status' in answers) return ungraded(assignment, answers);

  const outcomesOf = (name: string) => {
    const answer = answers.get(name);
    return answer !== undefined && 'outcomes' in answer ? answer.outcomes : undefined;
  };
  const results = assignment.exercises.map((exercise) => {
    const problem = problems.get(exercise.name);
    if (problem !== undefined) return checkExercise(exercise, { problem });
    return checkExercise(exercise, answers.get(exercise.name) ?? { problem: { status: 'missing-export', exports: [] } });
  });
  return {
    assignment,
    status: 'graded',
    problem: undefined,
    remarks: [...(found.remarks ?? []), ...compiled.remarks],
    exercises: withCarriedMistakes(results, outcomesOf),
  };
}

function ungraded(assignment: Assignment, problem: FileProblem): AssignmentResult {
  const status = problem.status === 'missing' || problem.status === 'unrecognised' ? problem.status : 'unreadable';
  const exercises = assignment.exercises.map((exercise) => checkExercise(exercise, { problem: { status: 'file', problem } }));
  return { assignment, status, problem, exercises };
}
