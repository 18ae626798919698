import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBatch, type Batch } from '../batch/readBatch';
import type { Grade } from './gradesOf';
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
 * @param chain - the batches that this one goes before
 * @param gradesIn - the grades of one of them
 * @throws in one sentence if one of them is gone, or goes before itself
 */
export async function slipDaysBefore(
  folder: string,
  after: readonly string[],
  chain: readonly string[],
  gradesIn: (batch: Batch, chain: readonly string[]) => Promise<readonly Grade[]>,
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
    used = slipDaysIn(await gradesIn(await readBatch(one), known), used);
  }
  return used;
}
