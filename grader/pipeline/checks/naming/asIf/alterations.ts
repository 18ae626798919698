import { isArrayValue, TensorValue, type Value } from '../../../../execution/values';
import type { Case } from '../../../types';
import type { Change } from '../../../words/mistakes';
import { alongAxis } from './alongAxis';
import { leavesOf } from '../leavesOf';
import { putting, type Put } from './putting';

/** Altered arguments for a function's cases: the same change in the same places of all of them. */
export interface Alteration {
  readonly change: Change;
  /** What is changed: `lambda`, `options.beta1`, `x.shape[1]` for entries along an axis. */
  readonly places: readonly string[];
  readonly alter: (inputs: readonly Value[]) => readonly Value[];
}

/** Every plausible alteration of some arguments, simplest first. Whole numbers stay within the range of the cases. */
export function alterationsOf(names: readonly string[], cases: readonly Case[]): readonly Alteration[] {
  const given = cases.map(({ calls: [inputs = []] }) => leavesOf(names, inputs));
  const paths = [...(given[0]?.keys() ?? [])].filter((path) => given.every((leaves) => leaves.has(path)));
  const valuesAt = (path: string): readonly Value[] => given.map((leaves) => leaves.get(path));
  const one = (path: string, changes: readonly (readonly [Change, Put])[]): readonly Alteration[] =>
    changes.map(([change, put]) => ({ change, places: [path], alter: putting(names, [path], put) }));
  return [
    ...paths.flatMap((path) => one(path, changesOf(valuesAt(path)))),
    ...swaps(names, paths, valuesAt),
    ...slices(names, paths, valuesAt),
  ];
}

function changesOf(values: readonly Value[]): readonly (readonly [Change, Put])[] {
  if (values.every((value) => typeof value === 'number')) return changesOfNumbers(values);
  if (values.every((value) => value instanceof TensorValue)) {
    if (values.every(({ dtype }) => dtype === 'int32')) return [['nineAtMost', each((entry) => Math.min(entry, 9))]];
    return [
      ['negated', each((entry) => -entry)],
      ['absolute', each(Math.abs)],
      ['zero', each(() => 0)],
      ['one', each(() => 1)],
      ['allWereTheFirst', all(([first = NaN]) => first)],
      ['allWereTheMean', all((entries) => entries.reduce((sum, entry) => sum + entry, 0) / entries.length)],
    ];
  }
  if (!values.every(isNumbers)) return [];
  const sorting =
    (sort: (list: number[]) => number[]): Put =>
    (list) =>
      isNumbers(list) ? sort([...list]) : list;
  return [
    ['sorted', sorting((list) => list.sort((a, b) => a - b))],
    ['sortedAsText', sorting((list) => list.sort())],
    ['reversed', sorting((list) => list.reverse())],
    ['withoutZeros', sorting((list) => list.filter((entry) => entry !== 0))],
  ];
}

function changesOfNumbers(values: readonly number[]): readonly (readonly [Change, Put])[] {
  const number =
    (put: (value: number) => number): Put =>
    (value) =>
      typeof value === 'number' ? put(value) : value;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (values.every(Number.isInteger)) {
    const within = (value: number): number => Math.min(Math.max(value, least), most);
    return [
      ['oneMore', number((value) => within(value + 1))],
      ['oneLess', number((value) => within(value - 1))],
      ['zero', number(() => within(0))],
      ['one', number(() => within(1))],
    ];
  }
  return [
    ['zero', number(() => 0)],
    ['one', number(() => 1)],
    ['doubled', number((value) => 2 * value)],
    ['halved', number((value) => value / 2)],
    ['negated', number((value) => -value)],
    ['squared', number((value) => value * value)],
    ['rooted', number(Math.sqrt)],
    ['oneMinus', number((value) => 1 - value)],
  ];
}

function each(put: (entry: number) => number): Put {
  return (value) =>
    value instanceof TensorValue ? new TensorValue(value.shape, value.dtype, value.values.map(put)) : value;
}

/** Sets every entry to the same number, computed from all. */
function all(put: (entries: Float64Array) => number): Put {
  return (value) => (value instanceof TensorValue ? each(() => put(value.values))(value) : value);
}

/** Two places whose values could be confused. */
function swaps(
  names: readonly string[],
  paths: readonly string[],
  valuesAt: (path: string) => readonly Value[],
): readonly Alteration[] {
  return paths.flatMap((first, index) =>
    paths.slice(index + 1).flatMap((second): Alteration[] => {
      const others = valuesAt(second);
      if (!valuesAt(first).every((value, one) => isSwappable(value, others[one]))) return [];
      const alter = (inputs: readonly Value[]): readonly Value[] => {
        const leaves = leavesOf(names, inputs);
        const [a, b] = [leaves.get(first), leaves.get(second)];
        return putting(names, [second], () => a)(putting(names, [first], () => b)(inputs));
      };
      return [{ change: 'swapped', places: [first, second], alter }];
    }),
  );
}

function isSwappable(a: Value, b: Value): boolean {
  if (typeof a === 'number') return typeof b === 'number' && Number.isInteger(a) === Number.isInteger(b);
  return (
    a instanceof TensorValue && b instanceof TensorValue && a.dtype === b.dtype && a.shape.join() === b.shape.join()
  );
}

interface Axis {
  readonly path: string;
  readonly axis: number;
  /** The extent in the smallest case. */
  readonly least: number;
}

/** Fewer entries along an axis, or of a list, together with all others of the same length in every case. */
function slices(
  names: readonly string[],
  paths: readonly string[],
  valuesAt: (path: string) => readonly Value[],
): readonly Alteration[] {
  const groups = new Map<string, Axis[]>();
  for (const path of paths) {
    const values = valuesAt(path);
    const [first] = values;
    const rank = rankOf(first);
    if (values.some((value) => rankOf(value) !== rank)) continue;
    for (let axis = 0; axis < rank; axis += 1) {
      const extents = values.map((value) => extentOf(value, axis));
      if (extents.every((extent) => extent === 1)) continue;
      const key = extents.join();
      groups.set(key, [...(groups.get(key) ?? []), { path, axis, least: Math.min(...extents) }]);
    }
  }
  return [...groups.values()].flatMap((group) =>
    kept.flatMap(([change, keep]): readonly Alteration[] => {
      // An empty argument is not valid.
      if (group.some(({ least }) => !isAnyKept(keep, least))) return [];
      const alter = (inputs: readonly Value[]): readonly Value[] =>
        group.reduce(
          (changed, { path, axis }) => putting(names, [path], (value) => alongAxis(value, axis, keep))(changed),
          inputs,
        );
      const isTensor = (path: string): boolean => valuesAt(path)[0] instanceof TensorValue;
      const places = group.map(({ path, axis }) => (isTensor(path) ? `${path}.shape[${axis}]` : path));
      return [{ change, places, alter }];
    }),
  );
}

type Keep = (index: number, extent: number) => boolean;

const kept: readonly (readonly [Change, Keep])[] = [
  ['firstAlone', (index) => index === 0],
  ['lastAlone', (index, extent) => index === extent - 1],
  ['firstLeftOut', (index) => index > 0],
  ['lastLeftOut', (index, extent) => index < extent - 1],
  ['firstTen', (index) => index < 10],
];

function isAnyKept(keep: Keep, extent: number): boolean {
  return Array.from({ length: extent }, (_, index) => index).some((index) => keep(index, extent));
}

function rankOf(value: Value): number {
  return value instanceof TensorValue ? value.shape.length : isList(value) ? 1 : 0;
}

function extentOf(value: Value, axis: number): number {
  if (value instanceof TensorValue) return value.shape[axis] ?? NaN;
  return isList(value) ? value.length : NaN;
}

function isList(value: Value): value is readonly Value[] {
  return isArrayValue(value);
}

function isNumbers(value: Value): value is readonly number[] {
  return isList(value) && value.every((entry) => typeof entry === 'number');
}
