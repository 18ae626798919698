import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../files';
import { jsonNumberSchema } from '../../pipeline/words/jsonNumber';
import { configSchema } from './config';
import { bestSchema, epochSchema, lastSchema, templatesSchema, type Start } from './messages';

/** The parts of a results file that are read again, for pictures of several runs and for resuming. */
const runSchema = z.object({
  schemaVersion: z.literal(1),
  assignment: z.string(),
  status: z.enum(['finished', 'interrupted', 'diverged', 'failed']),
  config: configSchema,
  seconds: z.number(),
  steps: z.object({ loss: z.array(jsonNumberSchema), learningRate: z.array(jsonNumberSchema) }),
  epochs: z.array(epochSchema),
  best: bestSchema.nullable(),
  // Not written by older versions.
  last: lastSchema.nullable().default(null),
  templates: templatesSchema.nullable().default(null),
  resumed: z.string().nullable().default(null),
});

export type TrainingRun = z.infer<typeof runSchema>;

/** A run and its file name. */
export interface NamedRun {
  readonly name: string;
  readonly run: TrainingRun;
}

/** Default folder of results. */
export function resultsFolder(root: string): string {
  return join(root, '.descent', 'training');
}

/** The number in a results file's name, for this assignment; undefined for other files. */
export function numberOfResults(name: string, assignment: string): number | undefined {
  const [, id, number] = /^(.+)-(\d+)\.json$/.exec(name) ?? [];
  return id === assignment ? Number(number) : undefined;
}

/** @returns undefined if it doesn't exist or isn't a results file */
export async function readRun(file: string): Promise<NamedRun | undefined> {
  const read = await readJson(file, runSchema);
  return read.status === 'read' ? { name: basename(file), run: read.value } : undefined;
}

/** Stored runs, oldest first. Unreadable files are skipped, since they are only needed for a picture. */
export async function readRuns(root: string, assignment: string): Promise<readonly NamedRun[]> {
  const folder = resultsFolder(root);
  const names = await readdir(folder).catch(() => []);
  const numbered = names.flatMap((name) => {
    const number = numberOfResults(name, assignment);
    return number === undefined ? [] : [{ name, number }];
  });
  const inOrder = numbered.toSorted((a, b) => a.number - b.number);
  const runs = await Promise.all(inOrder.map(({ name }) => readRun(join(folder, name))));
  return runs.filter((run) => run !== undefined);
}

/** Where a training can resume a run; undefined if the run ended in its first epoch. */
export function startOf({ last, best, epochs }: TrainingRun): Start | undefined {
  if (last === null || best === null) return undefined;
  return { last, best, seconds: epochs.find(({ epoch }) => epoch === last.epoch)?.seconds ?? 0 };
}
