import { loadSpec, type Checkout, type Course } from '../pipeline/course';
import { unknownNames } from '../pipeline/words/unknownNames';
import { chooseAssignments } from './chooseAssignments';
import { UsageError } from './errors';
import { readersTexts } from './readersTexts';

/**
 * The named assignments whose specs contain the exercise, or those of the whole course if none is named. If none
 * contains it, those whose specs can't be used: it may be in one of them, and their proof says what to repair.
 *
 * @throws UsageError for an unknown assignment or exercise, with the closest match
 */
export async function assignmentsWith(
  checkout: Checkout,
  course: Course,
  { ids, exercise }: { readonly ids: readonly string[]; readonly exercise: string },
): Promise<readonly string[]> {
  const known: string[] = [];
  const [containing, unusable]: [string[], string[]] = [[], []];
  for (const id of chooseAssignments(course, ids)) {
    const names = await namesIn(checkout, id);
    if (names === undefined) unusable.push(id);
    else if (names.includes(exercise)) containing.push(id);
    known.push(...(names ?? []));
  }
  if (containing.length > 0) return containing;
  if (unusable.length > 0) return unusable;
  throw new UsageError(unknownNames[readersTexts().language].noFunction(exercise, known));
}

async function namesIn(checkout: Checkout, id: string): Promise<readonly string[] | undefined> {
  try {
    return (await loadSpec(checkout, id)).spec.exercises.map(({ name }) => name);
  } catch {
    return undefined;
  }
}
