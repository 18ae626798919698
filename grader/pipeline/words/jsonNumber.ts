import { z } from 'zod';

/** A number, or the name of one that JSON can't represent. */
export const jsonNumberSchema = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]);

export type JsonNumber = z.infer<typeof jsonNumberSchema>;

export function jsonNumber(value: number): JsonNumber {
  return Number.isFinite(value) ? value : (String(value) as JsonNumber);
}
