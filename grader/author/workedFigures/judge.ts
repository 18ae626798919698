import type { Calculator } from './Calculator';
import type { Equation } from './equations';
import { printedLike, replaceNumbers, saysThat, type PrintedNumber } from './numbers';

/** Whether an equation holds. */
export type Judgement =
  | { readonly status: 'right' }
  /** `numbers` are the correct ones, one for each number of the result. */
  | { readonly status: 'wrong'; readonly numbers: readonly string[] }
  /** The value can't be computed, or has another structure. */
  | { readonly status: 'failed'; readonly why: string };

export async function judge({ expression, result, numbers }: Equation, calculator: Calculator): Promise<Judgement> {
  const computed = await calculator.compute(expression);
  if (computed.status === 'failed') return computed;
  const written = readResult(result, numbers);
  if (written === undefined) return { status: 'failed', why: `${result} is no list of numbers` };
  const pairs = pair(written, computed.values);
  if (pairs === undefined) return { status: 'failed', why: `it gives ${show(computed.values)}` };
  if (pairs.every(({ number, value }) => saysThat(number, value))) return { status: 'right' };
  const right = new Map(pairs.map(({ number, value }) => [number, printedLike(value, number.text)]));
  return { status: 'wrong', numbers: numbers.map((number) => right.get(number) ?? number.text) };
}

interface Pair {
  readonly number: PrintedNumber;
  readonly value: number;
}

/** Placeholder for a number of the result while the rest is parsed as JavaScript. */
class Written {
  constructor(readonly number: PrintedNumber) {}
}

function readResult(result: string, numbers: readonly PrintedNumber[]): readonly unknown[] | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the staff's own handout
    const read = new Function('written', `return [${replaceNumbers(result, (index) => `written[${index}]`)}];`) as (
      written: readonly Written[],
    ) => readonly unknown[];
    return read(numbers.map((number) => new Written(number)));
  } catch {
    return undefined;
  }
}

/** Pairs of written and computed numbers; undefined if the structures differ. */
function pair(written: unknown, computed: unknown): readonly Pair[] | undefined {
  if (written instanceof Written)
    return typeof computed === 'number' ? [{ number: written.number, value: computed }] : undefined;
  if (Array.isArray(written)) {
    // The nesting of lists doesn't matter.
    const [ours, theirs] = [leavesOf(written), leavesOf([computed])];
    if (ours.length !== theirs.length) return undefined;
    return all(ours.map((one, index) => pair(one, theirs[index])));
  }
  if (typeof written !== 'object' || written === null) return Object.is(written, computed) ? [] : undefined;
  if (typeof computed !== 'object' || computed === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(computed));
  return all(Object.entries(written).map(([name, value]) => pair(value, fields.get(name))));
}

function leavesOf(list: readonly unknown[]): readonly unknown[] {
  return list.flat(Infinity);
}

function all(parts: readonly (readonly Pair[] | undefined)[]): readonly Pair[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function show(values: readonly unknown[]): string {
  const text = JSON.stringify(values, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
  return text.slice(1, -1);
}
