import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';

const schema = z.object({ schemaVersion: z.literal(1), id: z.string().regex(/^[0-9a-f]{16}$/) });

/** The ID of a results folder in the queue, kept in `OUT/queue.json` so that the folder can move; created if missing. */
export async function outIdOf(out: string): Promise<string> {
  const file = join(out, 'queue.json');
  const kept = await readJson(file, schema);
  if (kept.status === 'read') return kept.value.id;
  const id = randomBytes(8).toString('hex');
  await writeWhole(file, jsonText({ schemaVersion: 1, id }));
  return id;
}
