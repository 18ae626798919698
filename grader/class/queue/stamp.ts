import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What a coordinator asks for: whoever grades takes it over. */
const orderSchema = z.object({
  assignments: z.array(z.string()),
  named: z.boolean(),
  secondsPerExercise: z.number(),
  language: z.enum(['en', 'zh']),
});

export type Order = z.infer<typeof orderSchema>;

/** What whoever grades must be, of its own: all that a result depends on besides the order and the submission. */
export const proofSchema = z.object({
  graderVersion: z.string(),
  /** Of the grader's sources, which may differ in one version. */
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

/** What results of one batch have in common. Two that have the same stamp are the same, whichever machine they come from. */
export type Stamp = z.infer<typeof stampSchema>;

/** Names the queue of all batches with this stamp: a worker of another kind never sees their jobs. */
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

/** How a worker is not as a batch needs it, a phrase each; none where it is. */
export function differencesOf(needed: Proof, own: Proof): readonly string[] {
  return (Object.keys(words) as (keyof Proof)[])
    .filter((field) => needed[field] !== own[field])
    .map((field) => `${words[field]} is ${own[field]}, and the batch needs ${needed[field]}`);
}

/** The same for the checks. */
export function differingSpecs({ specHashes }: Stamp, own: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(specHashes)
    .filter(([id, hash]) => own[id] !== hash)
    .map(([id, hash]) => `the checks of ${id} are ${own[id] ?? 'missing'}, and the batch needs ${hash}`);
}
