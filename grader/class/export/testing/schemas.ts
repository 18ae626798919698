import { z } from 'zod';

/** The platforms' rules, from their documentation and not from our code. */

const visibility = z.enum(['hidden', 'after_due_date', 'after_published', 'visible']);
const textFormat = z.enum(['text', 'html', 'simple_format', 'md', 'ansi']);

/** @see https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
export const gradescopeSchema = z
  .strictObject({
    score: z.number().optional(),
    execution_time: z.number().optional(),
    output: z.string().optional(),
    output_format: textFormat.optional(),
    test_output_format: textFormat.optional(),
    test_name_format: textFormat.optional(),
    visibility: visibility.optional(),
    stdout_visibility: visibility.optional(),
    extra_data: z.record(z.string(), z.unknown()).optional(),
    tests: z
      .array(
        z.strictObject({
          score: z.number().optional(),
          max_score: z.number().optional(),
          status: z.enum(['passed', 'failed']).optional(),
          name: z.string().optional(),
          name_format: textFormat.optional(),
          number: z.string().optional(),
          output: z.string().optional(),
          output_format: textFormat.optional(),
          tags: z.array(z.string()).optional(),
          visibility: visibility.optional(),
          extra_data: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .refine(
    ({ score, tests = [] }) => score !== undefined || tests.every((test) => test.score !== undefined),
    'no score',
  );

const githubStatus = z.enum(['pass', 'fail', 'error']);

/** The input of GitHub's autograding reporter. */
export const githubSchema = z.object({
  version: z.literal(1),
  status: githubStatus,
  max_score: z.number(),
  tests: z.array(
    z.object({
      name: z.string(),
      status: githubStatus,
      score: z.number(),
      message: z.string(),
      test_code: z.string(),
      filename: z.string(),
      line_no: z.number(),
      duration: z.number(),
    }),
  ),
});

/** @see https://exercism.org/docs/building/tooling/test-runners/interface */
export const exercismSchema = z
  .strictObject({
    version: z.literal(3),
    status: githubStatus,
    message: z.string().max(65_535).nullable().optional(),
    tests: z.array(
      z.strictObject({
        name: z.string(),
        status: githubStatus,
        message: z.string().max(65_535).nullable().optional(),
        output: z.string().max(500).optional(),
        test_code: z.string().optional(),
        task_id: z.int().min(1).optional(),
      }),
    ),
  })
  .refine(({ status, message }) => status !== 'error' || (message ?? '') !== '', 'an error needs a message')
  .refine(
    ({ status, tests }) => status !== 'pass' || tests.every((test) => test.status === 'pass'),
    'pass, but a test fails',
  );

const url = z.string().min(1);
const whole = z.int().min(0);

/** @see schemas/result-v1.schema.json of foundation50/classroom50 */
export const classroom50ResultSchema = z
  .strictObject({
    schema: z.literal('classroom50/result/v1'),
    classroom: z.string().min(1),
    assignment: z.string().min(1),
    assignment_type: z.enum(['individual', 'group']),
    owner: z.string().min(1),
    submission: z.string().regex(/^submit\//),
    commit: url,
    release: url,
    review: url,
    datetime: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/),
    score: whole,
    'max-score': whole,
    tests: z.array(
      z.looseObject({ 'test-name': z.string().min(1), passed: z.boolean(), score: whole, 'max-score': whole }),
    ),
  })
  .refine(
    (result) => result.score <= result['max-score'] && result.tests.every((test) => test.score <= test['max-score']),
    'above the maximum',
  )
  .refine(({ score, tests }) => score === tests.reduce((sum, test) => sum + test.score, 0), 'not the sum');
