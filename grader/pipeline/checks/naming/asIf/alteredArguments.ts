import type { Case, Exercise, Outcome, Outcomes, RecognisedMistake, Reference } from '../../../types';
import { hintsOf } from '../../../words/mistakes';
import { partOf, memoize } from '../../checkKind';
import { equalOutcomes } from '../../equalOutcomes';
import { tolerances } from '../../tolerances';
import { alterationsOf, type Alteration } from './alterations';
import { numbersIn } from '../publicNumbers';
import { diagnosticCases, fieldsOf, onlyField, withoutConstants } from '../recogniseMistake';

/**
 * The altered arguments for which a wrong result would be right, on every public case: λ halved, the last feature
 * omitted, β₁ and β₂ swapped.
 *
 * Note [As if]: like a relation, this is true whatever the code looks like. Every field has to be the correct or the
 * altered one, and enough of them must differ to rule out chance. Cases with several calls are ignored, since they pass
 * results on.
 *
 * @param reference - the correct function, for any arguments
 */
export function alteredArguments(
  exercise: Exercise,
  outcomes: Outcomes,
  reference: Reference,
): RecognisedMistake | undefined {
  const shown = partOf.public(exercise);
  const cases = singleCases(shown);
  for (const { alteration, expectedAt } of alteredOutcomes(shown)(reference)) {
    const evidence: Evidence[] = [];
    // Most alterations are ruled out by the first case.
    for (const [index, one] of cases.entries()) {
      const next = compare(shown, one, expectedAt(index), outcomes.get(one.id));
      if (next === undefined) break;
      evidence.push(next);
    }
    const field = evidence.length === cases.length ? fieldOf(evidence) : undefined;
    if (field !== undefined) return named(field, alteration);
  }
  return undefined;
}

interface Altered {
  readonly alteration: Alteration;
  /** The correct outcome for the altered arguments of a case, by its index. */
  readonly expectedAt: (one: number) => Outcome;
}

/** The same for every submission of a class, and computed when a case is first requested. */
const alteredOutcomes = memoize((exercise: Exercise) =>
  memoize((reference: Reference): readonly Altered[] => {
    const cases = singleCases(exercise);
    /** Once one does not terminate, others might not either, and a name isn't worth the wait. */
    let endless: Outcome | undefined;
    return alterationsOf(exercise.arguments, cases).map((alteration): Altered => {
      const known = new Map<number, Outcome>();
      const expectedAt = (index: number): Outcome => {
        const { calls: [inputs = []] = [], apply } = cases[index] ?? {};
        const outcome =
          known.get(index) ?? endless ?? reference({ kind: 'calls', calls: [alteration.alter(inputs)], apply });
        if (outcome.status === 'timeout') endless = outcome;
        known.set(index, outcome);
        return outcome;
      };
      return { alteration, expectedAt };
    });
  }),
);

const singleCases = memoize((exercise: Exercise): readonly Case[] =>
  diagnosticCases(exercise).filter(({ calls }) => calls.length === 1),
);

/**
 * The evidence for each field that the alteration explains; negative where the correct value differs from the altered
 * one.
 */
type Evidence = ReadonlyMap<string, number>;

/** The evidence of a case; undefined if the alteration does not explain it. */
function compare(
  exercise: Exercise,
  one: Case,
  alteredOutcome: Outcome,
  got: Outcome | undefined,
): Evidence | undefined {
  if (got?.status !== 'returned') return undefined;
  const [right, altered, own] = [one.expected, alteredOutcome, got].map((outcome) =>
    withoutConstants(exercise, outcome),
  );
  const fields = new Map<string, number>();
  const names = fieldsOf(one.expected);
  for (const field of names.length === 0 ? [''] : names) {
    const of = (outcome: Outcome | undefined): Outcome | undefined =>
      field === '' ? outcome : onlyField(outcome, field);
    if (equalOutcomes(of(right), of(own), tolerances.mistakeEqual, one.scale)) {
      // A correct value has to be correct under the alteration as well, unless the field is correct everywhere.
      if (!equalOutcomes(of(right), of(altered), tolerances.mistakeApart, one.scale)) fields.set(field, -1);
      continue;
    }
    if (!equalOutcomes(of(altered), of(own), tolerances.mistakeEqual, one.scale)) return undefined;
    fields.set(field, weightOf(of(own)));
  }
  return fields;
}

/** How much a difference proves: fractions coincide by chance less often than labels and counts. */
function weightOf(outcome: Outcome | undefined): number {
  const numbers = outcome?.status === 'returned' ? numbersIn(outcome.values) : [];
  return numbers.some((number) => Number.isFinite(number) && !Number.isInteger(number)) ? 2 : 1;
}

/** The field to name first; undefined if the alteration does not explain everything. */
function fieldOf(evidence: readonly Evidence[]): string | undefined {
  if (evidence.length < minCases) return undefined;
  const weights = new Map<string, { right: number; wrong: number }>();
  for (const fields of evidence) {
    for (const [field, weight] of fields) {
      const sum = weights.get(field) ?? { right: 0, wrong: 0 };
      if (weight < 0) sum.right += 1;
      else sum.wrong += weight;
      weights.set(field, sum);
    }
  }
  const wrong = [...weights].filter(([, sum]) => sum.wrong > 0);
  const isConsistent = wrong.every(([, { right }]) => right === 0);
  const total = wrong.reduce((sum, [, { wrong: weight }]) => sum + weight, 0);
  return isConsistent && total >= minWeight ? wrong[0]?.[0] : undefined;
}

const minCases = 3;
const minWeight = 4;

function named(field: string, { change, places }: Alteration): RecognisedMistake {
  const id = `as-if-${change.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return { id, ...hintsOf((words) => words.asIf(field, places, change)), carriedFrom: undefined };
}
