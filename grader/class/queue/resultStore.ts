import { promisify } from 'node:util';
import { inflateRaw, deflateRaw } from 'node:zlib';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { parseJson } from '../../files';
import type { Graded } from '../batch';
import { retentionSeconds, keysOf } from './job';
import type { Stamp } from './stamp';

const maxResultBytes = 64_000_000;

/** Results in transit from workers to coordinators; the first result of a job wins. */
export class ResultStore {
  readonly #redis: Redis;
  readonly #keyOf: (job: string) => string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#keyOf = keysOf(prefix).result;
  }

  async has(job: string): Promise<boolean> {
    return (await this.#redis.exists(this.#keyOf(job))) === 1;
  }

  async keep(job: string, { text, isComplete }: Graded): Promise<void> {
    const packed = await promisify<string, { readonly level: number }, Buffer>(deflateRaw)(text, { level: 1 });
    const value = Buffer.concat([Buffer.from([isComplete ? 1 : 0]), packed]);
    await this.#redis.set(this.#keyOf(job), value, 'EX', retentionSeconds, 'NX');
  }

  async find(job: string): Promise<Graded | undefined> {
    const value = await this.#redis.getBuffer(this.#keyOf(job));
    if (value === null) return undefined;
    const text = await promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(inflateRaw)(value.subarray(1), {
      maxOutputLength: maxResultBytes,
    });
    return { text: text.toString(), isComplete: value[0] === 1 };
  }

  async remove(job: string): Promise<void> {
    await this.#redis.del(this.#keyOf(job));
  }
}

/** The fields that identify how a result was graded. */
const provenanceSchema = z.object({
  submission: z.string(),
  entry: z.string(),
  graderVersion: z.string(),
  node: z.string(),
  tfjs: z.string(),
  isolation: z.string(),
  scope: z.string(),
  seedLabel: z.string(),
  specHash: z.string(),
});

/** Workers are not trusted. @throws if a result is of another submission, or was graded under other conditions */
export function checkResult(
  text: string,
  { name, entry }: { readonly name: string; readonly entry: string },
  stamp: Stamp,
): void {
  const read = parseJson(text, provenanceSchema);
  if (read.status !== 'read') throw new Error(`a worker's result can't be read (${read.why})`);
  const { graderVersion, node, tfjs, isolation, scope, seedLabel } = stamp;
  const specHash = stamp.order.assignments.map((id) => stamp.specHashes[id]).join('-');
  const needed = { submission: name, entry, graderVersion, node, tfjs, isolation, scope, seedLabel, specHash };
  for (const [field, value] of Object.entries(needed)) {
    const given = read.value[field as keyof typeof needed];
    if (given !== value) throw new Error(`a worker's result has ${field} ${given}, and the batch needs ${value}`);
  }
}
