import { distance } from 'fastest-levenshtein';
import type { SubmissionResult } from '../../pipeline/report';
import { readTable } from '../../tables';
import { keyOf } from './readRoster';

/** Points of one exercise that a person has given in place of the grader's. */
export interface Override {
  readonly line: number;
  /** A student's id, or a submission's name. */
  readonly id: string;
  readonly exercise: string;
  readonly points: number;
  readonly reason: string;
  readonly by: string;
}

/**
 * Reads `id,exercise,points,reason,by`: points are what the exercise counts instead of the grader's.
 *
 * @throws in one sentence if a column is missing, a reason or name is empty, points are no number, or an exercise is overridden twice
 */
export async function readOverrides(file: string): Promise<readonly Override[]> {
  const rows = await readTable(file, { required: ['id', 'exercise', 'points', 'reason', 'by'] });
  const seen = new Map<string, number>();
  return rows.map(({ line, fields }) => {
    const { id, exercise, points, reason, by } = fields;
    for (const column of ['id', 'exercise', 'points', 'reason', 'by'] as const) {
      if (fields[column] === '')
        throw new Error(`${file}, row ${line} has no ${column}; an override says whose, what, how many, why and by whom`);
    }
    const number = Number(points.replace(',', '.'));
    if (!Number.isFinite(number) || number < 0)
      throw new Error(`${file}, row ${line}: ${points} are no points; write a number of 0 or more`);
    const key = `${keyOf(id)} ${exercise}`;
    const first = seen.get(key);
    if (first !== undefined) throw new Error(`${file}, rows ${first} and ${line} both override ${exercise} of ${id}; keep one of them`);
    seen.set(key, line);
    return { line, id, exercise, points: number, reason, by };
  });
}

/**
 * Checks that every override is of somebody and of something.
 *
 * @param people - ids of students and names of submissions
 * @throws in one sentence that names the row otherwise: an override that is ignored is a grade that is lost
 */
export function checkOverrides(
  file: string,
  overrides: readonly Override[],
  people: readonly string[],
  results: readonly SubmissionResult[],
): void {
  const known = new Set(people.map(keyOf));
  const maxima = new Map(
    results.flatMap(({ assignments }) => assignments.flatMap(({ exercises }) => exercises.map((one) => [one.name, one.maxScore]))),
  );
  for (const { line, id, exercise, points } of overrides) {
    if (!known.has(keyOf(id))) {
      throw new Error(`${file}, row ${line}: nobody here is called ${id}${meant(id, people)}; give a student's id or a submission's name`);
    }
    const maximum = maxima.get(exercise);
    if (maximum === undefined) {
      throw new Error(`${file}, row ${line}: no graded assignment has an exercise ${exercise}${meant(exercise, [...maxima.keys()])}`);
    }
    if (points > maximum) throw new Error(`${file}, row ${line}: ${points} points for ${exercise}, whose most is ${maximum}`);
  }
}

function meant(text: string, candidates: readonly string[]): string {
  const near = candidates.find((candidate) => distance(candidate.toLowerCase(), text.toLowerCase()) <= 2);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
