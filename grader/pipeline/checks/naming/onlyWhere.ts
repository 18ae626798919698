import { CallbackValue, isArrayValue, TensorValue } from '../../../execution/values';
import type { Case, Exercise, Outcomes, RecognisedMistake } from '../../types';
import { hintsOf, type Trait } from '../../words/mistakes';
import { partOf } from '../checkKind';
import { equalOutcomes } from '../equalOutcomes';
import { tolerances } from '../tolerances';
import { leavesOf } from './leavesOf';
import { numbersIn } from './publicNumbers';
import { diagnosticCases, withoutConstants } from './recogniseMistake';

/**
 * What all failing public cases have in common and no correct one has: an argument that is 0, non-finite numbers, equal
 * ones, only one of something, or more than ten. Like a relation, this is true whatever the code looks like; it is
 * reported if several cases are correct and no second trait explains the failures as well.
 */
export function onlyWhere(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const cases = diagnosticCases(partOf.public(exercise));
  const traits = cases.map((one) => traitsOf(exercise.arguments, one));
  const isRight = cases.map(({ id, expected, scale }) => {
    const [expectedOutcome, got] = [withoutConstants(exercise, expected), withoutConstants(exercise, outcomes.get(id))];
    return equalOutcomes(expectedOutcome, got, tolerances.mistakeEqual, scale);
  });
  const right = isRight.filter(Boolean).length;
  if (right < minRight || right === cases.length) return undefined;
  const telling = [...new Map(traits.flatMap((ofCase) => [...ofCase])).entries()].filter(([trait]) =>
    traits.every((ofCase, one) => ofCase.has(trait) !== isRight[one]),
  );
  const [kind, ...others] = new Set(telling.map(([, of]) => of.kind));
  if (kind === undefined || others.length > 0) return undefined;
  const names = telling.map(([, { name }]) => name);
  return { id: ids[kind], ...hintsOf((words) => words.onlyWhere({ kind, names })), carriedFrom: undefined };
}

interface TraitOfArgument {
  readonly kind: Trait['kind'];
  readonly name: string;
}

const minRight = 3;

const ids: Readonly<Record<Trait['kind'], string>> = {
  zero: 'wrong-where-zero',
  notFinite: 'wrong-where-not-finite',
  equals: 'wrong-where-equal',
  single: 'wrong-where-single',
  many: 'wrong-where-more-than-ten',
};

/** By a text that identifies each. */
function traitsOf(
  names: readonly string[],
  { calls: [inputs = []], expected }: Case,
): ReadonlyMap<string, TraitOfArgument> {
  const traits = new Map<string, TraitOfArgument>();
  const add = (kind: Trait['kind'], name: string): void => void traits.set(`${kind} ${name}`, { kind, name });
  const ofNumbers = (name: string, numbers: readonly number[]): void => {
    if (!numbers.every(Number.isFinite)) add('notFinite', name);
    if (new Set(numbers).size < numbers.length) add('equals', name);
  };
  const ofLength = (name: string, length: number): void => {
    if (length === 1) add('single', name);
    if (length > 10) add('many', name);
  };
  for (const [name, value] of leavesOf(names, inputs)) {
    if (value === 0) add('zero', name);
    else if (value instanceof TensorValue) {
      value.shape.forEach((extent, axis) => ofLength(`${name}.shape[${axis}]`, extent));
      if (value.dtype === 'int32' && value.values.some((entry) => entry > 9)) add('many', name);
    } else if (value instanceof CallbackValue) {
      const calls = expected.status === 'returned' ? expected.observed.callbackCalls : [];
      ofNumbers(
        `${name}(…)`,
        calls.flatMap((call) => (call.name === value.name ? numbersIn(call.result) : [])),
      );
    } else if (isArrayValue(value)) {
      ofNumbers(name, numbersIn(value));
      ofLength(`${name}.length`, value.length);
    }
  }
  return traits;
}
