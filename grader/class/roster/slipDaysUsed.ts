import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ifAbsent } from '../../files';
import { readBatch, type Batch } from '../batch/readBatch';
import type { Grade } from './gradesOf';
import { keyOf } from './student';

/** Slip days that students used, by the keys of their ids. */
export type SlipDaysUsed = ReadonlyMap<string, number>;

/** Adds the slip days of these grades to those used before. */
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
 * The slip days used in earlier batches, by their current grades.
 *
 * @param after - the earlier batches' folders, relative to this one's
 * @param chain - the later batches, for which this one is read
 * @param gradesIn - reads the grades of a batch
 * @throws in one sentence if a batch is missing, or comes before itself
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
      throw new Error(`${one} comes before itself; name the earlier batches with \`grader report ${folder} --after\``);
    if ((await stat(one).catch(ifAbsent(undefined))) === undefined)
      throw new Error(
        `${one}, whose slip days count in ${folder}, is missing; restore it, or name the earlier batches with \`grader report ${folder} --after\``,
      );
    used = slipDaysIn(await gradesIn(await readBatch(one), known), used);
  }
  return used;
}
