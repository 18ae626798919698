import { z } from 'zod';
import { isolationLevels, withdrawals } from '../types';
import { instantsOf, isTimeZone, readWallTime } from './zonedTime';

/** What late work costs. */
const latePolicySchema = z.strictObject({
  /** Percentage of the points that each started day after the due date costs. */
  percentPerDay: z.number().min(0).max(100),
  /** Days after which late work earns nothing. */
  maximumDays: z.int().min(0),
  /** Minutes after the due date that still count as on time. */
  graceMinutes: z
    .number()
    .min(0)
    .max(24 * 60)
    .default(0),
  /** Late days that each student can use for free over the term, in the order of assignments. */
  slipDays: z.int().min(0).optional(),
});

const pointsSchema = z
  .number()
  .positive()
  .multipleOf(0.125, 'points are multiples of 0.5, or of 0.25 or 0.125 where many checks share few');

const saysSchema = z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })], {
  error: 'what it asks for: a text, or one in each language, {"en": "…", "zh": "…"}',
});

/** Criteria that a person gives points for, by name. */
export const rubricSchema = z.record(
  z.string().regex(/^[A-Za-z][\w-]*$/, 'a criterion is called by letters and digits, such as derivation'),
  z.strictObject({ points: pointsSchema, says: saysSchema }),
);

export type Rubric = Readonly<z.output<typeof rubricSchema>>;

const assignmentSchema = z.strictObject({
  id: z.string().regex(/^\d\d-[a-z0-9-]+$/, 'an id is two digits and a name, such as 03-losses'),
  /** The local time in the course's time zone at which it is due, `2027-02-12T23:59`. Without it nothing is late. */
  due: z.string().optional(),
  /** Due dates of single sections of the class, by the name in the roster's column `section`. */
  dueBySection: z.record(z.string().min(1), z.string()).optional(),
  /** The source of its solution and specs, if not the course itself. */
  from: z.literal('descent', 'assignments are taken from "descent" alone').optional(),
  /** Replaces its author's title. */
  title: z.string().min(1).optional(),
  /** Total points, divided in proportion to its author's points of the checks, or points of single exercises. */
  points: z.union([pointsSchema, z.record(z.string(), pointsSchema)]).optional(),
  /** Checks, or whole exercises, that the course has withdrawn, and what happens to their points. */
  withdrawn: z
    .record(
      z.string(),
      z.enum(withdrawals, {
        error: 'says "given", so that everyone has its points, or "left-out", so that it does not count',
      }),
    )
    .optional(),
  /** Criteria in addition to the checks, graded by a person in `rubric.csv` of a batch. */
  rubric: rubricSchema.optional(),
  /** Files that are handed in with the code, for a person to read. */
  attachments: z
    .array(z.string().regex(/^[\w-]+\.(?:pdf|png|jpg)$/, 'an attachment is a .pdf, .png or .jpg'))
    .optional(),
  /** The only language of a handout taken from elsewhere; both by default. */
  language: z.enum(['en', 'zh']).optional(),
});

/** Accepts a list, or a record by id. An id alone is an assignment without a due date. */
function listOf(assignments: unknown): unknown {
  if (Array.isArray(assignments)) return assignments;
  if (typeof assignments !== 'object' || assignments === null) return assignments;
  return Object.entries(assignments).map(([id, fields]) => ({ id, ...(fields as object) }));
}

const fieldsSchema = z.strictObject({
  title: z.string().min(1),
  /** Seeds the public cases. Changing it changes every public.json. */
  publicSeed: z.string().min(1),
  /** IANA name of the due dates' time zone, such as Europe/Berlin. Required if there is a due date. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone; give an IANA name such as Europe/Berlin or America/New_York')
    .optional(),
  /** Without it late work is reported but costs nothing. */
  latePolicy: latePolicySchema.default({ percentPerDay: 0, maximumDays: Number.MAX_SAFE_INTEGER, graceMinutes: 0 }),
  /** The weakest isolation for untrusted submissions; `batch` refuses weaker ones. */
  minimumIsolation: z.enum(isolationLevels).default('permissions-uid'),
  /** Whether a person may give more points than an exercise is worth. */
  allowBonus: z.boolean().optional(),
  /** The assignments in order. */
  assignments: z.preprocess(
    listOf,
    z
      .array(z.preprocess((one) => (typeof one === 'string' ? { id: one } : one), assignmentSchema))
      .min(
        1,
        'there are none yet; take one over with "from": "descent", or make one with `npx grader new 01-my-topic`',
      ),
  ),
});

/** The fields at each level of the file, for "did you mean". */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const [first] = path;
  if (first === undefined) return Object.keys(fieldsSchema.shape);
  return Object.keys((first === 'latePolicy' ? latePolicySchema : assignmentSchema).shape);
}

/** An assignment in the course, with the course's settings that override its author's. */
export interface ScheduledAssignment extends Omit<z.output<typeof assignmentSchema>, 'due' | 'dueBySection'> {
  /** The instant at which it is due; undefined if never. */
  readonly due: Date | undefined;
  /** For sections with their own due date. */
  readonly dueBySection?: Readonly<Record<string, Date>>;
}

/** `assignments/course.json`: all of it can be public, so it can be released. */
export const courseSchema = fieldsSchema.transform(({ assignments, ...course }, context) => {
  const complain = (message: string, ...path: PropertyKey[]): void => {
    context.addIssue({ code: 'custom', message, path });
  };
  const instantOf = (due: string | undefined, ...path: PropertyKey[]): Date | undefined => {
    const instant = due === undefined ? undefined : readDue(due, course.timeZone);
    if (typeof instant !== 'string') return instant;
    complain(instant, 'assignments', ...path);
    return undefined;
  };
  const schedule = assignments.map(({ due, dueBySection, ...said }, index): ScheduledAssignment => {
    const { id, from, language } = said;
    if (assignments.findIndex((other) => other.id === id) !== index)
      complain(`${id} is listed twice`, 'assignments', index);
    if (language !== undefined && from === undefined)
      complain('is of handouts that are taken from elsewhere; write your own in it', 'assignments', index, 'language');
    const own = Object.entries(dueBySection ?? {}).flatMap(([section, text]) => {
      const instant = instantOf(text, index, 'dueBySection', section);
      return instant === undefined ? [] : [[section, instant] as const];
    });
    return {
      ...said,
      due: instantOf(due, index, 'due'),
      ...(own.length === 0 ? {} : { dueBySection: Object.fromEntries(own) }),
    };
  });
  return { ...course, assignments: schedule.map(({ id }) => id), schedule };
});

/** Parses a due date; returns a message if it is invalid. */
function readDue(due: string, zone: string | undefined): Date | string {
  const wall = readWallTime(due);
  if (wall === undefined) return `"${due}" is not a date and time without offset; write it like 2027-02-12T23:59`;
  if (zone === undefined) return 'a due date needs the course\'s time zone; add "timeZone", such as "Europe/Berlin"';
  const [instant, second] = instantsOf(wall, zone);
  if (instant === undefined)
    return `${due} does not exist in ${zone}, where the clocks go forward past it; take a time before or after`;
  if (second !== undefined)
    return `${due} happens twice in ${zone}, where the clocks go back then; take a time before or after`;
  return instant;
}
