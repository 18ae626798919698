import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBatch } from '../batch/readBatch';
import type { Grade } from './gradesOf';
import type { Judging } from './judging';
import { readGradeBook } from './readGradeBook';
import { keyOf } from './student';

/** Slip days that students have used, by the keys of their ids. */
export type SlipDaysUsed = ReadonlyMap<string, number>;

/** Adds up the slip days in which students handed in late. */
export function slipDaysIn(grades: readonly Grade[], before: SlipDaysUsed = new Map()): SlipDaysUsed {
  const used = new Map(before);
  for (const { student, assignments } of grades) {
    if (student === undefined) continue;
    const own = assignments.reduce((sum, { slipDays = 0 }) => sum + slipDays, 0);
    if (own > 0) used.set(keyOf(student.id), (used.get(keyOf(student.id)) ?? 0) + own);
  }
  return used;
}

/**
 * The slip days that the batches before this one have used, as their grades are now.
 *
 * @param after - their folders, seen from this batch's
 * @throws in one sentence if one of them is gone, or goes before itself
 */
export async function slipDaysBefore(
  folder: string,
  after: readonly string[],
  course: Judging,
  chain: readonly string[] = [],
): Promise<SlipDaysUsed> {
  let used: SlipDaysUsed = new Map();
  const known = [...chain, resolve(folder)];
  for (const one of after.map((path) => resolve(folder, path))) {
    if (known.includes(one))
      throw new Error(`${one} goes before itself; say what goes before with \`grader report ${folder} --after\``);
    if ((await stat(one).catch(() => undefined)) === undefined)
      throw new Error(
        `${one}, whose slip days count in ${folder}, is gone; put it back, or say what goes before with \`grader report ${folder} --after\``,
      );
    const { grades } = await readGradeBook(await readBatch(one), course, {
      isTrial: true,
      chain: known,
    });
    used = slipDaysIn(grades, used);
  }
  return used;
}
