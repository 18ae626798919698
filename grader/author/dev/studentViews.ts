import type { ExerciseSpec } from '../../pipeline/course/spec';
import { firstMessageOf, type Texts } from '../../pipeline/report';
import type { Exercise } from '../../pipeline/types';
import { nameOutcomes, outcomesOf } from '../validate';

/** What a student with a known mistake reads. */
export interface StudentView {
  readonly exercise: string;
  readonly mistake: string;
  readonly score: number;
  readonly maxScore: number;
  /** With the first hint; empty if nothing is wrong. */
  readonly message: string;
}

/**
 * Runs each known mistake as a submission's function, on the public cases.
 *
 * @param released - the exercise as in a student's copy
 */
export async function studentViews(
  { mistakes }: Pick<ExerciseSpec, 'mistakes'>,
  released: Exercise,
  { assignment, texts }: { readonly assignment: string; readonly texts: Texts },
): Promise<readonly StudentView[]> {
  const views: StudentView[] = [];
  for (const { id, make } of mistakes) {
    const result = nameOutcomes(released, await outcomesOf(released, make));
    const message = firstMessageOf(result, { reader: 'student', assignment, hint: 1, texts });
    views.push({ exercise: released.name, mistake: id, score: result.score, maxScore: result.maxScore, message });
  }
  return views;
}
