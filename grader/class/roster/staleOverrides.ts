import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';
import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import { appliesTo } from './checkOverrides';
import type { Override } from './readOverrides';

const seenSchema = z.object({
  specHash: z.string(),
  contentHash: z.string().optional(),
  /** Hash of the exercise's result; changed specs with the same result make no override stale. */
  judged: z.string().optional(),
});
/** The first version of the file had only the hash of the specs. */
const ledgerSchema = z.record(
  z.string(),
  z.union([seenSchema, z.string().transform((specHash) => ({ specHash, contentHash: undefined }))]),
);
type Seen = z.infer<typeof seenSchema>;

/** An override that was given for other checks, or for other work, than the current ones. */
export interface StaleOverride {
  readonly override: Override;
  readonly assignment: string;
  readonly because: 'checks' | 'work';
}

export interface StaleOptions {
  readonly folder: string;
  readonly overrides: readonly Override[];
  readonly results: readonly SubmissionResult[];
  /** The result of an override's id; undefined if it has none, and for everyone. */
  readonly resultOf: (id: string) => SubmissionResult | undefined;
  /** Overrides that don't count; their ledger entries are kept. */
  readonly ignored?: readonly Override[];
  /** Whether to record new overrides; false if the results don't count yet. */
  readonly isNoted?: boolean;
}

/**
 * Finds overrides that were given before the checks of their assignment, or the work itself, changed. They stay in
 * force, but a person should review them.
 *
 * `OUT/overrides.json` records the state of checks, work and result when a row is seen for the first time. A changed
 * row, if only its reason, is a new one.
 */
export async function findStaleOverrides(options: StaleOptions): Promise<readonly StaleOverride[]> {
  const { folder, overrides, results, resultOf, ignored = [], isNoted = true } = options;
  const file = join(folder, 'overrides.json');
  const ledger = await readLedger(file);
  const assignments = results.flatMap((result) => result.assignments);
  const stale: StaleOverride[] = [];
  const noted: Record<string, Seen> = {};
  for (const key of ignored.map(ledgerKey)) {
    const seen = ledger[key];
    if (seen !== undefined) noted[key] = seen;
  }
  for (const override of overrides) {
    const assignment = assignments.find(({ id, exercises }) =>
      exercises.some(({ name }) => appliesTo(override, id, name)),
    );
    if (assignment === undefined) continue;
    const { id, exercise } = override;
    const key = ledgerKey(override);
    const own = resultOf(id);
    const now: Seen = {
      specHash: assignment.specHash,
      contentHash: own?.contentHash ?? '',
      judged: judgedOf(own?.assignments.find((one) => one.id === assignment.id) ?? assignment, exercise),
    };
    const seen = ledger[key] ?? now;
    noted[key] = seen;
    if (seen.specHash !== now.specHash && seen.judged !== now.judged)
      stale.push({ override, assignment: assignment.id, because: 'checks' });
    else if (seen.contentHash !== undefined && seen.contentHash !== now.contentHash)
      stale.push({ override, assignment: assignment.id, because: 'work' });
  }
  if (isNoted && JSON.stringify(noted) !== JSON.stringify(ledger)) await writeWhole(file, jsonText(noted));
  return stale;
}

/** Returns a test of whether an earlier run recorded an override. */
export async function seenOverrides(folder: string): Promise<(override: Override) => boolean> {
  const ledger = await readLedger(join(folder, 'overrides.json'));
  return (override) => Object.hasOwn(ledger, ledgerKey(override));
}

function ledgerKey({ id, exercise, points, reason, by, assignment, check }: Override): string {
  const more = assignment === undefined && check === undefined ? [] : [assignment ?? '', check ?? ''];
  return JSON.stringify([id, exercise, points, reason, by, ...more]);
}

function judgedOf({ exercises }: AssignmentJson, exercise: string): string {
  const found = exercises.find(({ name }) => name === exercise);
  // Points for the whole assignment belong to no exercise.
  if (found === undefined) return '';
  const checks = found.checks.map(({ id, status, points, maxPoints }) => [id, status, points, maxPoints]);
  return createHash('sha256')
    .update(JSON.stringify([found.status, found.score, checks]))
    .digest('hex')
    .slice(0, 16);
}

export function staleSentence({ override, assignment, because }: StaleOverride): string {
  const { id, exercise, points, by, reason } = override;
  const since =
    because === 'checks' ? `the checks of ${assignment} have changed since` : `the work was handed in again since`;
  return `${points} points for ${exercise} of ${id} by ${by} (${reason}): ${since}; review it, then change its reason`;
}

async function readLedger(file: string): Promise<Readonly<Record<string, Seen>>> {
  const ledger = await readJson(file, ledgerSchema);
  if (ledger.status === 'damaged') throw new Error(`${file} is damaged; delete it, and review all overrides`);
  return ledger.status === 'missing' ? {} : ledger.value;
}
