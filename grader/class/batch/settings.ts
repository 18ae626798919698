import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { keptJudgingSchema } from '../roster/judging';
import { BatchRefusal } from './BatchRefusal';
import { jsonText, readJson, writeWhole } from '../../files';

const settingsSchema = z.object({
  schemaVersion: z.literal(1),
  /** Folder of the submissions; also relative to the batch, in case both are moved together. */
  submissions: z.string(),
  submissionsFromHere: z.string(),
  /** Ids of the assignments in the course's order, and whether the user named them. */
  assignments: z.array(z.string()),
  named: z.boolean(),
  scope: z.enum(['public', 'full']),
  seedLabel: z.string(),
  secondsPerExercise: z.number(),
  graderVersion: z.string(),
  node: z.string(),
  tfjs: z.string(),
  isolation: z.string(),
  /** Hash of the checks that each assignment was graded with. */
  specHashes: z.record(z.string(), z.string()),
  /** Due dates and policy that grades are computed with. */
  course: keptJudgingSchema.optional(),
  /** Earlier batches whose slip days are used up, relative to this one. */
  after: z.array(z.string()).optional(),
  /** The class list as it was when copied. */
  roster: z.object({ file: z.string(), sha256: z.string() }).optional(),
});

/**
 * How a batch is graded, `OUT/batch.json`: everything that must stay the same for comparable results, and never the
 * seed.
 */
export type BatchSettings = z.infer<typeof settingsSchema>;

const fileName = 'batch.json';

/**
 * The settings of a folder's batch; undefined if there is none.
 *
 * @throws if they are damaged
 */
export async function readSettings(folder: string): Promise<BatchSettings | undefined> {
  const file = join(folder, fileName);
  const settings = await readJson(file, settingsSchema);
  if (settings.status === 'missing') return undefined;
  if (settings.status === 'read') return settings.value;
  throw new BatchRefusal(`${file} is damaged (${settings.why}); grade into another folder with --out`);
}

/** Always in the schema's order: a batch that is resumed has the same file as one that was not interrupted. */
export async function writeSettings(folder: string, settings: BatchSettings): Promise<void> {
  await writeWhole(join(folder, fileName), jsonText(settingsSchema.parse(settings)));
}

/**
 * Folder of the submissions, at the stored path or at the same place relative to the batch. @throws if neither exists
 */
export async function submissionsOf(folder: string, settings: BatchSettings): Promise<string> {
  const here = resolve(folder, ...settings.submissionsFromHere.split('/'));
  for (const path of [settings.submissions, here]) {
    const found = await realpath(path).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new BatchRefusal(
    `the submissions of ${folder} are missing: neither ${settings.submissions} nor ${here} exists; put them back`,
  );
}

/** A path for `settings.submissionsFromHere`. */
export function fromHere(folder: string, submissions: string): string {
  return relative(resolve(folder), submissions).split(sep).join('/');
}

/** Paths of other batches for `settings.after`. @throws BatchRefusal if one is not a batch */
export async function fromHereAll(folder: string, others: readonly string[]): Promise<string[]> {
  const here = await realpath(folder);
  return Promise.all(
    others.map(async (other) => {
      if ((await readSettings(other)) === undefined)
        throw new BatchRefusal(`${other} is not a batch; --after takes folders that \`grader batch\` wrote`);
      return fromHere(here, await realpath(other));
    }),
  );
}

/**
 * Checks that a batch can be resumed: with other checks, another seed or another grader, results would not be
 * comparable.
 *
 * @throws BatchRefusal with the difference and what to do
 */
export function checkSameSettings(folder: string, before: BatchSettings, now: Omit<BatchSettings, 'specHashes'>): void {
  const refuse = (fact: string, advice: string): never => {
    throw new BatchRefusal(`${folder} can't be resumed: ${fact}; ${advice}, or grade into another folder with --out`);
  };
  if (before.assignments.join() !== now.assignments.join() || before.named !== now.named) {
    const list = before.named ? `--assignment ${before.assignments.join(' ')}` : 'no --assignment';
    refuse(`it is for ${before.assignments.join(', ')}, not ${now.assignments.join(', ')}`, `give ${list}`);
  }
  if (before.scope !== now.scope || before.seedLabel !== now.seedLabel) {
    refuse(
      `its hidden cases come from the seed labelled ${before.seedLabel}, not ${now.seedLabel}`,
      'give the same --seed',
    );
  }
  if (before.graderVersion !== now.graderVersion) {
    refuse(
      `it was started with version ${before.graderVersion} of the grader, but this is ${now.graderVersion}`,
      `finish it with ${before.graderVersion}`,
    );
  }
  if (before.secondsPerExercise !== now.secondsPerExercise) {
    refuse(
      `an exercise had ${before.secondsPerExercise} s, not ${now.secondsPerExercise}`,
      `give --seconds ${before.secondsPerExercise}`,
    );
  }
}

/** @throws BatchRefusal naming the assignments whose checks have changed */
export function checkSameSpecs(
  folder: string,
  before: BatchSettings,
  specHashes: Readonly<Record<string, string>>,
): void {
  const changed = Object.keys(specHashes).filter((id) => before.specHashes[id] !== specHashes[id]);
  if (changed.length === 0) return;
  throw new BatchRefusal(
    `${folder} can't be resumed: the checks of ${changed.join(', ')} have changed since it was started; see \`grader regrade ${folder}\`, or grade into another folder with --out`,
  );
}
