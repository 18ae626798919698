import { seededRandom } from '../../../descent';
import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import { madeAssignment, madeExercise, madeSubmission } from '../../testing/results';
import { adamPath, gradientMap } from './madePictures';

const course: Readonly<Record<string, readonly string[]>> = {
  '02-linear-classifier': ['linearScores', 'predictClasses', 'accuracy', 'classTemplates'],
  '03-losses': ['softmax', 'crossEntropy', 'hingeLoss', 'softmaxLoss', 'ridgeLoss'],
  '05-gradients': ['relativeError', 'numericalGradient', 'forwardDifference', 'gradientCheck'],
  '06-optimizers': [
    'sgdStep',
    'momentumStep',
    'nesterovStep',
    'adagradStep',
    'rmspropStep',
    'adamStep',
    'adamL2Step',
    'adamWStep',
  ],
  '07-schedules': ['exponentialDecay', 'stepDecay', 'cosineDecay', 'linearDecay', 'withWarmup', 'gridSearch'],
};
const firstNames = [
  'Ada',
  'Blaise',
  'Carl',
  'Dina',
  'Emmy',
  'Fatima',
  'Grace',
  'Hiro',
  'Ines',
  'Jun',
  '王芳',
  'Łukasz',
  'Zoë',
];
const checkKinds: readonly CheckJson['kind'][] = ['reference', 'reference', 'property', 'input', 'leak'];

/**
 * Generates the results of a class: some perfect, most with a few mistakes, a few that crash, loop or are unreadable. The
 * seed determines them.
 */
export function madeClass(count: number, seed = 1): readonly SubmissionResult[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const name = firstNames[Math.floor(random() * firstNames.length)] ?? '';
    return madeResult(`${name}-${String(index + 1).padStart(4, '0')}`, random);
  });
}

/** One result; `skill` is the probability that an exercise passes. */
export function madeResult(
  submission: string,
  random: () => number,
  skill = 1 - random() ** 2 * 0.7,
): SubmissionResult {
  const assignments = Object.keys(course).map((id) => assignmentOf(id, random, skill));
  const lost = assignments.some(({ score }) => score === null) ? { score: null } : {};
  return madeSubmission(submission, assignments, { language: 'en', ...lost });
}

function assignmentOf(id: string, random: () => number, skill: number): AssignmentJson {
  const names = course[id] ?? [];
  const all = (status: ExerciseJson['status']): readonly ExerciseJson[] =>
    names.map((name) => exerciseOf(name, status));
  const fate = random();
  if (fate < 0.002)
    return madeAssignment(id, all('infrastructure'), {
      status: 'infrastructure',
      message: 'the grader could not start a process',
    });
  if (fate < 0.015) {
    const message = `does not compile\nExpected ";" but found "}"\n${id}/file.ts:12:5`;
    return madeAssignment(id, all('error'), { status: 'unreadable', message });
  }
  return madeAssignment(
    id,
    names.map((name) => exerciseOf(name, madeStatus(random, skill))),
  );
}

function madeStatus(random: () => number, skill: number): ExerciseJson['status'] {
  if (random() < skill) return 'passed';
  const fate = random();
  if (fate < 0.01) return 'crashed';
  if (fate < 0.02) return 'timeout';
  if (fate < 0.03) return 'forbidden';
  return fate < 0.3 ? 'todo' : 'failed';
}

function exerciseOf(name: string, status: ExerciseJson['status']): ExerciseJson {
  const fails = status === 'failed';
  const checks = checkKinds.map((kind, index) => madeCheck(name, kind, index, status));
  const message =
    status === 'timeout' ? `${name} › did not finish\n  stopped after 10 s: is there a loop that never ends?` : '';
  return madeExercise(name, status, checks, {
    message,
    studentMessage: message,
    mistake: fails ? 'sign-turned-round' : null,
    hints: fails
      ? ['Which way does the gradient point?', 'It points uphill.', 'The step is added where it should be subtracted.']
      : [],
    durationMs: status === 'timeout' ? 10_000 : 4 + name.length,
  });
}

function madeCheck(
  exercise: string,
  kind: CheckJson['kind'],
  index: number,
  exerciseStatus: ExerciseJson['status'],
): CheckJson {
  const fails = exerciseStatus === 'failed' && index === 0;
  const status = fails
    ? 'failed'
    : exerciseStatus === 'passed' || (exerciseStatus === 'failed' && index !== 1)
      ? 'passed'
      : 'skipped';
  const message = fails
    ? `${exercise} › w does not match the reference   (public case 2)\n  smallest case   w = [1, -2]   dw = [0.5, -1]\n  expected 0.95, got 1.05`
    : '';
  const picture = exercise.endsWith('Step') ? adamPath : gradientMap;
  return {
    id: `${exercise}.${index === 0 ? 'w' : `${kind}${index}`}`,
    name: `${index === 0 ? 'w' : kind} is as it should be`,
    kind,
    status,
    visibility: 'public',
    points: status === 'passed' ? 2 : 0,
    maxPoints: 2,
    relativeError: fails ? 0.05 : null,
    threshold: 1e-9,
    message,
    studentMessage: message,
    ...(fails ? { picture } : {}),
  };
}
