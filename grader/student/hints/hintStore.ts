import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';

/** The last hint of an exercise, and its mistake. */
const shownSchema = z.record(
  z.string(),
  z.object({ mistake: z.string(), hint: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
);

export type ShownHints = z.infer<typeof shownSchema>;
export type HintNumber = ShownHints[string]['hint'];

const pathIn = (root: string): string => join(root, '.descent', 'hints.json');

/** Hints shown so far; none if the file is missing or damaged, since hints may restart. */
export async function readShownHints(root: string): Promise<ShownHints> {
  const shown = await readJson(pathIn(root), shownSchema);
  return shown.status === 'read' ? shown.value : {};
}

/** Stores it for the next call, atomically. */
export async function writeShownHints(root: string, shown: ShownHints): Promise<void> {
  await writeWhole(pathIn(root), jsonText(shown), { makeFolder: true });
}

/** Locate, concept, name: one further each time, restarting for another mistake. */
export function nextHint(shown: ShownHints, exercise: string, mistake: string): HintNumber {
  const last = Object.hasOwn(shown, exercise) ? shown[exercise] : undefined;
  if (last?.mistake !== mistake) return 1;
  return last.hint === 1 ? 2 : 3;
}
