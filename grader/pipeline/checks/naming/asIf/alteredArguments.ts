import type { Case, Exercise, Outcome, Outcomes, RecognisedMistake, Reference } from '../../../types';
import { isRecordValue, valueAt, type Value } from '../../../../execution/values';
import { hintsOf, type Change } from '../../../words/mistakes';
import { partOf, remembering } from '../../checkKind';
import { equalOutcomes } from '../../equalOutcomes';
import { tolerances } from '../../tolerances';
import { alterationsOf, type Alteration } from './alterations';
import { numbersIn } from '../publicNumbers';
import { tellingCases, withoutConstants } from '../recogniseMistake';

/**
 * The other arguments for which a wrong result would be right, on every public case: λ halved, the last feature left
 * out, β₁ and β₂ swapped.
 *
 * Note [As if]: like a relation it is true whatever the code looks like. Every field has to be the right one or the
 * altered one, and enough of them must differ that chance does not explain it. Cases of several calls say nothing, since
 * they hand results on.
 *
 * @param reference - what is right, for any arguments
 */
export function alteredArguments(
  exercise: Exercise,
  outcomes: Outcomes,
  reference: Reference,
): RecognisedMistake | undefined {
  const shown = partOf.public(exercise);
  const cases = singleCases(shown);
  for (const { alteration, due } of alteredOutcomes(shown)(reference)) {
    const said: Said[] = [];
    // Most alterations end with the first case.
    for (const [index, one] of cases.entries()) {
      const next = compare(shown, one, due(index), outcomes.get(one.id));
      if (next === undefined) break;
      said.push(next);
    }
    const field = said.length === cases.length ? fieldOf(said) : undefined;
    if (field !== undefined) return named(field, alteration);
  }
  return undefined;
}

interface Altered {
  readonly alteration: Alteration;
  /** What is right for the altered arguments of a case, by its place. */
  readonly due: (one: number) => Outcome;
}

/** The same for every submission of a class, and found out when a case is first asked for. */
const alteredOutcomes = remembering((exercise: Exercise) =>
  remembering((reference: Reference): readonly Altered[] => {
    const cases = singleCases(exercise);
    /** Once one does not end, others may not either, and a name isn't worth the wait. */
    let endless: Outcome | undefined;
    return alterationsOf(exercise.arguments, cases).map((alteration): Altered => {
      const known = new Map<number, Outcome>();
      const due = (index: number): Outcome => {
        const { calls: [inputs = []] = [], apply } = cases[index] ?? {};
        const outcome =
          known.get(index) ?? endless ?? reference({ kind: 'calls', calls: [alteration.alter(inputs)], apply });
        if (outcome.status === 'timeout') endless = outcome;
        known.set(index, outcome);
        return outcome;
      };
      return { alteration, due };
    });
  }),
);

const singleCases = remembering((exercise: Exercise): readonly Case[] =>
  tellingCases(exercise).filter(({ calls }) => calls.length === 1),
);

/** How much each field that the alteration explains says for it; less than 0 where the right one says as much. */
type Said = ReadonlyMap<string, number>;

/** What a case says; undefined where the alteration does not explain it. */
function compare(exercise: Exercise, one: Case, due: Outcome, got: Outcome | undefined): Said | undefined {
  if (got?.status !== 'returned') return undefined;
  const [right, altered, own] = [one.expected, due, got].map((outcome) => withoutConstants(exercise, outcome));
  const fields = new Map<string, number>();
  for (const field of fieldsOf(one.expected)) {
    const of = (outcome: Outcome | undefined): Outcome | undefined => only(outcome, field);
    if (equalOutcomes(of(right), of(own), tolerances.mistakeEqual, one.scale)) {
      // What is right here has to be right in the altered way as well, unless the field is right everywhere.
      if (!equalOutcomes(of(right), of(altered), tolerances.mistakeApart, one.scale)) fields.set(field, -1);
      continue;
    }
    if (!equalOutcomes(of(altered), of(own), tolerances.mistakeEqual, one.scale)) return undefined;
    fields.set(field, weightOf(of(own)));
  }
  return fields;
}

/** How much a difference proves: numbers that are not whole meet by chance less than labels and counts. */
function weightOf(outcome: Outcome | undefined): number {
  const numbers = outcome?.status === 'returned' ? numbersIn(outcome.values) : [];
  return numbers.some((number) => Number.isFinite(number) && !Number.isInteger(number)) ? 2 : 1;
}

/** The field to begin with; undefined where the alteration does not explain everything. */
function fieldOf(said: readonly Said[]): string | undefined {
  if (said.length < minCases) return undefined;
  const weights = new Map<string, { right: number; wrong: number }>();
  for (const fields of said) {
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

function fieldsOf(outcome: Outcome): readonly string[] {
  const [first] = outcome.status === 'returned' ? outcome.values : [];
  return typeof first === 'object' && isRecordValue(first) ? Object.keys(first) : [''];
}

function only(outcome: Outcome | undefined, field: string): Outcome | undefined {
  if (field === '' || outcome?.status !== 'returned') return outcome;
  return { ...outcome, values: outcome.values.map((value: Value) => valueAt(value, [field])) };
}

const ids: Readonly<Record<Change, string>> = {
  zero: 'as-if-zero',
  one: 'as-if-one',
  doubled: 'as-if-doubled',
  halved: 'as-if-halved',
  negated: 'as-if-negated',
  absolute: 'as-if-absolute',
  squared: 'as-if-squared',
  rooted: 'as-if-rooted',
  oneMinus: 'as-if-one-minus',
  oneMore: 'as-if-one-more',
  oneLess: 'as-if-one-less',
  atMostNine: 'as-if-nine-at-most',
  sorted: 'as-if-sorted',
  sortedAsText: 'as-if-sorted-as-text',
  reversed: 'as-if-reversed',
  withoutZeros: 'as-if-without-zeros',
  swapped: 'as-if-swapped',
  allFirst: 'as-if-all-were-the-first',
  allMean: 'as-if-all-were-the-mean',
  firstAlone: 'as-if-first-alone',
  lastAlone: 'as-if-last-alone',
  firstLeftOut: 'as-if-first-left-out',
  lastLeftOut: 'as-if-last-left-out',
  firstTen: 'as-if-first-ten',
};

function named(field: string, { change, places }: Alteration): RecognisedMistake {
  return { id: ids[change], ...hintsOf((words) => words.asIf(field, places, change)), carriedFrom: undefined };
}
