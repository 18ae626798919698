import { readTable, type TableRow } from '../../tables';

/** One student of the class list. */
export interface Student {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  /** When the work was handed in, as the platform says; undefined where it doesn't. */
  readonly submittedAt: Date | undefined;
  /** This student's own due date; undefined for the course's. */
  readonly extendedUntil: Date | undefined;
  /** Those who hand in together have the same; empty for who works alone. */
  readonly group: string;
}

const columns = { required: ['name', 'id'], optional: ['email', 'submittedAt', 'extendedUntil', 'group'] } as const;
type Column = (typeof columns.required)[number] | (typeof columns.optional)[number];

/**
 * Reads the class list: `name,id,email,submittedAt,extendedUntil,group`, of which the last four may be empty or absent.
 *
 * @throws in one sentence if a column is missing, an id is empty or given twice, or a time has no offset
 */
export async function readRoster(file: string): Promise<readonly Student[]> {
  const rows = await readTable<Column>(file, columns);
  if (rows.length === 0) throw new Error(`${file} lists no students; give one a row below the header`);
  const seen = new Map<string, { readonly what: string; readonly line: number }>();
  const refuseSecond = (key: string, what: string, line: number): void => {
    const first = seen.get(key);
    if (first !== undefined) throw new Error(`${file}, rows ${first.line} and ${line} have the same ${what}; every student has one row`);
    seen.set(key, { what, line });
  };
  return rows.map((row) => {
    const { line, fields } = row;
    if (fields.id === '') throw new Error(`${file}, row ${line} has no id; it is what submissions and grades are matched by`);
    refuseSecond(`id ${keyOf(fields.id)}`, `id ${fields.id}`, line);
    if (fields.email !== '') refuseSecond(`email ${keyOf(fields.email)}`, `email ${fields.email}`, line);
    return {
      name: fields.name,
      id: fields.id,
      email: fields.email,
      submittedAt: readInstant(row, 'submittedAt', file),
      extendedUntil: readInstant(row, 'extendedUntil', file),
      group: fields.group,
    };
  });
}

/** What names are compared by: without regard to case, accents' encoding and the signs that file systems and platforms put for spaces. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}

/** The zone must be said: the same digits are different instants in different places. */
function readInstant({ line, fields }: TableRow<Column>, column: 'submittedAt' | 'extendedUntil', file: string): Date | undefined {
  const text = fields[column];
  if (text === '') return undefined;
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)$/i.exec(text);
  const [, day = '', time = '', zone = ''] = form ?? [];
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const instant = new Date(`${day}T${time}${offset}`);
  // Date lets February have 30 days, and moves them into March.
  const isReal = form !== null && !Number.isNaN(instant.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  if (isReal) return instant;
  throw new Error(
    `${file}, row ${line}: ${column} "${text}" is no instant; write date, time and offset, such as 2027-02-12T22:59:00Z or 2027-02-12T23:59:00+01:00`,
  );
}
