import { isWeakSeed, type HiddenSeed } from '../../pipeline/course';

interface CourseSeed {
  readonly publicSeed: string;
  /** Whether the author confirms that there is no hidden seed. */
  readonly isPublicCourse: boolean;
}

/** @throws if the hidden seed is missing, weak, or equal to the public one */
export function mustBeSecret({ seed, from }: HiddenSeed, { publicSeed, isPublicCourse }: CourseSeed): void {
  if (from === 'public') {
    if (isPublicCourse) return;
    throw new Error(
      'there is no hidden seed, so that anyone could foresee all cases; create one with `grader new-seed`, set it as DESCENT_HIDDEN_SEED or in .descent/seed, or say --public-course',
    );
  }
  if (seed === publicSeed)
    throw new Error('the hidden seed is the public one; set DESCENT_HIDDEN_SEED or .descent/seed to another');
  if (isWeakSeed(seed))
    throw new Error('the hidden seed is short or simple enough to be guessed; create one with `grader new-seed`');
}
