import type { ExerciseSpec } from '../../pipeline/course/spec';
import { en } from '../../pipeline/report';
import type { ScoredExercise } from '../../pipeline/score';
import type { Exercise, Outcomes, ReferenceCheck } from '../../pipeline/types';
import { failing, type Failure } from './claims';
import { larger, largerOfEach, nothing, type ExerciseFigures, type Measured } from './figures';
import { gradientErrors } from './gradientErrors';
import { marginsOf, type Margin } from './margin';
import { lawsAlone, outcomesOf, scoreOutcomes, withoutGradients } from './runFunction';

/** Maximum error of a gradient check of the solution. */
export const gradientBound = 1e-8;

type RightFigures = Pick<ExerciseFigures, 'worstRight' | 'bounds' | 'gradient' | 'withinNoise' | 'slowest'>;

interface RightProof {
  readonly failures: readonly Failure[];
  readonly figures: RightFigures;
}

/**
 * The solution and its alternatives earn all points, far from the bounds.
 *
 * @param thorough - whether to run the alternatives' gradient checks, and the solution's elementwise, which are the
 *   slowest
 */
export async function proveRightAnswers(
  author: ExerciseSpec,
  exercise: Exercise,
  thorough: boolean,
): Promise<RightProof> {
  const solution = await proveSolution(author, exercise, thorough);
  const asked = thorough ? exercise : withoutGradients(exercise);
  const failures = [...solution.failures];
  let { worstRight, slowest, bounds } = solution.figures;
  for (const [name, run] of Object.entries(author.alternatives)) {
    const begin = process.cpuUsage();
    const outcomes = await outcomesOf(asked, () => run);
    slowest = larger(slowest, { value: millisecondsSince(begin), of: name });
    const margins = marginsOf(asked, outcomes);
    for (const margin of margins.values())
      worstRight = larger(worstRight, { value: margin.value, of: `${name}, ${margin.case}` });
    bounds = largerOfEach(bounds, wideBounds(margins, name));
    const result = scoreOutcomes(asked, outcomes);
    if (result.score < result.maxScore) {
      const what = `the alternative "${name}" is meant to be right but loses points by ${failedChecks(result)}`;
      const repair = 'make the cases or the bound such that every right solution passes, or repair the alternative';
      failures.push(failing('alternatives', exercise.name)(what, repair, firstFailure(result)));
    }
  }
  return { failures, figures: { ...solution.figures, worstRight, bounds, slowest } };
}

/** Wider bounds accept differences in the fifth digit. */
const wide = 1e-5;

/** The fraction of an author's wide bounds that an answer uses. */
function wideBounds(margins: ReadonlyMap<ReferenceCheck, Margin>, of: string): ExerciseFigures['bounds'] {
  const own = [...margins].filter(([{ comparison }]) => 'bound' in comparison && comparison.bound > wide);
  return Object.fromEntries(own.map(([{ id }, { value }]) => [id, { value, of }]));
}

async function proveSolution(author: ExerciseSpec, exercise: Exercise, thorough: boolean): Promise<RightProof> {
  const begin = process.cpuUsage();
  const known = thorough ? undefined : expectedOf(author, exercise);
  const outcomes = await outcomesOf(exercise, () => author.reference, known);
  const slowest = { value: millisecondsSince(begin), of: 'the solution' };
  const failures: Failure[] = [];
  // Without a reference check for a case, all its laws were already tested.
  const isSpared = exercise.checks.some(({ kind }) => kind === 'reference');
  const laws = isSpared ? [await scoreLaws(author, exercise, thorough ? undefined : outcomes)] : [];
  for (const result of [scoreOutcomes(exercise, outcomes), ...laws]) {
    if (result.score === result.maxScore) continue;
    const what = `the solution earns ${result.score} of ${result.maxScore}, it loses points by ${failedChecks(result)}`;
    const repair = 'repair the solution, or the check that refuses it';
    failures.push(failing('solution', exercise.name)(what, repair, firstFailure(result)));
  }
  const errors = thorough ? gradientErrors(exercise, author.reference) : [];
  // Ignore differences that rounding alone explains.
  const held = errors.filter(({ relativeError, withinNoise }) => relativeError < gradientBound || !withinNoise);
  for (const { check, case: one, relativeError } of held) {
    if (relativeError < gradientBound) continue;
    const what = `the solution's own gradient is farther than ${gradientBound} from its differences by ${check} on ${familyOf(one)}`;
    const repair =
      'choose inputs whose loss is smaller or smoother, or leave that case out by `on`, to reference checks';
    const detail = `relative error ${relativeError.toExponential(1)}`;
    failures.push(failing('gradients', exercise.name)(what, repair, detail));
  }
  const gradient =
    errors.length === 0
      ? undefined
      : held.reduce<Measured>((worst, one) => larger(worst, { value: one.relativeError, of: one.case }), nothing);
  return {
    failures,
    figures: { worstRight: nothing, bounds: {}, gradient, withinNoise: errors.length - held.length, slowest },
  };
}

async function scoreLaws(
  author: ExerciseSpec,
  exercise: Exercise,
  known: Outcomes | undefined,
): Promise<ScoredExercise> {
  const laws = lawsAlone(exercise);
  return scoreOutcomes(laws, await outcomesOf(laws, () => author.reference, known));
}

/** Known outcomes of the solution, if it is the only reference. */
function expectedOf({ cases }: ExerciseSpec, exercise: Exercise): Outcomes | undefined {
  if (cases.some(({ expected }) => expected !== undefined)) return undefined;
  return new Map(exercise.cases.map(({ id, expected }) => [id, expected]));
}

// CPU time, independent of other load.
function millisecondsSince(begin: NodeJS.CpuUsage): number {
  return process.cpuUsage(begin).user / 1000;
}

/** `public/random-2` is a copy of `random`. */
export function familyOf(caseId: string): string {
  return caseId.replace(/^(public|hidden)\//, '').replace(/-\d+$/, '');
}

function failedChecks({ checks }: ScoredExercise): string {
  return checks.flatMap(({ status, check }) => (status === 'passed' ? [] : [check.id])).join(', ');
}

function firstFailure({ checks }: ScoredExercise): string {
  const failure = checks.find(({ status }) => status === 'failed') ?? checks.find(({ status }) => status !== 'passed');
  if (failure?.finding === undefined) return '';
  return `${failure.failingCase?.id ?? 'no case'}: ${en.finding(failure.finding).join(', ')}`;
}
