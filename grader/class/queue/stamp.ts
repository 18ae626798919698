import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The batch's options, which each worker adopts. */
const orderSchema = z.object({
  assignments: z.array(z.string()),
  named: z.boolean(),
  secondsPerExercise: z.number(),
  language: z.enum(['en', 'zh']),
});

export type Order = z.infer<typeof orderSchema>;

/** The worker's own conditions: all that a result depends on besides the order and the submission. */
export const proofSchema = z.object({
  graderVersion: z.string(),
  /** Hash of the grader's sources, which can differ within a version. */
  sources: z.string(),
  node: z.string(),
  tfjs: z.string(),
  isolation: z.string(),
  scope: z.enum(['public', 'full']),
  seedLabel: z.string(),
});

export type Proof = z.infer<typeof proofSchema>;

export const stampSchema = proofSchema.extend({
  order: orderSchema,
  specHashes: z.record(z.string(), z.string()),
});

/** All conditions of a batch. With the same stamp, a submission's result is the same on every machine. */
export type Stamp = z.infer<typeof stampSchema>;

/** The name of the queue for all batches with this stamp; a worker with other conditions never sees their jobs. */
export function stampId(stamp: Stamp): string {
  const specs = Object.entries(stamp.specHashes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { order, ...proof } = { ...stamp, specHashes: specs };
  const fields = [...Object.entries(proof), ...Object.entries(order)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);
}

const words: Readonly<Record<keyof Proof, string>> = {
  graderVersion: "the grader's version",
  sources: "the grader's sources",
  node: 'Node',
  tfjs: 'TensorFlow.js',
  isolation: 'the isolation level',
  scope: 'the scope',
  seedLabel: "the hidden seed's label",
};

/** Describes each difference between a worker and what a batch needs, as a phrase. */
export function proofDifferences(needed: Proof, own: Proof): readonly string[] {
  return (Object.keys(words) as (keyof Proof)[])
    .filter((field) => needed[field] !== own[field])
    .map((field) => `${words[field]} is ${own[field]}, and the batch needs ${needed[field]}`);
}

/** Describes each difference between a worker's checks and the batch's. */
export function specDifferences({ specHashes }: Stamp, own: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(specHashes)
    .filter(([id, hash]) => own[id] !== hash)
    .map(([id, hash]) => `the checks of ${id} are ${own[id] ?? 'missing'}, and the batch needs ${hash}`);
}
