import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/**
 * Parses YAML by a schema.
 *
 * Values shared by an alias are the same object in the result.
 *
 * @param file - for messages: its path in the repository
 * @param schema - one that only validates and changes nothing
 * @throws naming the file, the line, the path of keys and the problem
 */
export function readYaml<Schema extends z.ZodType>(text: string, file: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [malformed] = document.errors;
  if (malformed !== undefined) {
    const [claim = 'it is no YAML'] = malformed.message.split('\n');
    throw new Error(
      `${file}:${lines.linePos(malformed.pos[0]).line}: ${claim.replace(/ at line \d+, column \d+:?$/, '')}`,
    );
  }
  const value = plainValue(document, file);
  const { error } = schema.safeParse(value);
  // Not zod's copy, which would duplicate values shared by an alias.
  if (error === undefined) return value as z.output<Schema>;
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const where = path.length === 0 ? '' : `${path.join(', ')}: `;
  throw new Error(
    `${file}:${lineOf(document, path, lines)}: ${where}${issue?.message ?? 'it is not of the form that is asked for'}`,
  );
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The line of the deepest existing part of the path. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
