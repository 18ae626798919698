import { readDecimal, readTable } from '../../files';
import type { Rubric } from '../../pipeline/course';
import { didYouMean } from '../../pipeline/words/didYouMean';
import { keyOf } from './student';

/** A person's points for one criterion. */
export interface RubricRow {
  readonly line: number;
  /** A student's id, or a submission's name. */
  readonly id: string;
  readonly assignment: string;
  readonly criterion: string;
  readonly points: number;
  readonly comment: string;
  readonly by: string;
}

export interface RubricFile {
  readonly file: string;
  /** Ids of students and names of submissions. */
  readonly people: readonly string[];
  /** By assignment. */
  readonly rubrics: ReadonlyMap<string, Rubric>;
}

/**
 * Reads `OUT/rubric.csv`: `id,assignment,criterion,points,comment,by`. A row without points is not graded yet.
 *
 * @throws in one sentence with the row, if its id or criterion is unknown, or its points exceed the maximum: ignored
 *   points are a lost grade
 */
export async function readRubric({ file, people, rubrics }: RubricFile): Promise<readonly RubricRow[]> {
  const columns = ['id', 'assignment', 'criterion', 'points', 'comment', 'by'] as const;
  const known = new Set(people.map(keyOf));
  const seen = new Map<string, number>();
  const rows: RubricRow[] = [];
  for (const { line, fields } of await readTable(file, { required: columns })) {
    const { id, assignment, criterion, points, comment, by } = fields;
    const refuse = (fact: string): never => {
      throw new Error(`${file}, row ${line}: ${fact}`);
    };
    const rubric = rubrics.get(assignment) ?? {};
    const maximum = Object.hasOwn(rubric, criterion) ? rubric[criterion]?.points : undefined;
    const key = JSON.stringify([keyOf(id), assignment, criterion]);
    const number = readDecimal(points);
    if (!known.has(keyOf(id))) refuse(`unknown student or submission ${id}; ${didYouMean(id, people)}`);
    if (!rubrics.has(assignment))
      refuse(`${assignment} has no rubric in assignments/course.json; ${didYouMean(assignment, [...rubrics.keys()])}`);
    if (maximum === undefined)
      refuse(`${assignment} has no criterion ${criterion}; ${didYouMean(criterion, Object.keys(rubric))}`);
    const first = seen.get(key);
    if (first !== undefined) refuse(`row ${first} also grades ${criterion} of ${id}; keep one of them`);
    seen.set(key, line);
    if (points === '') continue;
    if (number === undefined || number > (maximum ?? 0))
      return refuse(
        `${points} for ${criterion} is no number from 0 to ${maximum ?? 0}; leave it empty if it is not graded yet`,
      );
    if (by === '') refuse('the column `by` is empty; enter who gave the points');
    rows.push({ line, id, assignment, criterion, points: number, comment, by });
  }
  return rows;
}
