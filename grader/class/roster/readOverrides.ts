import { readDecimal, readTable } from '../../files';
import { keyOf } from './student';

interface Row {
  readonly line: number;
  /** A student's id, a submission's name, or `*` for all graded submissions. */
  readonly id: string;
  /** undefined if the exercise's name is enough. */
  readonly assignment?: string | undefined;
  /** An exercise's name, or `*` for the whole assignment. */
  readonly exercise: string;
  readonly reason: string;
  readonly by: string;
}

/** A person's points for an exercise, or for one of its checks. */
export interface Override extends Row {
  /** Id of the check; undefined for the whole exercise. */
  readonly check?: string | undefined;
  /** They replace the grader's points; with `*` as the exercise, they are added. */
  readonly points: number;
}

/** A person's remark without points. */
export type Comment = Row;

/** The id for everyone who was graded. */
export const everyone = '*';
/** The exercise for points and comments on the assignment as a whole. */
export const wholeAssignment = '*';

/** People's points and remarks. */
export interface Decisions {
  readonly overrides: readonly Override[];
  readonly comments: readonly Comment[];
}

/**
 * Reads `id,exercise,points,reason,by`, and optionally `assignment` and `check`. Points replace those of the exercise
 * or the check; without points, the reason is a comment. An exercise may be written `03-losses/softmax`.
 *
 * @throws in one sentence if a column is missing, a reason or name is empty, points are no number, or an exercise or a
 *   check is overridden twice
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
          `${file}, row ${line} has no ${column}; an override needs id, exercise, points, reason and by, a comment all but points`,
        );
    }
    const [exercise = '', inName = ''] = fields.exercise.split('/').toReversed();
    const assignment = fields.assignment || inName;
    const row = { line, id, exercise, reason, by, ...(assignment === '' ? {} : { assignment }) };
    if (points === '') {
      comments.push(row);
      continue;
    }
    const number = readDecimal(points);
    if (number === undefined)
      throw new Error(
        `${file}, row ${line}: "${points}" is no number of 0 or more points, such as 7.5; leave it empty for a comment`,
      );
    // Points for the whole assignment may be given several times, for different reasons.
    const key = [keyOf(id), assignment, exercise, check, exercise === wholeAssignment ? reason : ''].join(' ');
    const first = seen.get(key);
    if (first !== undefined)
      throw new Error(`${file}, rows ${first} and ${line} both override ${exercise} of ${id}; keep one of them`);
    seen.set(key, line);
    overrides.push({ ...row, points: number, ...(check === '' ? {} : { check }) });
  }
  return { overrides, comments };
}
