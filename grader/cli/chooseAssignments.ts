import { closest, distance } from 'fastest-levenshtein';
import type { Course } from '../pipeline/course';
import { UsageError } from './errors';

/**
 * The assignments meant, in the course's order; all when none is named.
 *
 * @throws UsageError for an unknown one, with the id that was probably meant
 */
export function chooseAssignments({ assignments }: Course, named: readonly string[]): readonly string[] {
  for (const id of named) {
    if (!assignments.includes(id)) throw new UsageError(`there is no assignment ${id}; ${didYouMean(id, assignments)}`);
  }
  return named.length === 0 ? assignments : assignments.filter((id) => named.includes(id));
}

/** `did you mean 03-losses?`, or the list where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near =
    known.find((one) => one.includes(word) && word.length > 1) ?? (known.length > 0 ? closest(word, [...known]) : '');
  const isNear = near.includes(word) || distance(word, near) <= Math.max(2, near.length / 3);
  return isNear && near !== '' ? `did you mean ${near}?` : `known: ${known.join(', ')}`;
}
