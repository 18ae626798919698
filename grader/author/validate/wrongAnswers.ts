import { compareValues, recogniseMistake, diagnosticCases } from '../../pipeline/checks';
import { publicOutcomesOf } from '../../pipeline/checks/mistakes';
import type { ExerciseFunction, ExerciseSpec, MistakeSpec } from '../../pipeline/course/spec';
import type { ScoredExercise } from '../../pipeline/score';
import type { Exercise, KnownMistake, KnownOutcomes, Outcomes } from '../../pipeline/types';
import { failing, type Failure } from './claims';
import { smaller, unmatched, type Measured } from './figures';
import { marginOf } from './margin';
import { nameOutcomes, outcomesOf, withoutGradients } from './runFunction';
import { couldBeAnotherMistake, isIdentifiedByValues } from './mistakeIdentity';
import { isIdentifiedByLaw } from './lawIdentity';

interface WrongProof {
  readonly failures: readonly Failure[];
  readonly mildest: Measured;
}

/** An exercise as graded, with hidden cases, and as in a student's copy. */
export interface BothScopes {
  readonly full: Exercise;
  readonly released: Exercise;
}

/**
 * Every known mistake loses points and is recognised by its own id, on the public cases alone and on all cases.
 *
 * Note [Public cases decide]: a check that fails on a public case fails overall, and mistakes that a public case
 * distinguishes stay distinguished, whatever hidden cases add. So proofs on the public cases hold on all cases, for
 * mistakes that are recognised by their results. Mistakes that are recognised by their failing checks run on all cases,
 * since a hidden case may fail another check; so do mistakes that could then be mistaken for them, which fail no other
 * reference checks.
 *
 * @param everything - whether to run mistakes on all cases anyway, without reusing earlier results
 */
export async function proveMistakes(
  author: ExerciseSpec,
  { full, released }: BothScopes,
  everything: boolean,
): Promise<WrongProof> {
  const failures: Failure[] = [];
  let mildest = unmatched;
  for (const mistake of author.mistakes) {
    const { id, make, fails } = mistake;
    const judgeIn = (exercise: Exercise, known: KnownOutcomes | undefined): Promise<Judged> =>
      judgeMistake(exercise, make, everything ? undefined : known);
    const failuresOf = ({ result: { score, maxScore, mistake } }: Judged, scope: string): readonly Failure[] => {
      const failure = (what: string, repair: string): readonly Failure[] => [
        failing('mistakes', full.name)(`the mistake ${id} ${what} on ${scope}`, repair),
      ];
      if (score === maxScore) return failure('loses no points', 'add a case where it differs from the solution');
      if (mistake?.id === id) return [];
      const taken = mistake === undefined ? 'is not recognised' : `is taken for ${mistake.id}`;
      return failure(taken, 'add a public case that tells it apart, or drop one of the two');
    };
    const milder = (mildest: Measured, outcomes: KnownOutcomes): Measured =>
      smaller(mildest, { value: marginOf(released, outcomes, mildest.value), of: id });
    const recorded = everything ? undefined : recordedOf({ full, released }, mistake);
    if (recorded !== undefined && isIdentifiedByValues(author, released, mistake, recorded)) {
      mildest = milder(mildest, recorded);
      continue;
    }
    if (!everything && (await isIdentifiedByLaw({ full, released }, mistake))) continue;
    const onPublic = await judgeIn(released, recorded);
    // One that is recognised by other checks can return the same as the reference.
    if (fails === undefined) mildest = milder(mildest, onPublic.outcomes);
    const ofPublic = failuresOf(onPublic, 'the public cases alone');
    failures.push(...ofPublic);
    const isDecided = fails === undefined && !couldBeAnotherMistake(author, released, onPublic.outcomes);
    if (!everything && ofPublic.length === 0 && isDecided) continue;
    failures.push(...failuresOf(await judgeIn(full, onPublic.outcomes), 'all cases'));
  }
  return { failures, mildest };
}

/** Known outcomes of a mistake, which identify it. */
function recordedOf(
  { full, released }: BothScopes,
  { make, id, fails, holds }: MistakeSpec,
): KnownOutcomes | undefined {
  if (fails !== undefined) return holds === undefined ? publicOutcomesOf(full, make) : undefined;
  return released.mistakes.find((mistake) => mistake.id === id && mistake.carriedFrom === undefined)?.outcomes;
}

interface Judged {
  readonly outcomes: Outcomes;
  readonly result: ScoredExercise;
}

async function judgeMistake(
  exercise: Exercise,
  make: () => ExerciseFunction,
  known: KnownOutcomes | undefined,
): Promise<Judged> {
  const outcomes = await outcomesOf(withoutGradients(exercise), make, known);
  // Skip gradient checks, the slowest ones, for a mistake that loses points without them.
  const first = nameOutcomes(withoutGradients(exercise), outcomes);
  if (first.score < first.maxScore) return { outcomes, result: first };
  return { outcomes, result: nameOutcomes(exercise, await outcomesOf(exercise, make)) };
}

/**
 * Another exercise's mistake must be recognised as carried if it has an effect, once that exercise is diagnosed: on all
 * cases, which public ones decide; see Note [Public cases decide].
 *
 * @param neighbours - all exercises of the file
 * @param everything - whether to check all cases anyway
 */
export function proveCarriedMistakes(
  { full, released }: BothScopes,
  neighbours: readonly Exercise[],
  everything: boolean,
): readonly Failure[] {
  return released.mistakes.flatMap((shown, index) => {
    const { id, carriedFrom } = shown;
    if (carriedFrom === undefined || !neighbours.some(({ name }) => name === carriedFrom)) return [];
    const isRecognised = (exercise: Exercise, { outcomes }: KnownMistake): boolean =>
      recogniseMistake(exercise, outcomes, new Map([[carriedFrom, id]]))?.carriedFrom === carriedFrom;
    if (!everything && isRecognised(released, shown)) return [];
    const whole = full.mistakes[index];
    if (whole === undefined || equalsReference(full, whole.outcomes) || isRecognised(full, whole)) return [];
    const what = `the mistake ${id} of ${carriedFrom} shows through and is not recognised as carried`;
    return [failing('carried', full.name)(what, `see what buildsOn.${carriedFrom} returns with it`)];
  });
}

function equalsReference(exercise: Exercise, outcomes: KnownOutcomes): boolean {
  return diagnosticCases(exercise).every(({ id, expected, scale }) => {
    const outcome = outcomes.get(id);
    if (expected.status !== 'returned' || outcome?.status !== 'returned') return false;
    const context = { comparison: { rule: 'standard' }, scale, step: undefined } as const;
    return compareValues(expected.values, outcome.values, '', context).finding === undefined;
  });
}
