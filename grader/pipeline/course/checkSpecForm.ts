import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../words/didYouMean';
import { SpecProblem } from './SpecProblem';
import type { AuthoredAssignment, ExerciseSpec } from './spec';

const functionOf = (what: string) => z.custom((value) => typeof value === 'function', what);
const text = (what: string) => z.string(what);
const names = (what: string) => z.array(z.string(what), what);
const number = (what: string) => z.number(what);

const made = 'make it by fixedCase or randomCase';
const caseForm = z.looseObject({ id: text(made), calls: functionOf(made), copies: z.looseObject({}, made) }, made);

const checked = "make it by a function of descent/author, such as reference('loss', { points: 3 })";
const checkForm = z.looseObject(
  {
    id: text('give it an id'),
    points: number('give its points as a number'),
    on: names('give the ids of cases as a list').optional(),
    resolve: functionOf(checked),
  },
  checked,
);

const mistaken = 'write { id, make }, or make it by altered, wrong or failing';
const mistakeForm = z.looseObject({ id: text(mistaken), make: functionOf(mistaken) }, mistaken);

const witnessing = 'write { name, compute }, or leave the list empty';
const witnessForm = z.looseObject({ name: text(witnessing), compute: functionOf(witnessing) }, witnessing);

const banning = 'name calls as in libraryAnswers: "tf.losses.*", "tensor.softmax"';

/** Fields that every exercise must have, and what to write there. */
const exerciseForm = z.strictObject(
  {
    name: text('give the name of its function'),
    formerNames: names('give earlier names as a list').optional(),
    arguments: names('name the parameters of its function, in order, as a list'),
    reference: functionOf("give the solution's own function"),
    async: z.literal(true, 'write true, or leave it out').optional(),
    points: number('give a number').optional(),
    cases: z.array(caseForm, 'list fixed and random cases'),
    checks: z.array(checkForm, 'list checks'),
    mistakes: z.array(mistakeForm, 'list at least two mistakes that students make'),
    buildsOn: z.record(z.string(), functionOf('give a function'), 'name exercises').optional(),
    alternatives: z.record(
      z.string(),
      functionOf('give a right solution written differently'),
      'give at least two right solutions, by what is different about them',
    ),
    witnesses: z.array(witnessForm, 'list independent computations of the same, or []'),
    forbidden: z.array(z.string(banning).regex(/^(tf|tensor)\./, banning), banning),
    unrestricted: text('give the reason').optional(),
    seconds: number('give a number').optional(),
    maxBytes: number('give a number').optional(),
    costly: text('give the reason').optional(),
  },
  'write defineExercise({ … })',
);

const assignmentForm = z.strictObject(
  {
    id: z.string('name its folder'),
    title: text('give its title'),
    file: text('name the file that students edit'),
    optional: z.boolean('write true or false').optional(),
    exercises: z.array(z.unknown(), 'list exercises'),
  },
  'write defineAssignment({ id, title, file, exercises })',
);

/**
 * What TypeScript would refuse in a spec, since it is run without being compiled by it.
 *
 * @throws SpecProblem for a field that is missing, unknown or of the wrong type
 */
export function checkSpecForm(root: string, id: string, written: unknown): asserts written is AuthoredAssignment {
  const where = `solutions/${id}/spec.ts`;
  const assignment = check(assignmentForm, written, { where, subject: 'the assignment' });
  if (assignment.id !== id)
    throw new SpecProblem(where, `its id is ${assignment.id}, but its folder is ${id}`, `write id: '${id}'`);
  for (const [index, exercise] of assignment.exercises.entries()) {
    const { name } = Object(exercise) as Partial<ExerciseSpec>;
    const own = `solutions/${id}/${name}.spec.ts`;
    const place = existsSync(join(root, own)) ? own : where;
    check(exerciseForm, exercise, { where: place, subject: name ?? `the exercise at index ${index}` });
  }
}

function check<T>(
  form: z.ZodType<T>,
  written: unknown,
  { where, subject }: { readonly where: string; readonly subject: string },
): T {
  const { data, error } = form.safeParse(written);
  if (error === undefined) return data as T;
  const { issues } = error;
  // A misspelt field is missing as well.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const missing = issues.flatMap(({ path }) => (path.length === 1 ? [String(path[0])] : []));
    const known = missing.length > 0 ? missing : Object.keys((form as unknown as z.ZodObject).shape);
    throw new SpecProblem(where, `${subject}: there is no field ${key}`, didYouMean(key, known));
  }
  const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const value = valueAt(written, issue?.path ?? []);
  const is = value === undefined ? 'is missing' : `can't be ${shown(value)}`;
  throw new SpecProblem(
    where,
    `${subject}${path === '' ? '' : `: ${path.replace(/^\./, '')}`} ${is}`,
    issue?.message ?? '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (Object(inner) as Record<PropertyKey, unknown>)[key], value);
}

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
