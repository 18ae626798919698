import { isArrayValue, isRecordValue, sizeOf, TensorValue, Unsendable, type Value } from './value';

// Memory beyond numbers, items and texts, in units of 8 bytes: without it thousands of empty tensors would fill the
// grader.
const tensorCost = 32;
export const costOfList = 8;
export const costOfRecord = 16;
const fieldCost = 4;
/** Letters that cost as much as one number. */
const lettersPerNumber = 8;

/** The cost of a tensor of this shape: its numbers, or its longest axis, since a reader may loop over each axis. */
export function costOfShape(shape: readonly number[]): number {
  return tensorCost + Math.max(sizeOf(shape), ...shape);
}

/** The cost of a text. */
export function costOfText(text: string): number {
  return Math.ceil(text.length / lettersPerNumber);
}

/** The cost of a field of a record, without its value. */
export function costOfField(field: string): number {
  return fieldCost + costOfText(field);
}

/** The cost of reading a value: one, plus the cost of its numbers, texts, items and fields. */
export function costOf(value: Value): number {
  if (typeof value === 'string') return 1 + costOfText(value);
  if (typeof value !== 'object') return 1;
  if (value instanceof TensorValue) return 1 + costOfShape(value.shape);
  if (value instanceof Unsendable) return 1 + costOfText(value.description);
  if (isArrayValue(value)) return value.reduce<number>((sum, item) => sum + costOf(item), 1 + costOfList);
  if (!isRecordValue(value)) return 1;
  return Object.entries(value).reduce(
    (sum, [field, item]) => sum + costOfField(field) + costOf(item),
    1 + costOfRecord,
  );
}
