import { seededRandom } from '../../../descent';
import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report';
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
 * Results of a class that never was: some perfect, most with a few mistakes, a few that crash, loop, or can't be read.
 * The same for the same seed.
 */
export function madeClass(count: number, seed = 1): readonly SubmissionResult[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const name = firstNames[Math.floor(random() * firstNames.length)] ?? '';
    return madeResult(`${name}-${String(index + 1).padStart(4, '0')}`, random);
  });
}

/** One result; `skill` is the chance that an exercise is right. */
export function madeResult(
  submission: string,
  random: () => number,
  skill = 1 - random() ** 2 * 0.7,
): SubmissionResult {
  const assignments = Object.keys(course).map((id) => madeAssignment(id, random, skill));
  const scores = assignments.map(({ score }) => score);
  return {
    schemaVersion: 1,
    submission,
    scope: 'full',
    seedLabel: '3f2a91c0',
    language: 'en',
    precision: 'float64',
    isolation: 'bubblewrap',
    graderVersion: '0.1.0',
    specHash: 'e3b0c44298fc1c14',
    node: '22.12.0',
    tfjs: '4.22.0',
    score: scores.includes(null) ? null : scores.reduce<number>((sum, score) => sum + (score ?? 0), 0),
    maxScore: assignments.reduce((sum, { maxScore }) => sum + maxScore, 0),
    assignments,
  };
}

function madeAssignment(id: string, random: () => number, skill: number): AssignmentJson {
  const names = course[id] ?? [];
  const base = { id, maxScore: 10 * names.length, optional: false, specHash: 'e3b0c44298fc1c14' };
  const fate = random();
  if (fate < 0.002) {
    const exercises = names.map((name) => madeExercise(id, name, 'infrastructure'));
    return {
      ...base,
      score: null,
      status: 'infrastructure',
      message: 'the grader could not start a process',
      exercises,
    };
  }
  if (fate < 0.015) {
    const message = `does not compile\nExpected ";" but found "}"\n${id}/file.ts:12:5`;
    return {
      ...base,
      score: null,
      status: 'unreadable',
      message,
      exercises: names.map((name) => madeExercise(id, name, 'error')),
    };
  }
  const exercises = names.map((name) => madeExercise(id, name, madeStatus(random, skill)));
  return {
    ...base,
    score: exercises.reduce((sum, { score }) => sum + (score ?? 0), 0),
    status: 'graded',
    message: '',
    exercises,
  };
}

function madeStatus(random: () => number, skill: number): ExerciseJson['status'] {
  if (random() < skill) return 'passed';
  const fate = random();
  if (fate < 0.01) return 'crashed';
  if (fate < 0.02) return 'timeout';
  if (fate < 0.03) return 'forbidden';
  return fate < 0.3 ? 'todo' : 'failed';
}

function madeExercise(assignment: string, name: string, status: ExerciseJson['status']): ExerciseJson {
  const fails = status === 'failed';
  const checks = checkKinds.map((kind, index) => madeCheck(name, kind, index, status));
  const message =
    status === 'timeout' ? `${name} › did not finish\n  stopped after 10 s: is there a loop that never ends?` : '';
  return {
    name,
    score: status === 'infrastructure' ? null : checks.reduce((sum, { points }) => sum + points, 0),
    maxScore: 10,
    status,
    message,
    studentMessage: message,
    checks,
    mistake: fails ? 'sign-turned-round' : null,
    hints: fails
      ? ['Which way does the gradient point?', 'It points uphill.', 'The step is added where it should be subtracted.']
      : [],
    carriedFrom: null,
    durationMs: status === 'timeout' ? 10_000 : 4 + name.length,
  };
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
