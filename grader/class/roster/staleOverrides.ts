import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';
import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import { isMeant } from './checkOverrides';
import type { Override } from './readOverrides';

const seenSchema = z.object({
  specHash: z.string(),
  contentHash: z.string().optional(),
  /** What the checks said of the exercise; another state of the specs that says the same changes nothing. */
  judged: z.string().optional(),
});
/** In the first version of the file there is the state of the checks alone. */
const ledgerSchema = z.record(
  z.string(),
  z.union([seenSchema, z.string().transform((specHash) => ({ specHash, contentHash: undefined }))]),
);
type Seen = z.infer<typeof seenSchema>;

/** An override that was given for other checks, or for other work, than there are now. */
export interface StaleOverride {
  readonly override: Override;
  readonly assignment: string;
  readonly because: 'checks' | 'work';
}

export interface StaleOptions {
  readonly folder: string;
  readonly overrides: readonly Override[];
  readonly results: readonly SubmissionResult[];
  /** The result of whom an override is of; undefined for who has none, and for all. */
  readonly resultOf: (id: string) => SubmissionResult | undefined;
  /** Of what does not count any more: known all the same. */
  readonly idle?: readonly Override[];
  /** Whether what is seen for the first time is noted; where results don't count yet, it isn't. */
  readonly isNoted?: boolean;
}

/**
 * Which overrides were given before the checks of their assignment, or the work itself, changed. They stay in force,
 * but a person should look again.
 *
 * When a row is seen for the first time, the state of checks and work, and what the checks said, is noted beside it in `OUT/overrides.json`;
 * changing a row, if only its reason, makes it a new one.
 */
export async function findStaleOverrides(options: StaleOptions): Promise<readonly StaleOverride[]> {
  const { folder, overrides, results, resultOf, idle = [], isNoted = true } = options;
  const file = join(folder, 'overrides.json');
  const ledger = await readLedger(file);
  const assignments = results.flatMap((result) => result.assignments);
  const stale: StaleOverride[] = [];
  const noted: Record<string, Seen> = {};
  for (const key of idle.map(keyOf)) {
    const seen = ledger[key];
    if (seen !== undefined) noted[key] = seen;
  }
  for (const override of overrides) {
    const assignment = assignments.find(({ id, exercises }) =>
      exercises.some(({ name }) => isMeant(override, id, name)),
    );
    if (assignment === undefined) continue;
    const { id, exercise } = override;
    const key = keyOf(override);
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

/** Whether an override was there when grades were made before. */
export async function seenOverrides(folder: string): Promise<(override: Override) => boolean> {
  const ledger = await readLedger(join(folder, 'overrides.json'));
  return (override) => Object.hasOwn(ledger, keyOf(override));
}

function keyOf({ id, exercise, points, reason, by, assignment, check }: Override): string {
  const more = assignment === undefined && check === undefined ? [] : [assignment ?? '', check ?? ''];
  return JSON.stringify([id, exercise, points, reason, by, ...more]);
}

function judgedOf({ exercises }: AssignmentJson, exercise: string): string {
  const found = exercises.find(({ name }) => name === exercise);
  // Points beside the grader's are of no exercise.
  if (found === undefined) return '';
  const checks = found.checks.map(({ id, status, points, maxPoints }) => [id, status, points, maxPoints]);
  return createHash('sha256')
    .update(JSON.stringify([found.status, found.score, checks]))
    .digest('hex')
    .slice(0, 16);
}

/** What a person reads of it. */
export function staleSentence({ override, assignment, because }: StaleOverride): string {
  const { id, exercise, points, by, reason } = override;
  const since =
    because === 'checks' ? `the checks of ${assignment} have changed since` : `the work was handed in again since`;
  return `${points} points for ${exercise} of ${id} by ${by} (${reason}): ${since}; look again, then change its reason`;
}

async function readLedger(file: string): Promise<Readonly<Record<string, Seen>>> {
  const ledger = await readJson(file, ledgerSchema);
  if (ledger.status === 'damaged')
    throw new Error(`${file} is damaged; delete it, and look at all overrides once more`);
  return ledger.status === 'missing' ? {} : ledger.value;
}
