import type { Case, Translated, Visibility } from '../types';
import type { Value } from '../../execution/values';
import { seedOfCase } from './seeds';
import { Random } from './spec/random';
import type { AssignmentSpec, CaseSpec, ExerciseSpec, Inputs } from './spec/spec';

export interface Seeds {
  readonly public: string;
  /** Undefined for public cases only. */
  readonly hidden: string | undefined;
}

type BareCase = Omit<Case, 'expected' | 'scale'>;

export interface DrawnExercises {
  readonly id: string;
  readonly exercises: readonly { readonly name: string; readonly cases: readonly BareCase[] }[];
}

export interface DrawnCase {
  readonly one: BareCase;
  readonly family: string;
  readonly expected: Value;
  readonly reserved: boolean;
  readonly small: boolean;
}

/** All cases that one case of a spec generates, of either visibility. */
export function drawCases(
  spec: CaseSpec,
  exercise: ExerciseSpec,
  assignment: AssignmentSpec,
  seeds: Seeds,
): readonly DrawnCase[] {
  const { id: assignmentId, labels } = assignment;
  // Renaming an exercise doesn't change its numbers: earlier submissions were graded with the same.
  const seedName = exercise.formerNames?.[0] ?? exercise.name;
  const translations = translated(labels?.zh.cases, spec.label);
  const draw = (visibility: Visibility, seed: string, copy: number): DrawnCase => {
    const name = copy === 0 ? spec.id : `${spec.id}-${copy + 1}`;
    const random = new Random(
      seedOfCase(seed, { assignment: assignmentId, exercise: seedName, visibility, case: name }),
    );
    const calls = spec.calls(random).map((inputs) => argumentsOf(inputs, exercise, spec.id));
    const one = {
      id: `${visibility}/${name}`,
      visibility,
      label: spec.label,
      translations,
      calls,
      apply: spec.apply?.(random),
    };
    const expected = spec.expected?.(one.apply ?? []);
    return { one, family: spec.id, expected, reserved: spec.reserved, small: spec.small };
  };
  const copies = (visibility: Visibility, seed: string): DrawnCase[] =>
    Array.from({ length: spec.copies[visibility] }, (_, copy) => draw(visibility, seed, copy));
  return [...copies('public', seeds.public), ...(seeds.hidden === undefined ? [] : copies('hidden', seeds.hidden))];
}

/** The cases of each exercise, without expected results. */
export function drawnCases(assignment: AssignmentSpec, seeds: Seeds): DrawnExercises {
  const { id, exercises } = assignment;
  const drawn = exercises.map((exercise) => {
    const cases = exercise.cases.flatMap((one) => drawCases(one, exercise, assignment, seeds));
    return { name: exercise.name, cases: cases.map(({ one }) => one) };
  });
  return { id, exercises: drawn };
}

export function translated(
  words: Readonly<Record<string, string>> = {},
  english: string | undefined,
): Translated<string> | undefined {
  const zh = english !== undefined && Object.hasOwn(words, english) ? words[english] : undefined;
  return zh === undefined ? undefined : { zh };
}

function argumentsOf(inputs: Inputs, { name, arguments: names }: ExerciseSpec, family: string): readonly Value[] {
  const at = `${name}: case ${family}`;
  if (typeof inputs !== 'object') throw new Error(`${at} gives no arguments; write { ${names.join(', ')} }`);
  const unknown = Object.keys(inputs).find((input) => !names.includes(input));
  if (unknown !== undefined)
    throw new Error(`${at} gives ${unknown}, which is not a parameter; parameters: ${names.join(', ')}`);
  const missing = names.find((parameter) => !Object.hasOwn(inputs, parameter));
  if (missing !== undefined) throw new Error(`${at} does not give ${missing}`);
  return names.map((parameter) => inputs[parameter]);
}
