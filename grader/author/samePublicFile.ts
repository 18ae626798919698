import { z } from 'zod';
import { parseJson } from '../files';

/**
 * As fine as checks compare. Node's versions differ in the last place of `Math.pow` and its kind, and where such values
 * are differenced and divided by h = 1e-5, the last place grows to 1e-10.
 */
const relativeTolerance = 1e-9;

/**
 * Whether two `public.json` hold the same checks: equal, but for the last places of numbers.
 *
 * The hash of the spec is left out, since compilers of the same spec may differ.
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
