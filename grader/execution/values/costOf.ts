import { isArrayValue, isRecordValue, sizeOf, TensorValue, Unsendable, type Value } from './value';

/** Letters that cost as much as a number. */
const lettersPerNumber = 64;

/** What a tensor of this shape costs: its numbers, or its longest axis, since whoever reads it may go along each. */
export function costOfShape(shape: readonly number[]): number {
  return Math.max(sizeOf(shape), ...shape);
}

/** What a text costs. */
export function costOfText(text: string): number {
  return Math.ceil(text.length / lettersPerNumber);
}

/** What it costs to read a value: one for itself, and what its numbers, texts, items and fields cost. */
export function costOf(value: Value): number {
  if (typeof value === 'string') return 1 + costOfText(value);
  if (typeof value !== 'object') return 1;
  if (value instanceof TensorValue) return 1 + costOfShape(value.shape);
  if (value instanceof Unsendable) return 1 + costOfText(value.description);
  if (isArrayValue(value)) return value.reduce<number>((sum, item) => sum + costOf(item), 1);
  if (!isRecordValue(value)) return 1;
  return Object.entries(value).reduce((sum, [field, item]) => sum + costOfText(field) + costOf(item), 1);
}
