import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StudentFunctions } from '../computations';

interface Spec {
  readonly id: string;
  readonly file: string;
  readonly exercises: readonly {
    readonly name: string;
    readonly mistakes: readonly { id: string; make: () => unknown }[];
  }[];
}

const root = join(__dirname, '../../../../solutions');

const specs = new Map<string, Spec>();
function specOf(assignment: string): Spec {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only what a test asks for is loaded
  const spec = specs.get(assignment) ?? (require(join(root, assignment, 'spec')) as { default: Spec }).default;
  specs.set(assignment, spec);
  return spec;
}

/** A student who has solved these assignments, or all. */
export function solved(...assignments: readonly string[]): StudentFunctions {
  const all = assignments.length > 0 ? assignments : readdirSync(root).filter((name) => /^\d/.test(name));
  return Object.fromEntries(
    all.map((assignment) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
      return [assignment, require(join(root, assignment, specOf(assignment).file)) as Record<string, unknown>];
    }),
  );
}

/** The same, except for a known mistake in one exercise: `momentumStep`, `gradient-added`. */
export function withMistake(
  student: StudentFunctions,
  assignment: string,
  name: string,
  mistake: string,
): StudentFunctions {
  const made = specOf(assignment)
    .exercises.find((exercise) => exercise.name === name)
    ?.mistakes.find(({ id }) => id === mistake)
    ?.make();
  if (made === undefined) throw new Error(`${assignment} knows no mistake ${mistake} of ${name}.`);
  return { ...student, [assignment]: { ...student[assignment], [name]: made } };
}

/** The same, except for one function that is still to do. */
export function withoutFunction(student: StudentFunctions, assignment: string, name: string): StudentFunctions {
  const { [name]: _left, ...others } = student[assignment] ?? {};
  return { ...student, [assignment]: others };
}
