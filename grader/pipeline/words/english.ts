import type { SourcePlace, ThrownError } from '../types';
import { ofJest } from './ofJest';

/** A claim, then details, one per line. */
export type Lines = readonly [claim: string, ...details: string[]];

/** A field's name, or words for the result itself. */
export function subject(path: string): string {
  return path === '' ? 'the result' : path;
}

/** ` at [0, 2]`; empty if there is only one element. */
export function at(index: readonly number[], total: number): string {
  return total === 1 ? '' : ` at [${index.join(', ')}]`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** More items don't help. */
export const maxItems = 12;

/** `a`, `a and b`, `a, b and c`; for many, the first ones and the number of others. */
export function list(items: readonly string[]): string {
  if (items.length > maxItems) return `${items.slice(0, maxItems).join(', ')} and ${items.length - maxItems} more`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** For errors that the grader itself throws into a submission: what is wrong, and what to write instead. */
export type ThrownWords = Readonly<Record<string, readonly [claim: string, advice: string]>>;

const ownErrors: ThrownWords = {
  DisposedTensor: [
    'a disposed tensor is used',
    'tf.tidy disposes every tensor that its function creates and does not return, once it returns or awaits something',
  ],
  OperatorOnTensor: [
    'operators such as -, * and < do not work on tensors',
    'tensors have methods: w.sub(dw.mul(0.1)), a.greater(b); .dataSync() reads the numbers out',
  ],
  EntriesOfTensor: [
    'a tensor is not an array: neither t[0] nor for … of reads its entries',
    '.arraySync() converts it to an array; .slice and .gather extract parts of it as tensors',
  ],
  ValueOfPromise: [
    'a promise is not a value yet: it has no entries, and operators do not work on it',
    'read numbers synchronously: .dataSync() instead of .data(), .arraySync() instead of .array()',
  ],
  TensorAsText: ['a string is used where a tensor is expected', '+ turns a tensor into a string: write a.add(b)'],
  NothingForTensor: [
    'undefined is used where a tensor or a number is expected',
    'was a name misspelt, a field never set, or an entry read outside its list?',
  ],
  OfJest: [
    'describe, it and expect exist only in Jest, and your file runs without it',
    'your own tests belong in a separate file, such as mine.test.ts',
  ],
};

/** Messages of tfjs and V8 that have an entry in `ownErrors`. */
const saidByOthers: readonly (readonly [message: RegExp, words: string])[] = [
  [/^Tensor is disposed/, 'DisposedTensor'],
  [/must be \w+ tensor, but got string tensor$/, 'TensorAsText'],
  // tfjs calls undefined null.
  [/must be a Tensor or TensorLike, but got 'null'$/, 'NothingForTensor'],
  [new RegExp(`^(${ofJest.join('|')}) is not defined$`), 'OfJest'],
];

/** What was thrown, where, and the line itself with a caret under it. */
export function thrown({ name, message, place }: ThrownError, words = ownErrors): readonly string[] {
  const known = saidByOthers.find(([pattern]) => pattern.test(message))?.[1] ?? name;
  const own = Object.hasOwn(words, known) ? words[known] : undefined;
  const text = own?.[0] ?? (message === '' ? name : `${name}: ${message}`);
  const advice = own?.slice(1) ?? [];
  if (place === undefined) return [text, ...advice];
  return [`${text}   (${place.file}:${place.line})`, ...sourceLine(place), ...advice];
}

/** `losses.ts:12:5`, the line itself, and a caret under the column. */
export function shown(place: SourcePlace): readonly string[] {
  return [`${place.file}:${place.line}:${place.column}`, ...sourceLine(place)];
}

function sourceLine({ column, text }: SourcePlace): readonly string[] {
  const indent = text.length - text.trimStart().length;
  const code = text.trim();
  return [`  ${code}`, `  ${' '.repeat(Math.max(0, Math.min(code.length, column - 1 - indent)))}^`];
}
