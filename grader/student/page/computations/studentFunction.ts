import type { StudentFunctions } from './Computation';

/**
 * A function of a student's file.
 *
 * @throws NotImplementedError if there is no such function
 */
export function studentFunction<Type>(student: StudentFunctions, assignment: string, name: string): Type {
  const found = student[assignment]?.[name];
  if (typeof found === 'function') return found as Type;
  throw Object.assign(new Error(`${name} is not exported by the file of ${assignment}.`), {
    name: 'NotImplementedError',
    exercise: name,
  });
}
