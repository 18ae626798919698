import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** The value of a JSON text, or why it doesn't match its schema. */
export type Json<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'damaged'; readonly why: string; readonly issues: readonly z.core.$ZodIssue[] };

/** Like `Json`, for a file that can be missing. */
export type JsonFile<T> = Json<T> | { readonly status: 'missing' };

/** Parses a JSON text by a schema. Never throws. */
export function parseJson<Schema extends z.ZodType>(text: string, schema: Schema): Json<z.output<Schema>> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { status: 'damaged', why: `it is no JSON: ${(error as Error).message}`, issues: [] };
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return { status: 'read', value: parsed.data };
  const { issues } = parsed.error;
  const [{ path = [], message = '' } = {}] = issues;
  return { status: 'damaged', why: `at ${path.join('.') || 'the top'}: ${message}`, issues };
}

/**
 * Reads a JSON file by a schema.
 *
 * @throws in one sentence if the file exists but can't be read
 */
export async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<JsonFile<z.output<Schema>>> {
  try {
    return parseJson(await readFile(file, 'utf8'), schema);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { status: 'missing' };
    throw new Error(`${file} can't be read: ${message}`, { cause: error });
  }
}

/** Formats a value as a JSON file's text. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
