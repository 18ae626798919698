import { z } from 'zod';
import { jsonNumberSchema } from '../../pipeline/words/jsonNumber';
import type { TrainingConfig } from './config';

/** A problem with one of the student's functions. Stacks refer to the compiled code. */
export const studentProblemSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('does-not-load'), assignment: z.string(), message: z.string(), stack: z.string() }),
  z.object({ status: z.literal('missing'), assignment: z.string(), exercise: z.string() }),
  z.object({ status: z.literal('todo'), assignment: z.string(), exercise: z.string(), within: z.string() }),
  z.object({
    status: z.literal('throws'),
    assignment: z.string(),
    exercise: z.string(),
    message: z.string(),
    stack: z.string(),
  }),
  z.object({
    status: z.literal('returns'),
    assignment: z.string(),
    exercise: z.string(),
    expected: z.string(),
    got: z.string(),
  }),
]);

export type StudentProblem = z.infer<typeof studentProblemSchema>;

const tensorSchema = z.object({ shape: z.array(z.number()), values: z.array(jsonNumberSchema) });

/** A tensor as JSON, row by row. */
export type JsonTensor = z.infer<typeof tensorSchema>;

/** State of an optimizer as JSON: nothing, one tensor, or tensors and numbers by name. */
const memorySchema = z
  .union([tensorSchema, z.record(z.string(), z.union([tensorSchema, jsonNumberSchema]))])
  .nullable();

export type JsonMemory = z.infer<typeof memorySchema>;

const progress = { epoch: z.number(), step: z.number() };

export const epochSchema = z.object({
  ...progress,
  seconds: z.number(),
  loss: jsonNumberSchema,
  /** Missing in files of older versions. */
  trainAccuracy: z.number().optional(),
  validationAccuracy: z.number(),
});

export const bestSchema = z.object({ ...progress, validationAccuracy: z.number(), W: tensorSchema });

/** A point at which a training can resume: the end of an epoch. */
export const lastSchema = z.object({ ...progress, W: tensorSchema, memory: memorySchema });

/** Images of weights by the student's `classTemplates`, one per class; or a problem with it. */
export const templatesSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('drawn'), images: tensorSchema }),
  z.object({ status: z.literal('problem'), problem: studentProblemSchema }),
]);

export type Templates = z.infer<typeof templatesSchema>;

/** Where an earlier training ended. */
export interface Start {
  readonly last: z.infer<typeof lastSchema>;
  readonly best: z.infer<typeof bestSchema>;
  readonly seconds: number;
}

/** The job of the training process, on its standard input. */
export interface TrainingJob {
  readonly config: TrainingConfig;
  /** The student's compiled files, by assignment. */
  readonly code: Readonly<Record<string, string>>;
  /** Undefined for a new training. */
  readonly start: Start | undefined;
}

/** Events of the training process, one line of JSON each, on descriptor 3. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    backend: z.object({ name: z.string(), why: z.string(), version: z.string() }),
    data: z.object({ train: z.number(), validation: z.number(), features: z.number(), classes: z.number() }),
    stepsPerEpoch: z.number(),
  }),
  z.object({ type: z.literal('steps'), loss: z.array(jsonNumberSchema), learningRate: z.array(jsonNumberSchema) }),
  epochSchema.extend({ type: z.literal('epoch') }),
  bestSchema.extend({ type: z.literal('best') }),
  lastSchema.extend({ type: z.literal('last') }),
  z.object({ type: z.literal('templates'), templates: templatesSchema }),
  z.object({
    type: z.literal('finished'),
    lossHistory: z.array(jsonNumberSchema),
    validationAccuracy: z.number(),
    seconds: z.number(),
  }),
  z.object({ type: z.literal('diverged'), step: z.number(), loss: jsonNumberSchema }),
  z.object({ type: z.literal('student'), problem: studentProblemSchema }),
  /** Not the student's fault: an unavailable backend or missing data. */
  z.object({ type: z.literal('failed'), message: z.string(), usage: z.boolean() }),
]);

export type TrainingMessage = z.infer<typeof messageSchema>;
