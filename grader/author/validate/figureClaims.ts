import type { Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { findFigureProblems, readWorkedFigures } from '../workedFigures';
import { failing, type Failure } from './claims';
import { isCostly } from './costly';

/** Worked figures of handouts and docstrings match the functions, in every language. */
export async function proveFigures(
  checkout: Checkout,
  spec: AssignmentSpec,
  options: { readonly costly: boolean },
): Promise<readonly Failure[]> {
  // A solution that can't run is reported with the skeleton.
  const figures = await readWorkedFigures(checkout, spec, options).catch(() => undefined);
  if (figures === undefined) return [];
  const examples = spec.exercises.filter((exercise) => !isCostly(exercise)).map(({ name }) => name);
  return findFigureProblems(figures, examples).map(({ where, what, repair }) =>
    failing('figures', undefined, where)(what, repair),
  );
}
