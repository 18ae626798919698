import { hasSpecs, hiddenSeed, loadFullAssignment, loadPublicAssignment, seedLabel, type Checkout, type Course } from '../pipeline/course';
import type { Assignment, Scope } from '../pipeline/types';

/** What can be graded here, and how its cases are drawn. */
export interface OpenCourse {
  readonly scope: Scope;
  readonly label: string;
  readonly warning: string | undefined;
  readonly load: (id: string) => Promise<Assignment>;
}

/** Specs with hidden cases in the staff's checkout; the released public checks in a student's copy. */
export async function openCourse(checkout: Checkout, course: Course, seedOption: string | undefined): Promise<OpenCourse> {
  const { root } = checkout;
  const { publicSeed } = course;
  if (!hasSpecs(root)) {
    return { scope: 'public', label: seedLabel(publicSeed), warning: undefined, load: (id) => loadPublicAssignment(checkout, id) };
  }
  const { seed, from } = await hiddenSeed(root, seedOption, publicSeed);
  const warning =
    from === 'public'
      ? 'hidden cases are drawn from the public seed, so that anyone can know them; set DESCENT_HIDDEN_SEED or write .descent/seed'
      : undefined;
  return {
    scope: 'full',
    label: seedLabel(seed),
    warning,
    load: (id) => loadFullAssignment(checkout, id, { public: publicSeed, hidden: seed }),
  };
}
