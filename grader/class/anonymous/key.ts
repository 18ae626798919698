import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTable, writeTable, writeWhole } from '../../files';

/** Who has which number: a student, a submission that several share or that is no one's, or a group. */
export interface KeyEntry {
  readonly number: string;
  readonly kind: 'student' | 'submission' | 'group';
  /** A student's id, a submission's name, a group's name. */
  readonly of: string;
  /** Of a student. */
  readonly name: string;
}

/** What is to have a number. */
export type Named = Omit<KeyEntry, 'number'>;

export const keyFile = 'anonymous-key.csv';

/**
 * Numbers for all of these, those that they have already and new ones: by chance, so that neither the order nor what a
 * number is of can be told from it. Kept in `OUT/anonymous-key.csv`, which stays with staff.
 *
 * @throws in one sentence if the file is damaged
 */
export async function keyOfBatch(folder: string, named: readonly Named[]): Promise<readonly KeyEntry[]> {
  const file = join(folder, keyFile);
  const known = await readKey(file);
  const taken = new Set(known.map(({ number }) => number));
  const fresh = named
    .filter(({ kind, of }) => !known.some((one) => one.kind === kind && one.of === of))
    .map((one) => ({ ...one, number: freeNumber(taken) }));
  const key = [...known, ...fresh];
  const rows = key.map(({ number, kind, of, name }) => [number, kind, of, name]);
  await writeWhole(file, writeTable(['number', 'kind', 'of', 'name'], rows, { plain: true }));
  return key;
}

async function readKey(file: string): Promise<readonly KeyEntry[]> {
  if ((await stat(file).catch(() => undefined)) === undefined) return [];
  const rows = await readTable(file, { required: ['number', 'kind', 'of', 'name'] });
  return rows.map(({ line, fields: { number, kind, of, name } }) => {
    if (kind !== 'student' && kind !== 'submission' && kind !== 'group')
      throw new Error(
        `${file}, row ${line}: ${kind} is none of student, submission, group; delete the file for new numbers`,
      );
    return { number, kind, of, name };
  });
}

function freeNumber(taken: Set<string>): string {
  for (;;) {
    // Five digits: enough for every class, and no number looks like a score.
    const number = String(randomInt(10_000, 100_000));
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
