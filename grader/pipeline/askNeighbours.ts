import { encodeJson, isArrayValue, isRecordValue, Unsendable, type Value } from '../execution/values';
import { checkExercise, matches, memoize, partOf, plainEvaluations, unnamed } from './checks';
import { isPlaceholder, type Answered } from './isPlaceholder';
import { usesNeighbour, type Compiled } from './submission';
import type { ExerciseAnswers, ExerciseQuestions, Question, Runner } from './sandbox';
import type { Assignment, Composition, Evaluation, Exercise, Outcome, Reference, Visibility } from './types';

/** An exercise, a neighbour that it calls, and what a correct version of it returns when it calls this neighbour. */
export interface Following {
  readonly follower: Exercise;
  readonly neighbour: Exercise;
  /** By the follower's cases, for those asked so far. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

interface AnsweredFile {
  readonly assignment: Assignment;
  readonly compiled: Compiled;
  readonly answers: ReadonlyMap<string, ExerciseAnswers>;
  readonly followings?: readonly Following[];
}

/**
 * Finds the wrong exercises that are wrong only because of a neighbour, as far as cases of this visibility show.
 *
 * Note [Carried by composition]: an exercise's reference, built on the submission's own neighbour, returns what a
 * correct version of the exercise returns when it calls that neighbour, whatever is wrong with the neighbour. The
 * reference runs in this process. Each call that it makes to the neighbour is a question to the submission's process,
 * asked after everything else is answered, so its arguments reveal nothing useful.
 */
export async function askNeighbours(
  file: AnsweredFile,
  visibility: Visibility,
  sandbox: Runner,
): Promise<readonly Following[]> {
  const { compiled, answers } = file;
  const pairs = await pairsOf(file, visibility);
  const neighbours = [...new Set(pairs.map(({ neighbour }) => neighbour))];
  const questions = neighbours.map((neighbour) =>
    questionsAbout(
      neighbour,
      pairs.filter((pair) => pair.neighbour === neighbour),
      answers.get(neighbour.name),
    ),
  );
  if (questions.length === 0) return [];
  await sandbox.run(compiled.code, questions, () => undefined);
  return pairs.filter(({ follower, outcomes, answered }) => {
    const answer = answers.get(follower.name);
    const asked = visibility === 'public' ? partOf.public(follower) : follower;
    const isSame = answer?.status === 'answered' && matches(asked, { outcomes }, answer.outcomes);
    return isSame && !isPlaceholder([...answered.values()]);
  });
}

interface Pair extends Following {
  readonly compose: Composition;
  readonly open: Exercise['cases'];
  readonly outcomes: Map<string, Outcome>;
  readonly reference: Reference | undefined;
  /** What the neighbour answered in this phase, by question. */
  readonly answered: Map<string, Answered>;
}

/**
 * Pairs each wrong exercise with each wrong neighbour that it calls, unless public cases have ruled that neighbour out.
 */
async function pairsOf(
  { assignment, compiled, answers, followings = [] }: AnsweredFile,
  visibility: Visibility,
): Promise<readonly Pair[]> {
  if (assignment.loadCompositions === undefined) return [];
  const shown = (exercise: Exercise): Exercise => (visibility === 'public' ? partOf.public(exercise) : exercise);
  const isAnswered = ({ name }: Exercise): boolean => answers.get(name)?.status === 'answered';
  const fails = (exercise: Exercise, asked: Exercise): boolean => {
    const answer = answers.get(exercise.name);
    return answer?.status === 'answered' && checkExercise(asked, answer, unnamed).status === 'failed';
  };
  const isWrong = memoize(
    (exercise: Exercise) =>
      followings.some(({ follower }) => follower === exercise) || fails(exercise, shown(exercise)),
  );
  const answered = assignment.exercises.filter(isAnswered);
  // Judging takes longer than finding out who calls whom, and few exercises call another.
  const calling = answered.flatMap((follower) =>
    answered
      .filter((neighbour) => neighbour !== follower && usesNeighbour(compiled, follower.name, neighbour.name))
      .filter((neighbour) => isWrong(follower) && isWrong(neighbour))
      .map((neighbour) => ({ follower, neighbour })),
  );
  if (calling.length === 0) return [];
  const compositions = await assignment.loadCompositions();
  return calling.flatMap(({ follower, neighbour }) => {
    const compose = compositions.onNeighbours.get(follower.name)?.get(neighbour.name);
    const known = followings.find((one) => one.follower === follower && one.neighbour === neighbour);
    const isRefuted = visibility === 'hidden' && known === undefined && fails(follower, partOf.public(follower));
    if (compose === undefined || isRefuted) return [];
    const outcomes = new Map(known?.outcomes);
    const ids = new Set(plainEvaluations(shown(follower)).map(({ id }) => id));
    const open = follower.cases.filter(({ id }) => ids.has(id) && !outcomes.has(id));
    const reference = compositions.references.get(neighbour.name);
    return [{ follower, neighbour, compose, open, outcomes, reference, answered: new Map() }];
  });
}

/** More calls than a correct exercise makes to its neighbour. */
const maxRounds = 200;

/** Asks for every call that the followers' references make to the neighbour, until the references have finished. */
function questionsAbout(
  { name, forbidden, seconds }: Exercise,
  pairs: readonly Pair[],
  answer: ExerciseAnswers | undefined,
): ExerciseQuestions {
  let rounds = 0;
  const next: ExerciseQuestions['next'] = (answers) => {
    rounds += 1;
    const asked = new Map<string, Question>();
    if (rounds > maxRounds) return [];
    for (const { compose, open, outcomes, reference, answered } of pairs) {
      for (const { id, calls, apply } of open) {
        if (outcomes.has(id)) continue;
        const outcome = compose({ kind: 'calls', calls, apply }, (inputs) => {
          if (!inputs.every(isSendable)) return undefined;
          const question = JSON.stringify(inputs.map(encodeJson));
          const known = answers.get(question);
          const evaluation: Evaluation = { kind: 'calls', calls: [inputs], maxCost };
          if (known === undefined) asked.set(question, { id: question, evaluation });
          else if (reference !== undefined && !answered.has(question))
            answered.set(question, { got: known, right: reference(evaluation) });
          return known;
        });
        if (outcome !== undefined) outcomes.set(id, outcome);
      }
    }
    return [...asked.values()];
  };
  const usedSeconds = answer?.status === 'answered' ? answer.usedSeconds : undefined;
  return { exercise: name, banned: forbidden, seconds, known: new Map(), usedSeconds, next };
}

/** Limit on the cost of reading one answer; no correct answer of a neighbour reaches it. */
const maxCost = 100_000;

function isSendable(value: Value): boolean {
  if (typeof value !== 'object' || value instanceof Unsendable) return !(value instanceof Unsendable);
  if (isArrayValue(value)) return value.every(isSendable);
  return !isRecordValue(value) || Object.values(value).every(isSendable);
}
