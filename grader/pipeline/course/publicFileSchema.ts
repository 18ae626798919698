import { z } from 'zod';

/** Version of the form of `public.json`, not of its content. */
export const schemaVersion = 1;

const outcomeSchema = z.union([
  z.object({ status: z.literal('returned'), values: z.array(z.unknown()) }),
  z.object({ status: z.literal('threw'), name: z.string() }),
]);

const comparisonSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('standard') }),
  z.object({ rule: z.literal('upToConstant') }),
  z.object({ rule: z.enum(['relative', 'absolute']), bound: z.number() }),
]);

const checkBase = { id: z.string(), points: z.number(), cases: z.array(z.string()) };

/** One text in each language but English. */
const translatedSchema = z.object({ zh: z.string() });

const checkSchema = z.discriminatedUnion('kind', [
  z.object({
    ...checkBase,
    kind: z.literal('reference'),
    field: z.string().optional(),
    comparison: comparisonSchema,
    translations: translatedSchema.optional(),
  }),
  z.object({
    ...checkBase,
    kind: z.literal('gradient'),
    lossField: z.string(),
    gradientField: z.string(),
    argument: z.number(),
    part: z.enum(['whole', 'data', 'regularization']),
    strengthArgument: z.number().optional(),
    kinks: z.boolean(),
  }),
  z.object({ ...checkBase, kind: z.literal('property'), law: z.string(), parameters: z.unknown() }),
  z.object({ ...checkBase, kind: z.enum(['input', 'leak', 'kernels']) }),
]);

const caseSchema = z.object({
  id: z.string(),
  visibility: z.enum(['public', 'hidden']),
  label: z.string().optional(),
  translations: translatedSchema.optional(),
  calls: z.array(z.array(z.unknown())),
  apply: z.array(z.array(z.unknown())).optional(),
  expected: outcomeSchema,
  scale: z.number().optional(),
});

const hintsSchema = z.tuple([z.string(), z.string(), z.string()]);

const mistakeSchema = z.object({
  id: z.string(),
  hints: hintsSchema,
  translations: z.object({ zh: hintsSchema }).optional(),
  carriedFrom: z.string().optional(),
  outcomes: z.record(z.string(), outcomeSchema),
  fails: z.array(z.string()).optional(),
  holds: z.object({ law: z.string(), parameters: z.unknown() }).optional(),
});

const exerciseSchema = z
  .object({
    name: z.string(),
    arguments: z.array(z.string()),
    checks: z.array(checkSchema),
    cases: z.array(caseSchema),
    mistakes: z.array(mistakeSchema),
    forbidden: z.array(z.union([z.templateLiteral(['tf.', z.string().min(1)]), z.templateLiteral(['tensor.', z.string().min(1)])])),
    seconds: z.number().positive().optional(),
    mostBytes: z.number().positive().optional(),
  })
  // A case that went missing would leave a check with less to look at, or with nothing.
  .refine(({ checks, cases }) => checks.every((check) => check.cases.every((id) => cases.some((one) => one.id === id))), {
    message: 'a check names a case that is not there',
    path: ['checks'],
  });

export const publicFileSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  id: z.string(),
  title: z.string(),
  file: z.string(),
  optional: z.boolean(),
  scope: z.enum(['public', 'full']),
  specHash: z.string(),
  exercises: z.array(exerciseSchema),
});

export type ExerciseFile = z.infer<typeof exerciseSchema>;
export type CheckFile = z.infer<typeof checkSchema>;
export type OutcomeFile = z.infer<typeof outcomeSchema>;
