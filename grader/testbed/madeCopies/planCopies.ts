import { seededRandom } from '../../descent';
import { disguise, disguises, type Disguise } from './disguise';
import { restyle } from './restyle';

export interface PlannedWork {
  readonly name: string;
  readonly text: string;
}

export interface PlannedCopy {
  readonly copy: string;
  readonly how: Disguise;
  /** The authors of the copied work. */
  readonly from: readonly string[];
}

export interface PlannedClass {
  readonly works: readonly PlannedWork[];
  readonly copies: readonly PlannedCopy[];
}

/**
 * Plans a class of correct, independently styled solutions, with some copies in each disguise.
 *
 * @param solutions - correct solutions that differ in more than style
 * @param perDisguise - number of copies in each disguise
 */
export function planCopies(
  solutions: readonly string[],
  { students, perDisguise, seed }: { readonly students: number; readonly perDisguise: number; readonly seed: number },
): PlannedClass {
  const random = seededRandom(seed);
  const honest = students - perDisguise * disguises.length;
  const nameOf = (number: number): string => `s${String(number + 1).padStart(4, '0')}`;
  const works: PlannedWork[] = Array.from({ length: honest }, (_, number) => ({
    name: nameOf(number),
    text: restyle(solutions[Math.floor(random() * solutions.length)] ?? '', random),
  }));
  const copies: PlannedCopy[] = [];
  for (const how of disguises) {
    for (let number = 0; number < perDisguise; number += 1) {
      // Each copy has its own sources, so that only planted pairs are similar.
      const [first, second] = [works[2 * copies.length], works[2 * copies.length + 1]];
      if (first === undefined || second === undefined) throw new Error('too few students to copy from');
      const copy = nameOf(honest + copies.length);
      works.push({ name: copy, text: disguise(how, [first.text, second.text], random) });
      copies.push({ copy, how, from: how === 'merged' ? [first.name, second.name] : [first.name] });
    }
  }
  return { works, copies };
}
