import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { SubmissionResult } from '../../pipeline/report';
import type { Override } from './readOverrides';

const ledgerSchema = z.record(z.string(), z.string());

/** An override that was given when other checks were in force. */
export interface StaleOverride {
  readonly override: Override;
  readonly assignment: string;
}

/**
 * Which overrides were given before the checks of their assignment changed. They stay in force, but a person should look again.
 *
 * When a row is seen for the first time, the state of the checks is noted beside it in `OUT/overrides.json`; changing a row, if only its
 * reason, makes it a new one.
 */
export async function findStaleOverrides(
  folder: string,
  overrides: readonly Override[],
  results: readonly SubmissionResult[],
): Promise<readonly StaleOverride[]> {
  const file = join(folder, 'overrides.json');
  const ledger = await readLedger(file);
  const assignments = new Map(
    results.flatMap(({ assignments: list }) =>
      list.flatMap(({ id, specHash, exercises }) => exercises.map(({ name }) => [name, { id, specHash }])),
    ),
  );
  const stale: StaleOverride[] = [];
  const noted: Record<string, string> = {};
  for (const override of overrides) {
    const assignment = assignments.get(override.exercise);
    if (assignment === undefined) continue;
    const { id, exercise, points, reason, by } = override;
    const key = JSON.stringify([id, exercise, points, reason, by]);
    const seen = ledger[key] ?? assignment.specHash;
    noted[key] = seen;
    if (seen !== assignment.specHash) stale.push({ override, assignment: assignment.id });
  }
  if (JSON.stringify(noted) !== JSON.stringify(ledger)) await writeFileAtomic(file, `${JSON.stringify(noted, undefined, 2)}\n`);
  return stale;
}

async function readLedger(file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return ledgerSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is damaged; delete it, and look at all overrides once more`, { cause: error });
  }
}
