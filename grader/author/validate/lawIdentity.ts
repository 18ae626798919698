import { checkOutcomes, lawHolds, partOf, plainEvaluations, planCheck, unnamed } from '../../pipeline/checks';
import { executeOf } from '../../execution';
import type { MistakeSpec } from '../../pipeline/course/spec';
import type { Exercise, Outcome, Outcomes } from '../../pipeline/types';

/**
 * Whether a mistake that a law identifies loses points and is recognised on the public cases alone and on all cases, by
 * what it returns on these: its checks fail, its law holds, and that of no mistake before it does. Then nothing else can
 * change that, neither companions of other laws nor how other checks end.
 */
export async function isIdentifiedByLaw(
  { full, released }: { readonly full: Exercise; readonly released: Exercise },
  { id, make, holds }: MistakeSpec,
): Promise<boolean> {
  if (holds === undefined) return false;
  const outcomes = await plainOutcomes(full, make);
  return [released, full].every((scope) => firstByLaw(scope, outcomes) === id && failsBy(scope, id, outcomes));
}

/** In the order of a submission, since a mistake can have state. */
async function plainOutcomes(full: Exercise, make: MistakeSpec['make']): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const visibility of ['public', 'hidden'] as const) {
    const run = make();
    for (const { id, evaluation } of plainEvaluations(partOf[visibility](full)))
      outcomes.set(id, await executeOf(full, run, evaluation));
  }
  return outcomes;
}

function firstByLaw(exercise: Exercise, outcomes: Outcomes): string | undefined {
  const own = exercise.mistakes.filter(({ carriedFrom }) => carriedFrom === undefined);
  return own.find(({ holds }) => holds !== undefined && lawHolds(holds, exercise, outcomes))?.id;
}

/** Whether all checks of a mistake fail, and need no other outcomes for that. */
function failsBy(exercise: Exercise, mistake: string, outcomes: Outcomes): boolean {
  const { fails = [] } =
    exercise.mistakes.find(({ id, carriedFrom }) => id === mistake && carriedFrom === undefined) ?? {};
  // Whether a check counts depends on the reference checks.
  const checks = exercise.checks.filter(({ id, kind }) => kind === 'reference' || fails.includes(id));
  const asked = { ...exercise, checks };
  const failed = checkOutcomes(asked, outcomes, unnamed).checks.flatMap(({ check, status }) =>
    status === 'failed' ? [check] : [],
  );
  return (
    fails.every((id) => failed.some((check) => check.id === id && planCheck(check, exercise, outcomes).length === 0)) &&
    failed.some(({ points }) => points > 0)
  );
}
