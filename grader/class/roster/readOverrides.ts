import { readTable } from '../../files';
import { keyOf } from './student';

/** Points of one exercise, or of one of its checks, that a person has given in place of the grader's. */
export interface Override {
  readonly line: number;
  /** A student's id, a submission's name, or `*` for all that were graded. */
  readonly id: string;
  /** undefined where the exercise's name says which it is. */
  readonly assignment?: string | undefined;
  readonly exercise: string;
  /** Id of a check, where it is not about the whole exercise. */
  readonly check?: string | undefined;
  readonly points: number;
  readonly reason: string;
  readonly by: string;
}

/** The id that stands for everyone who was graded. */
export const everyone = '*';

/**
 * Reads `id,exercise,points,reason,by`, and `assignment` and `check` where they are there: points are what the exercise
 * or the check counts instead of the grader's. An exercise may be written `03-losses/softmax`.
 *
 * @throws in one sentence if a column is missing, a reason or name is empty, points are no number, or one thing is
 *   overridden twice
 */
export async function readOverrides(file: string): Promise<readonly Override[]> {
  const needed = ['id', 'exercise', 'points', 'reason', 'by'] as const;
  const rows = await readTable(file, { required: needed, optional: ['assignment', 'check'] });
  const seen = new Map<string, number>();
  return rows.map(({ line, fields }) => {
    const { id, points, reason, by, check } = fields;
    for (const column of needed) {
      if (fields[column] === '')
        throw new Error(
          `${file}, row ${line} has no ${column}; an override says whose, what, how many, why and by whom`,
        );
    }
    const number = Number(points.replace(',', '.'));
    if (!Number.isFinite(number) || number < 0)
      throw new Error(`${file}, row ${line}: ${points} are no points; write a number of 0 or more`);
    const [exercise = '', inName = ''] = fields.exercise.split('/').toReversed();
    const assignment = fields.assignment || inName;
    const key = [keyOf(id), assignment, exercise, check].join(' ');
    const first = seen.get(key);
    if (first !== undefined)
      throw new Error(`${file}, rows ${first} and ${line} both override ${exercise} of ${id}; keep one of them`);
    seen.set(key, line);
    const what = { ...(assignment === '' ? {} : { assignment }), ...(check === '' ? {} : { check }) };
    return { line, id, exercise, points: number, reason, by, ...what };
  });
}
