import type { Case, Exercise } from '../../types';
import { TensorValue, type Value } from '../../../execution/values';
import { leavesOf } from './leavesOf';

/** A number that each case has: an argument, an option, or a tensor's extent. */
export interface Quantity {
  readonly name: string;
  readonly values: readonly number[];
}

/** The numbers among the arguments of cases that are not the same in all of them. */
export function quantitiesOf(exercise: Exercise, cases: readonly Case[]): readonly Quantity[] {
  const ofCases = cases.map(({ calls: [inputs = []] }) => quantitiesIn(exercise.arguments, inputs));
  const names = [...(ofCases[0]?.keys() ?? [])];
  return names.flatMap((name) => {
    const values = ofCases.map((numbers) => numbers.get(name) ?? NaN);
    return values.every(Number.isFinite) && new Set(values).size > 1 ? [{ name, values }] : [];
  });
}

function quantitiesIn(names: readonly string[], inputs: readonly Value[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [name, value] of leavesOf(names, inputs)) {
    if (typeof value === 'number') numbers.set(name, value);
    else if (value instanceof TensorValue)
      value.shape.forEach((extent, axis) => numbers.set(`${name}.shape[${axis}]`, extent));
  }
  return numbers;
}
