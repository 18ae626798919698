import type { SubmissionResult } from '../../pipeline/report';

/** How one exercise changed. */
export interface ExerciseMove {
  readonly assignment: string;
  readonly exercise: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly statusBefore: string;
  readonly statusAfter: string;
  /** Maximum points; null if the exercise did not or does not exist. */
  readonly maxBefore: number | null;
  readonly maxAfter: number | null;
}

/** A submission whose result changed. */
export interface Move {
  readonly submission: string;
  /** Totals; null if there was or is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Whether other work was handed in. */
  readonly isChanged: boolean;
  readonly exercises: readonly ExerciseMove[];
}

export interface Comparison {
  readonly compared: number;
  /** Maximum totals; null if nothing is compared. */
  readonly maxBefore: number | null;
  readonly maxAfter: number | null;
  /** Largest change first. */
  readonly moves: readonly Move[];
}

/** Compares two gradings: whose score changes, and by how much. Messages are not compared. */
export function compareResults(before: readonly SubmissionResult[], after: readonly SubmissionResult[]): Comparison {
  const old = new Map(before.map((result) => [result.submission, result]));
  const renewed = new Map(after.map((result) => [result.submission, result]));
  const names = [...new Set([...old.keys(), ...renewed.keys()])].toSorted();
  const moves = names.map((name) => compare(name, old.get(name), renewed.get(name))).filter(isMove);
  const size = ({ before: from, after: to }: Move): number =>
    from === null || to === null ? Infinity : Math.abs(to - from);
  const [maxBefore = null, maxAfter = null] = [before[0]?.maxScore, after[0]?.maxScore];
  return { compared: names.length, maxBefore, maxAfter, moves: moves.toSorted((a, b) => size(b) - size(a) || 0) };
}

function compare(submission: string, before: SubmissionResult | undefined, after: SubmissionResult | undefined): Move {
  const renewed = exercisesOf(after);
  const old = exercisesOf(before, namesNow(after));
  const keys = [...new Set([...old.keys(), ...renewed.keys()])];
  const exercises = keys.map((key): ExerciseMove => {
    const [from, to] = [old.get(key), renewed.get(key)];
    const [assignment = '', exercise = ''] = key.split('/');
    return {
      assignment,
      exercise,
      before: from?.score ?? null,
      after: to?.score ?? null,
      statusBefore: from?.status ?? 'absent',
      statusAfter: to?.status ?? 'absent',
      maxBefore: from?.maxScore ?? null,
      maxAfter: to?.maxScore ?? null,
    };
  });
  return {
    submission,
    before: before?.score ?? null,
    after: after?.score ?? null,
    isChanged: before !== undefined && after !== undefined && before.contentHash !== after.contentHash,
    exercises: exercises.filter((one) => one.before !== one.after || one.statusBefore !== one.statusAfter),
  };
}

/** Current names of exercises by their former names. */
function namesNow(after: SubmissionResult | undefined): ReadonlyMap<string, string> {
  return new Map(
    (after?.assignments ?? []).flatMap(({ id, exercises }) =>
      exercises.flatMap(({ name, formerNames = [] }) =>
        formerNames.map((former) => [`${id}/${former}`, name] as const),
      ),
    ),
  );
}

function exercisesOf(
  result: SubmissionResult | undefined,
  names: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, { readonly score: number | null; readonly maxScore: number; readonly status: string }> {
  return new Map(
    (result?.assignments ?? []).flatMap((one) => {
      const isGraded = one.status === 'graded' || one.status === 'infrastructure';
      return one.exercises.map(({ name, score, maxScore, status }) => [
        `${one.id}/${names.get(`${one.id}/${name}`) ?? name}`,
        { score: one.status === 'graded' ? score : null, maxScore, status: isGraded ? status : one.status },
      ]);
    }),
  );
}

function isMove({ before, after, exercises }: Move): boolean {
  return before !== after || exercises.length > 0;
}
