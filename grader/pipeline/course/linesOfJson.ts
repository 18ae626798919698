const listsByLine: ReadonlySet<string> = new Set(['exercises', 'checks', 'cases', 'mistakes']);
const recordsByLine: ReadonlySet<string> = new Set(['outcomes']);

/**
 * JSON with one line for each top-level field and for each exercise, check, case, mistake and outcome, so that diffs
 * show what changed, and changes of different cases merge.
 */
export function linesOfJson(value: object): string {
  // Drops what JSON can't represent: functions and undefined.
  const plain = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  return `${byLine('{', fieldsOf(plain), '}')}\n`;
}

function fieldsOf(record: object): readonly string[] {
  return Object.entries(record).map(([name, field]) => `${JSON.stringify(name)}:${textOf(field, name)}`);
}

function textOf(value: unknown, name: string): string {
  if (Array.isArray(value)) {
    const isByLine = listsByLine.has(name) && value.some((item) => typeof item === 'object');
    return isByLine
      ? byLine(
          '[',
          value.map((item) => textOf(item, '')),
          ']',
        )
      : JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return recordsByLine.has(name) ? byLine('{', fieldsOf(value), '}') : `{${fieldsOf(value).join(',')}}`;
}

function byLine(begin: string, parts: readonly string[], end: string): string {
  return parts.length === 0 ? begin + end : `${begin}\n${parts.join(',\n')}\n${end}`;
}
