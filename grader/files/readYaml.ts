import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/**
 * Reads what an author wrote, as the schema says.
 *
 * What an alias shares is one object in what comes back.
 *
 * @param file - for messages: its path in the repository
 * @param schema - one that only looks, and changes nothing
 * @throws naming the file, the line and the keys that lead there, and what is wrong
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
  // Not zod's copy, in which what an alias shares would be apart.
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

/** The line of the deepest part of the path that is there. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
