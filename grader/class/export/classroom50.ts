import { z } from 'zod';
import { jsonText } from '../../files';
import type { Format } from './format';
import { knownScore, testsOf } from './testsOf';
import { withRubric } from './withRubric';

/** Points are multiples of 0.5, but Classroom 50 only allows integers: points and maximum are doubled. */
export const pointsScale = 2;

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/, 'must be a time such as 2027-02-12T22:59:00Z');
const text = z.string().min(1);

/** The identity and origin of a result, from the runner's variables. */
const identitySchema = z.object({
  classroom: text,
  assignment: text,
  assignment_type: z.enum(['individual', 'group']),
  owner: text,
  submission: text.regex(/^submit\//, 'must start with submit/'),
  commit: text,
  release: text,
  review: text,
  datetime: instant,
});

const points = z.int().min(0);

/** `classroom50/result/v1`. */
export const classroom50Schema = z.strictObject({
  schema: z.literal('classroom50/result/v1'),
  ...identitySchema.shape,
  score: points,
  'max-score': points,
  tests: z.array(z.looseObject({ 'test-name': text, passed: z.boolean(), score: points, 'max-score': points })),
});

/** Environment variables of Classroom 50's runner, by field. */
export const identityVariables: Readonly<Record<string, readonly string[]>> = {
  classroom: ['CLASSROOM'],
  assignment: ['ASSIGNMENT'],
  assignment_type: ['ASSIGNMENT_TYPE', 'MODE'],
  owner: ['OWNER', 'USERNAME'],
  submission: ['SUBMISSION_TAG'],
  commit: ['COMMIT_URL'],
  release: ['RELEASE_URL'],
  review: ['REVIEW_URL', 'COMMIT_URL'],
  datetime: ['SUBMITTED_AT'],
};

/** Classroom 50's result.json, without optional assignments, since its score is the sum of its tests. */
export const classroom50: Format = {
  name: 'classroom50',
  of: 'submission',
  write: (graded, input) => {
    const { options, results } = input;
    if (results.length > 1)
      throw new Error('a Classroom 50 result is for one repository; name its submission with --submission');
    const identity = identitySchema.safeParse({ assignment_type: 'individual', ...options.identity });
    if (!identity.success) throw new Error(missingIdentity(identity.error));
    const result = withRubric(graded, input);
    const tests = testsOf(result)
      .filter(({ optional }) => !optional)
      .map(({ assignment, name, status, points: earned, maxPoints, text: message }) => ({
        'test-name': `${assignment} › ${name}`,
        passed: status === 'passed',
        score: earned * pointsScale,
        'max-score': maxPoints * pointsScale,
        ...(message === '' ? {} : { message }),
      }));
    const odd = tests.find(({ score }) => !Number.isInteger(score));
    if (odd !== undefined)
      throw new Error(
        `${result.submission} has ${odd.score / pointsScale} points for ${odd['test-name']}, but Classroom 50 only allows multiples of ${1 / pointsScale}; left out`,
      );
    const content = classroom50Schema.parse({
      schema: 'classroom50/result/v1',
      ...identity.data,
      score: knownScore(result) * pointsScale,
      'max-score': result.maxScore * pointsScale,
      tests,
    });
    return {
      text: jsonText(content),
      notes: ['points are doubled, since Classroom 50 only allows integers'],
    };
  },
};

function missingIdentity({ issues }: z.ZodError): string {
  const wrong = issues.map(({ path, message }) => {
    const field = String(path[0]);
    const variables = identityVariables[field]?.join(' or ') ?? '';
    return message.startsWith('Invalid input')
      ? `${field} (${variables})`
      : `${field} (${variables}), which ${message}`;
  });
  return `classroom50 needs ${wrong.join(', ')}: set the variables, as its runner does, or add \`--set FIELD=VALUE\` for each`;
}
