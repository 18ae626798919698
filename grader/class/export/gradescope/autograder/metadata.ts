import { z } from 'zod';
import { readJson } from '../../../../files';

const instant = z.string().transform((text, context) => {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) context.addIssue({ code: 'custom', message: `${text} is not a time` });
  return date;
});
const dates = z.looseObject({ due_date: instant.nullish() });

const metadataSchema = z.looseObject({
  created_at: instant,
  assignment: dates.nullish(),
  users: z.array(z.looseObject({ name: z.string().nullish(), assignment: dates.nullish() })).nullish(),
});

/** Gradescope's times of a submission. */
export interface Metadata {
  readonly createdAt: Date;
  /** Gradescope's due date; the latest of a group's. */
  readonly due: Date | undefined;
}

/**
 * Reads `submission_metadata.json`. The clock is not used, since a regrade must have the same result.
 *
 * @returns undefined if there is none, such as outside of Gradescope
 * @throws if it is not in Gradescope's format
 */
export async function readMetadata(file: string): Promise<Metadata | undefined> {
  const metadata = await readJson(file, metadataSchema);
  if (metadata.status === 'missing') return undefined;
  if (metadata.status === 'damaged') throw new Error(`submission_metadata.json is not as expected: ${metadata.why}`);
  const { created_at: createdAt, assignment, users } = metadata.value;
  const dues = [assignment, ...(users ?? []).map((user) => user.assignment)].flatMap((one) => one?.due_date ?? []);
  const latest = dues.reduce((last, one) => Math.max(last, one.getTime()), -Infinity);
  return { createdAt, due: dues.length === 0 ? undefined : new Date(latest) };
}
