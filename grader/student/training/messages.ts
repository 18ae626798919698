import { z } from 'zod';
import type { TrainingConfig } from './config';

/** A number, as JSON can have it. */
export const numberSchema = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]);

export type JsonNumber = z.infer<typeof numberSchema>;

/** `"NaN"`, `"Infinity"` and `"-Infinity"` for what JSON has no number for. */
export function toJsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}

/** What the training process is sent, on its standard input. */
export interface TrainingJob {
  readonly config: TrainingConfig;
  /** The student's compiled files, by assignment. */
  readonly code: Readonly<Record<string, string>>;
}

/** What is wrong with one of the student's functions. Where it is thrown from, is in the stack of the compiled code. */
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

const weightsSchema = z.object({ shape: z.array(z.number()), values: z.array(numberSchema) });

/** What the training process reports, one line of JSON each, on descriptor 3. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    backend: z.object({ name: z.string(), why: z.string(), version: z.string() }),
    data: z.object({ train: z.number(), validation: z.number(), features: z.number(), classes: z.number() }),
    stepsPerEpoch: z.number(),
  }),
  z.object({ type: z.literal('steps'), loss: z.array(numberSchema), learningRate: z.array(numberSchema) }),
  z.object({
    type: z.literal('epoch'),
    epoch: z.number(),
    step: z.number(),
    seconds: z.number(),
    loss: numberSchema,
    validationAccuracy: z.number(),
  }),
  z.object({
    type: z.literal('best'),
    epoch: z.number(),
    step: z.number(),
    validationAccuracy: z.number(),
    W: weightsSchema,
  }),
  z.object({
    type: z.literal('finished'),
    lossHistory: z.array(numberSchema),
    validationAccuracy: z.number(),
    seconds: z.number(),
  }),
  z.object({ type: z.literal('diverged'), step: z.number(), loss: numberSchema }),
  z.object({ type: z.literal('student'), problem: studentProblemSchema }),
  /** Not the student's: a backend that can't be had, data that is missing. */
  z.object({ type: z.literal('failed'), message: z.string(), usage: z.boolean() }),
]);

export type TrainingMessage = z.infer<typeof messageSchema>;
