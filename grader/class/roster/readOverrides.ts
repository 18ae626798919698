import { readTable } from '../../files';
import { keyOf } from './student';

/** What a row says of whom and of what. */
interface Row {
  readonly line: number;
  /** A student's id, a submission's name, or `*` for all that were graded. */
  readonly id: string;
  /** undefined where the exercise's name says which it is. */
  readonly assignment?: string | undefined;
  /** An exercise's name, or `*` for what is beside all of them. */
  readonly exercise: string;
  readonly reason: string;
  readonly by: string;
}

/** Points of one exercise, or of one of its checks, that a person has given in place of the grader's. */
export interface Override extends Row {
  /** Id of a check, where it is not about the whole exercise. */
  readonly check?: string | undefined;
  /** Instead of the grader's; of `*` as the exercise, points beside the grader's. */
  readonly points: number;
}

/** What a person says of someone's work without giving points. */
export type Comment = Row;

/** The id that stands for everyone who was graded, and the exercise that stands for the assignment as a whole. */
export const everyone = '*';
export const beside = '*';

/** What people have decided and said. */
export interface Decisions {
  readonly overrides: readonly Override[];
  readonly comments: readonly Comment[];
}

/**
 * Reads `id,exercise,points,reason,by`, and `assignment` and `check` where they are there: points are what the exercise
 * or the check counts instead of the grader's; without points the reason is a comment. An exercise may be written
 * `03-losses/softmax`.
 *
 * @throws in one sentence if a column is missing, a reason or name is empty, points are no number, or one thing is
 *   overridden twice
 */
export async function readOverrides(file: string): Promise<Decisions> {
  const columns = ['id', 'exercise', 'points', 'reason', 'by'] as const;
  const rows = await readTable(file, { required: columns, optional: ['assignment', 'check'] });
  const seen = new Map<string, number>();
  const overrides: Override[] = [];
  const comments: Comment[] = [];
  for (const { line, fields } of rows) {
    const { id, points, reason, by, check } = fields;
    for (const column of ['id', 'exercise', 'reason', 'by'] as const) {
      if (fields[column] === '')
        throw new Error(
          `${file}, row ${line} has no ${column}; an override says whose, what, how many, why and by whom, a comment all but how many`,
        );
    }
    const [exercise = '', inName = ''] = fields.exercise.split('/').toReversed();
    const assignment = fields.assignment || inName;
    const row = { line, id, exercise, reason, by, ...(assignment === '' ? {} : { assignment }) };
    if (points === '') {
      comments.push(row);
      continue;
    }
    const number = Number(points.replace(',', '.'));
    if (!Number.isFinite(number) || number < 0)
      throw new Error(
        `${file}, row ${line}: ${points} are no points; write a number of 0 or more, or none for a comment`,
      );
    // Points beside the grader's may be for several things.
    const key = [keyOf(id), assignment, exercise, check, exercise === beside ? reason : ''].join(' ');
    const first = seen.get(key);
    if (first !== undefined)
      throw new Error(`${file}, rows ${first} and ${line} both override ${exercise} of ${id}; keep one of them`);
    seen.set(key, line);
    overrides.push({ ...row, points: number, ...(check === '' ? {} : { check }) });
  }
  return { overrides, comments };
}
