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
  /** Withdrawn by the course: everyone gets its points, or it does not count. */
  withdrawn: z.enum(withdrawals).optional(),
  relativeError: jsonNumberSchema.nullable(),
  threshold: jsonNumberSchema.nullable(),
  verdict: z.enum(['perfect', 'acceptable', 'suspicious', 'wrong']).nullable().optional(),
  /** For staff: with numbers of hidden cases. */
  message: z.string(),
  /** For the student: without them. */
  studentMessage: z.string(),
  /** Only of public cases. */
  picture: pictureSchema.optional(),
});

const exerciseResult = z.looseObject({
  name: z.string(),
  /** Names in earlier releases. */
  formerNames: z.array(z.string()).optional(),
  /** null if it was not graded. */
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
  /** For the student: without text that could reveal hidden cases. */
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
  /** The version of the checks that graded it. */
  specHash: z.string().default(''),
  message: z.string(),
  /** Where it does not compile. */
  place: z.object({ file: z.string(), line: z.number() }).optional(),
  /** Remarks on the graded file, if any. */
  remarks: z.array(z.string()).optional(),
  exercises: z.array(exerciseResult),
});

/** The result of one submission as `toJson` writes it. Results read from disk are validated, never trusted. */
export const submissionResultSchema = z.looseObject({
  schemaVersion: z.literal(1),
  submission: z.string(),
  /** In a batch: the name of its folder or archive, and a hash of the graded content. */
  entry: z.string().optional(),
  contentHash: z.string().optional(),
  scope: z.enum(['public', 'full']),
  seedLabel: z.string(),
  /** Of messages and hints; English by default. */
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
