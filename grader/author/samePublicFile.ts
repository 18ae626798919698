import { z } from 'zod';
import { parseJson } from '../files';

/**
 * The precision of checks. Versions of Node differ in the last digit of `Math.pow` and similar functions, and if such
 * values are subtracted and divided by h = 1e-5, that difference grows to 1e-10.
 */
const relativeTolerance = 1e-9;

/**
 * Whether two `public.json` contain the same checks: equal except for the last digits of numbers.
 *
 * Ignores the hash of the spec, since compilers of the same spec can differ.
 */
export function samePublicFile(a: string, b: string): boolean {
  const [one, other] = [parse(a), parse(b)];
  return one !== undefined && other !== undefined && same({ ...one, specHash: '' }, { ...other, specHash: '' });
}

function parse(text: string): object | undefined {
  const parsed = parseJson(text, z.record(z.string(), z.unknown()));
  return parsed.status === 'read' ? parsed.value : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
  if (!isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
