import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent, readTable, writeTable, writeWhole } from '../../files';

/** The number of a student, of a shared or unmatched submission, or of a group. */
export interface KeyEntry {
  readonly number: string;
  readonly kind: 'student' | 'submission' | 'group';
  /** A student's id, a submission's name, a group's name. */
  readonly of: string;
  /** The student's name; empty for other kinds. */
  readonly name: string;
}

/** Something that needs a number. */
export type Named = Omit<KeyEntry, 'number'>;

export const keyFile = 'anonymous-key.csv';

/**
 * Reads the existing numbers and adds missing ones. They are random, so that they reveal neither an order nor a kind.
 * The key is stored in `OUT/anonymous-key.csv`, for staff only.
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
  if ((await stat(file).catch(ifAbsent(undefined))) === undefined) return [];
  const rows = await readTable(file, { required: ['number', 'kind', 'of', 'name'] });
  return rows.map(({ line, fields: { number, kind, of, name } }) => {
    if (kind !== 'student' && kind !== 'submission' && kind !== 'group')
      throw new Error(
        `${file}, row ${line}: ${kind} is not student, submission or group; delete the file to get new numbers`,
      );
    return { number, kind, of, name };
  });
}

function freeNumber(taken: Set<string>): string {
  for (;;) {
    // Five digits are enough for every class, and don't look like a score.
    const number = String(randomInt(10_000, 100_000));
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
