import { askNeighbours, type Following } from './askNeighbours';
import { planEvaluations } from './checks';
import type { AnswersFile } from './questions';
import {
  notLoadedAgain,
  withOutcome,
  type ExerciseAnswers,
  type ExerciseQuestions,
  type Question,
  type Runner,
} from './sandbox';
import { shareOut } from './shareOut';
import { isFileProblem, placeInStack, type Compiled } from './submission';
import type { Assignment, AssignmentResult, Exercise, FileProblem, Outcomes, Visibility } from './types';

/** One assignment's file, as it passes through the sandbox. */
export interface AskedFile {
  readonly assignment: Assignment;
  readonly compiled: Compiled | FileProblem;
  /** Remarks for the reader on how the file was found and read. */
  readonly remarks: AssignmentResult['remarks'];
  /** The answers file for its questions. */
  readonly answersText?: AnswersFile | undefined;
  /** By exercise; one that can't be run has its problem from the start. */
  readonly answers: ReadonlyMap<string, ExerciseAnswers>;
  /** Exercises that may be wrong only because of a neighbour. */
  readonly followings?: readonly Following[];
}

/**
 * Asks everything that the checks need of a submission; its assignments are divided among parallel sandboxes.
 *
 * Note [Public first]: the public cases of all exercises come first, in all sandboxes, and all their answers are read
 * before the first hidden case is sent; nothing that comes out of a process later is shown to a student. So answers to
 * public cases can't contain data from hidden ones, although the process is the same. State that a file keeps is of no
 * use for hidden cases and does no harm: the file is run again first, and a process is reused only under conditions
 * (see `Sandbox`).
 */
export async function askInPhases(
  files: readonly AskedFile[],
  sandboxes: readonly Runner[],
): Promise<readonly AskedFile[]> {
  const shown = await askAll(files, 'public', sandboxes);
  return askAll(shown, 'hidden', sandboxes);
}

async function askAll(
  files: readonly AskedFile[],
  visibility: Visibility,
  sandboxes: readonly Runner[],
): Promise<readonly AskedFile[]> {
  const laneOf = shareOut(
    files.map(({ assignment }) => assignment),
    sandboxes.length,
  );
  const asked = new Map<Assignment, AskedFile>();
  const askLane = async (sandbox: Runner, lane: number): Promise<void> => {
    for (const file of files) {
      if (laneOf.get(file.assignment) !== lane) continue;
      const questions = questionsOf(file, visibility);
      const isAsked = visibility === 'public' || questions.length > 0;
      asked.set(file.assignment, isAsked ? await ask(file, visibility, questions, sandbox) : file);
    }
  };
  await Promise.all(sandboxes.map(askLane));
  return files.map((file) => asked.get(file.assignment) ?? file);
}

/** Asks each exercise, then its neighbours, whose mistakes it may carry, once everything else is answered. */
async function ask(
  file: AskedFile,
  visibility: Visibility,
  questions: readonly ExerciseQuestions[],
  sandbox: Runner,
): Promise<AskedFile> {
  const { compiled } = file;
  if (isFileProblem(compiled)) return file;
  const asked = await askExercises({ ...file, compiled }, visibility, questions, sandbox);
  if (isFileProblem(asked.compiled)) return asked;
  return { ...asked, followings: await askNeighbours({ ...asked, compiled }, visibility, sandbox) };
}

async function askExercises(
  file: AskedFile & { readonly compiled: Compiled },
  visibility: Visibility,
  questions: readonly ExerciseQuestions[],
  sandbox: Runner,
): Promise<AskedFile> {
  const { compiled } = file;
  // A file with only answers to questions has no code.
  if (compiled.code === '') return file;
  const given = await sandbox.run(compiled.code, questions, (stack) => placeInStack(compiled, stack, 'submission.js'));
  if (given.status === 'asked')
    return withAnswers(file, visibility === 'public' ? given.answers : withoutWords(questions, given.answers));
  if (visibility === 'public') return { ...file, compiled: given };
  // A file that loaded once but not again does not invalidate the earlier answers.
  return withAnswers(
    file,
    new Map(
      questions.map((one) => [
        one.exercise,
        { status: 'answered', outcomes: withOutcome(one, notLoadedAgain), durationMs: 0 } as const,
      ]),
    ),
  );
}

/**
 * The answers to hidden cases, without anything a student would read: a problem that keeps an exercise from being
 * checked is shown as text, and the submission could choose that text depending on its input.
 */
function withoutWords(
  questions: readonly ExerciseQuestions[],
  answers: ReadonlyMap<string, ExerciseAnswers>,
): ReadonlyMap<string, ExerciseAnswers> {
  return new Map(
    questions.map((one): [string, ExerciseAnswers] => {
      const answer = answers.get(one.exercise);
      if (answer?.status === 'answered') return [one.exercise, answer];
      if (answer?.problem.status === 'forbidden-call')
        return [one.exercise, { ...answer, problem: { ...answer.problem, isHidden: true } }];
      return [one.exercise, { status: 'answered', outcomes: withOutcome(one, notLoadedAgain), durationMs: 0 }];
    }),
  );
}

function withAnswers(file: AskedFile, given: ReadonlyMap<string, ExerciseAnswers>): AskedFile {
  const answers = new Map(file.answers);
  for (const [name, answer] of given) {
    const before = answers.get(name);
    const durationMs = before?.status === 'answered' ? before.durationMs : 0;
    answers.set(
      name,
      answer.status === 'answered' ? { ...answer, durationMs: durationMs + answer.durationMs } : answer,
    );
  }
  return { ...file, answers };
}

/** The questions for each exercise that has any left. */
function questionsOf(
  { assignment, answers, compiled, followings = [] }: AskedFile,
  visibility: Visibility,
): readonly ExerciseQuestions[] {
  if (isFileProblem(compiled)) return [];
  return assignment.exercises.flatMap((exercise) => {
    const mayBeCarried = followings.some(({ follower }) => follower === exercise);
    return questionOf(exercise, answers.get(exercise.name), visibility, mayBeCarried);
  });
}

function questionOf(
  exercise: Exercise,
  answer: ExerciseAnswers | undefined,
  visibility: Visibility,
  mayBeCarried: boolean,
): readonly ExerciseQuestions[] {
  if (answer?.status === 'not-run') return [];
  const { name, forbidden: banned, seconds, async } = exercise;
  const known: ExerciseQuestions['known'] = answer?.outcomes ?? new Map();
  const plan = (outcomes: Outcomes): readonly Question[] =>
    planEvaluations(exercise, visibility, outcomes, mayBeCarried);
  const first = plan(known);
  // Outcomes are only ever added to the known ones.
  const next: ExerciseQuestions['next'] = (outcomes) => (outcomes.size === known.size ? first : plan(outcomes));
  const { usedSeconds } = answer ?? {};
  return first.length === 0 ? [] : [{ exercise: name, banned, async, seconds, known, usedSeconds, next }];
}
