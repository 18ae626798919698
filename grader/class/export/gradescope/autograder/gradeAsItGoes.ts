import { checkExercise } from '../../../../pipeline/checks';
import { gradeSubmission } from '../../../../pipeline/gradeSubmission';
import { toJson, type SubmissionResult } from '../../../../pipeline/report';
import { Sandbox, type Isolation } from '../../../../pipeline/sandbox';
import { scoreAssignment, totalScore, type ScoredAssignment } from '../../../../pipeline/score';
import { openSubmission, type Submission } from '../../../../pipeline/submission';
import type { Assignment, FileProblem } from '../../../../pipeline/types';
import { gradescopeResults } from '../results';
import { withLateness } from './lateness';
import type { Metadata } from './metadata';
import type { Places } from './places';
import type { PackedCourse } from './readPackage';

export interface GradeAsItGoes {
  readonly course: PackedCourse;
  readonly places: Places;
  readonly metadata: Metadata | undefined;
  readonly isolation: Isolation;
  readonly write: (content: unknown) => Promise<void>;
}

/** Processor time. Gradescope provides half a processor, so it can take twice as long. */
const secondsPerExercise = 10;
/** Gradescope's default limit is ten minutes; then it shows nothing. */
const secondsInAll = 480;
/** Of a container's 768 MB; the rest is the grader's. Right answers need less than half of it. */
const maxBytes = 400 * 2 ** 20;
const notRunYet = 'not run yet: the autograder was stopped before this';

/** Grades assignment by assignment, and writes the results after each. @throws if the grader fails */
export async function gradeAsItGoes({ course, places, metadata, isolation, write }: GradeAsItGoes): Promise<void> {
  const begin = performance.now();
  const secondsSince = (): number => (performance.now() - begin) / 1000;
  const { assignments, settings } = course;
  const done: ScoredAssignment[] = [];
  const report = async (why: string): Promise<void> => {
    const result = resultOf(course, isolation, done, why);
    const { score, remarks } = withLateness(result, settings, metadata);
    await write(gradescopeResults(result, { score, remarks, seconds: secondsSince() }));
  };
  await report(notRunYet);
  const submission = await openSubmission(places.submission, assignments, { named: assignments.length === 1 });
  try {
    for (const assignment of assignments) {
      const left = secondsInAll - secondsSince();
      if (left < secondsPerExercise) break;
      done.push(await gradeOne(assignment, submission, isolation, left));
      await report(notRunYet);
    }
  } finally {
    await submission.close();
  }
  if (done.length < assignments.length)
    await report('not run: the time limit of the whole submission was reached before this');
  const points = done.map(
    ({ assignment, status, score, maxScore }) => `${assignment.id} ${score ?? status}/${maxScore}`,
  );
  console.log(`${points.join(', ')}; isolation ${isolation.level}; ${secondsSince().toFixed(1)} s`);
}

async function gradeOne(
  assignment: Assignment,
  submission: Submission,
  isolation: Isolation,
  seconds: number,
): Promise<ScoredAssignment> {
  // Processor time is half of the clock's.
  const sandbox = new Sandbox({
    command: isolation.command,
    secondsPerExercise,
    secondsPerSubmission: seconds / 2,
    maxBytes,
  });
  try {
    const { assignments } = await gradeSubmission([assignment], submission, sandbox);
    const [scored] = assignments;
    if (scored === undefined || scored.status === 'infrastructure')
      throw new Error(`${assignment.id} could not be graded`);
    return scored;
  } finally {
    sandbox.close();
  }
}

/** The whole result, with `why` as the message of ungraded assignments. */
function resultOf(
  { assignments, settings }: PackedCourse,
  { level }: Isolation,
  done: readonly ScoredAssignment[],
  why: string,
): SubmissionResult {
  const pending = assignments.slice(done.length);
  const score = totalScore([...done, ...pending.map(notRun)]);
  const json = toJson(score, {
    submission: 'submission',
    scope: 'full',
    seedLabel: settings.seedLabel,
    isolation: level,
    graderVersion: settings.graderVersion,
    specHash: assignments.map(({ specHash }) => specHash).join('-'),
    node: process.version,
    tfjs: settings.tfjs,
  });
  const ids = new Set(pending.map(({ id }) => id));
  const shown = json.assignments.map((one) => {
    if (!ids.has(one.id)) return one;
    const exercises = one.exercises.map((exercise) => ({
      ...exercise,
      studentMessage: '',
      checks: exercise.checks.map((check) => ({ ...check, studentMessage: why })),
    }));
    return { ...one, message: why, exercises };
  });
  return { ...json, assignments: shown };
}

function notRun(assignment: Assignment): ScoredAssignment {
  const problem: FileProblem = { status: 'missing', file: assignment.file };
  const exercises = assignment.exercises.map((exercise) =>
    checkExercise(exercise, { status: 'not-run', problem: { status: 'file', problem } }),
  );
  return scoreAssignment({ assignment, status: 'missing', problem, exercises });
}
