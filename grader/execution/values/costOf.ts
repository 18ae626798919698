import { isArrayValue, isRecordValue, sizeOf, TensorValue, Unsendable, type Value } from './value';

/** Letters that cost as much as one number. */
const lettersPerNumber = 64;

/** The cost of a tensor of this shape: its numbers, or its longest axis, since a reader may loop over each axis. */
export function costOfShape(shape: readonly number[]): number {
  return Math.max(sizeOf(shape), ...shape);
}

/** The cost of a text. */
export function costOfText(text: string): number {
  return Math.ceil(text.length / lettersPerNumber);
}

/** The cost of reading a value: one, plus the cost of its numbers, texts, items and fields. */
export function costOf(value: Value): number {
  if (typeof value === 'string') return 1 + costOfText(value);
  if (typeof value !== 'object') return 1;
  if (value instanceof TensorValue) return 1 + costOfShape(value.shape);
  if (value instanceof Unsendable) return 1 + costOfText(value.description);
  if (isArrayValue(value)) return value.reduce<number>((sum, item) => sum + costOf(item), 1);
  if (!isRecordValue(value)) return 1;
  return Object.entries(value).reduce((sum, [field, item]) => sum + costOfText(field) + costOf(item), 1);
}
