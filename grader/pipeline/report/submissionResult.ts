import { z } from 'zod';
import { kindSchema } from '../checks/kinds';
import { withdrawals } from '../types';
import { jsonNumberSchema } from '../words/jsonNumber';
import { pictureSchema } from './pictures/picture';

const checkResult = z.looseObject({
  id: z.string(),
  name: z.string(),
  kind: kindSchema,
  status: z.enum(['passed', 'failed', 'skipped']),
  visibility: z.enum(['public', 'hidden']),
  points: z.number(),
  maxPoints: z.number(),
  /** The course has taken it back: everyone has its points, or it does not count. */
  withdrawn: z.enum(withdrawals).optional(),
  relativeError: jsonNumberSchema.nullable(),
  threshold: jsonNumberSchema.nullable(),
  verdict: z.enum(['perfect', 'acceptable', 'suspicious', 'wrong']).nullable().optional(),
  /** For staff: with numbers of hidden cases. */
  message: z.string(),
  /** For the student: without them. */
  studentMessage: z.string(),
  /** Of public cases alone. */
  picture: pictureSchema.optional(),
});

const exerciseResult = z.looseObject({
  name: z.string(),
  /** What it was called in earlier releases. */
  formerNames: z.array(z.string()).optional(),
  /** null where it was not graded. */
  score: z.number().nullable(),
  maxScore: z.number(),
  status: z.enum([
    'passed',
    'failed',
    'todo',
    'error',
    'timeout',
    'memory',
    'forbidden',
    'crashed',
    'answered',
    'unreadable',
    'infrastructure',
  ]),
  message: z.string(),
  /** For the student: without what a submission may have said of hidden cases. */
  studentMessage: z.string().optional(),
  checks: z.array(checkResult),
  mistake: z.string().nullable(),
  hints: z.array(z.string()),
  carriedFrom: z.string().nullable(),
  durationMs: z.number(),
});

const assignmentResult = z.looseObject({
  id: z.string(),
  score: z.number().nullable(),
  maxScore: z.number(),
  status: z.enum(['graded', 'missing', 'unrecognised', 'unreadable', 'infrastructure']),
  optional: z.boolean(),
  /** Which state of the checks it was graded by. */
  specHash: z.string().default(''),
  message: z.string(),
  /** Where it does not compile. */
  place: z.object({ file: z.string(), line: z.number() }).optional(),
  /** What a person should know of the file that was graded; without the field there is nothing. */
  remarks: z.array(z.string()).optional(),
  exercises: z.array(exerciseResult),
});

/** The result of one submission as `toJson` writes it: what is read back from disk is checked, never believed. */
export const submissionResultSchema = z.looseObject({
  schemaVersion: z.literal(1),
  submission: z.string(),
  /** Of a batch: the folder or archive that it was, beside the others; and which state of it was graded. */
  entry: z.string().optional(),
  contentHash: z.string().optional(),
  scope: z.enum(['public', 'full']),
  seedLabel: z.string(),
  /** Of messages and hints; English where it is not said. */
  language: z.enum(['en', 'zh']).optional(),
  precision: z.string(),
  isolation: z.string(),
  graderVersion: z.string(),
  specHash: z.string(),
  node: z.string(),
  tfjs: z.string(),
  score: z.number().nullable(),
  maxScore: z.number(),
  assignments: z.array(assignmentResult),
});

export type SubmissionResult = z.infer<typeof submissionResultSchema>;
export type AssignmentJson = z.infer<typeof assignmentResult>;
export type ExerciseJson = z.infer<typeof exerciseResult>;
export type CheckJson = z.infer<typeof checkResult>;
