import { z } from 'zod';
import { checkKinds, kindSchema, phraseSchema, signSchema } from '../checks/kinds';
import type { Law } from '../checks/laws';
import {
  withdrawals,
  type Assignment,
  type Case,
  type Check,
  type Exercise,
  type KnownMistake,
  type Question,
} from '../types';

/** Version of the format of `public.json`, not of its content. */
export const schemaVersion = 1;

/** The schemas of all fields: one that is forgotten would be lost on the way through a file. */
type Fields<Thing> = Readonly<Record<keyof Thing, z.ZodType>>;

const outcomeSchema = z.union([
  z.object({ status: z.literal('returned'), values: z.array(z.unknown()) }),
  z.object({ status: z.literal('threw'), name: z.string() }),
]);

/** One text in each language except English. */
const translatedSchema = z.object({ zh: z.string() });

/** Each kind of check parses its own fields. */
export const checkSchema = (laws: readonly Law[]): z.ZodType<Check> =>
  z
    .looseObject({
      id: z.string(),
      points: z.number(),
      cases: z.array(z.string()),
      kind: kindSchema,
      withdrawn: z.enum(withdrawals).optional(),
    })
    .transform((file, context) => {
      const { id, points, cases, kind, withdrawn } = file;
      const own = checkKinds[kind].schema(laws).safeParse(file);
      if (own.success) return { id, points, cases, kind, ...(withdrawn && { withdrawn }), ...own.data } as Check;
      for (const { message, path } of own.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
      return z.NEVER;
    });

const caseSchema = z.object({
  id: z.string(),
  visibility: z.enum(['public', 'hidden']),
  label: z.string().optional(),
  translations: translatedSchema.optional(),
  calls: z.array(z.array(z.unknown())),
  apply: z.array(z.array(z.unknown())).optional(),
  expected: outcomeSchema,
  scale: z.number().optional(),
} satisfies Fields<Case>);

const hintsSchema = z.tuple([z.string(), z.string(), z.string()]);

const mistakeSchema = (laws: readonly Law[]) =>
  z.object({
    id: z.string(),
    hints: hintsSchema,
    translations: z.object({ zh: hintsSchema }).optional(),
    carriedFrom: z.string().optional(),
    outcomes: z.record(z.string(), outcomeSchema),
    losses: z.record(z.string(), outcomeSchema).optional(),
    fails: z.array(z.string()).optional(),
    shows: z.record(z.string(), z.string()).optional(),
    holds: signSchema(laws).optional(),
  } satisfies Fields<KnownMistake>);

const questionSchema: z.ZodType<Question> = z.object({
  prompt: phraseSchema,
  form: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      salt: z.string(),
      choices: z.array(z.object({ id: z.string(), text: phraseSchema })),
    }),
    z.object({ kind: z.literal('number') }),
    z.object({ kind: z.literal('text') }),
  ]),
});

const exerciseSchema = (laws: readonly Law[]) =>
  z
    .object({
      name: z.string(),
      formerNames: z.array(z.string()).optional(),
      arguments: z.array(z.string()),
      async: z.literal(true).optional(),
      checks: z.array(checkSchema(laws)),
      cases: z.array(caseSchema),
      mistakes: z.array(mistakeSchema(laws)),
      forbidden: z.array(
        z.union([z.templateLiteral(['tf.', z.string().min(1)]), z.templateLiteral(['tensor.', z.string().min(1)])]),
      ),
      losses: z.record(z.string(), outcomeSchema).optional(),
      seconds: z.number().positive().optional(),
      maxBytes: z.number().positive().optional(),
      question: questionSchema.optional(),
    } satisfies Fields<Exercise>)
    // A missing case would leave a check with fewer cases, or none.
    .refine(
      ({ checks, cases }) => checks.every((check) => check.cases.every((id) => cases.some((one) => one.id === id))),
      {
        message: 'a check names a case that is not there',
        path: ['checks'],
      },
    );

/** @param laws - those that checks can name */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- what it makes is what it says
export const publicFileSchema = (laws: readonly Law[]) =>
  z.object({
    schemaVersion: z.literal(schemaVersion),
    id: z.string(),
    title: z.string(),
    file: z.string(),
    optional: z.boolean(),
    scope: z.enum(['public', 'full']),
    specHash: z.string(),
    exercises: z.array(exerciseSchema(laws)),
  } satisfies Fields<Omit<Assignment, 'loadCompositions'>> & { readonly schemaVersion: z.ZodType });

export type MistakeFile = z.output<ReturnType<typeof mistakeSchema>>;
export type ExerciseFile = z.output<ReturnType<typeof exerciseSchema>>;
export type OutcomeFile = z.infer<typeof outcomeSchema>;
