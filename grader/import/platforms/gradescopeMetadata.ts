import type { Person } from '../types';

export interface SubmissionMetadata {
  readonly submitters: readonly Person[];
  readonly submittedAt: Date | undefined;
}

/**
 * Reads who handed in what, and when, from Gradescope's `submission_metadata.yml`:
 *
 *     submission_123:
 *       :submitters:
 *       - :name: Jane Doe
 *         :sid: '42'
 *         :email: jane@example.org
 *       :created_at: 2027-02-12 21:59:00.861687000 Z
 *       :results: …
 *
 * It is always laid out like this, and of all the rest nothing is read: results hold whatever programs printed, indented deeper than
 * any of these lines. So it takes no reader of all YAML.
 */
export function readGradescopeMetadata(text: string): ReadonlyMap<string, SubmissionMetadata> {
  const found = new Map<string, { submitters: Record<string, string>[]; createdAt: string }>();
  let current: { submitters: Record<string, string>[]; createdAt: string } | undefined;
  let section = '';
  for (const line of joinedLines(text)) {
    const top = /^(['"]?)([\w.-]+)\1:\s*$/.exec(line);
    const field = /^ {2}:?(\w+):(?: (.*))?$/.exec(line);
    const item = /^ {2}(- | {2}):?(\w+): ?(.*)$/.exec(line);
    if (top !== null) {
      current = { submitters: [], createdAt: '' };
      section = '';
      found.set(top[2] ?? '', current);
    } else if (current !== undefined && field !== null) {
      section = field[1] ?? '';
      if (section === 'created_at') current.createdAt = scalar(field[2] ?? '');
    } else if (current !== undefined && item !== null && section === 'submitters') {
      if (item[1] === '- ') current.submitters.push({});
      const person = current.submitters.at(-1);
      if (person !== undefined) person[item[2] ?? ''] = scalar(item[3] ?? '');
    }
  }
  return new Map(
    [...found].map(([key, { submitters, createdAt }]) => [key, { submitters: submitters.map(personOf), submittedAt: instant(createdAt) }]),
  );
}

function personOf({ name = '', sid, email }: Record<string, string>): Person {
  return { name, id: sid === '' ? undefined : sid, email: email === '' ? undefined : email };
}

/** Long values are broken at spaces; what follows is indented deeper than a field of a submitter, and is no field. */
function joinedLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const before = lines.at(-1);
    const isRest = /^ {6,}\S/.test(line) && before !== undefined && /^ {2}(?:- | {2}):?(?:name|sid|email):/.test(before);
    if (isRest) lines[lines.length - 1] = `${before} ${line.trim()}`;
    else lines.push(line);
  }
  return lines;
}

function scalar(text: string): string {
  const value = text.trim();
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (value.startsWith('"')) return unescaped(value.slice(1, -1));
  return value === '~' || value === 'null' ? '' : value;
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g,
    (_: string, x?: string, u?: string, long?: string, sign?: string) => {
      const digits = x ?? u ?? long;
      if (digits === undefined) return sign ?? '';
      const code = Number.parseInt(digits, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

/** Of a time without a zone nobody knows when it was. */
function instant(text: string): Date | undefined {
  const [, day, time, fraction = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const offset = /^(?:Z|UTC)$/.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const date = new Date(`${day}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
