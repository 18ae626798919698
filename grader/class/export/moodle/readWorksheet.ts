import type { PersonRow } from '../people';
import type { Sheet, SheetCell, SheetRow } from '../sheet';
import { isYes, words, type WorksheetColumn } from '../../roster';

/** A participant's row. */
export interface WorksheetRow extends PersonRow {
  /** `Participant 123`, with a number for this assignment only. */
  readonly identifier: string;
  readonly grade: SheetCell;
  /** undefined if the assignment has no feedback comments. */
  readonly feedback: SheetCell | undefined;
  readonly maximum: string;
  readonly isLocked: boolean;
}

/** Without these columns, Moodle refuses the file. */
const needed: readonly WorksheetColumn[] = ['identifier', 'grade', 'modified'];

/**
 * Reads a worksheet that Moodle exported.
 *
 * @param named - headers given by the caller, by column
 * @throws in one sentence if a column is missing or duplicate, the assignment is graded on a scale, or a participant has
 *   two rows
 */
export function readWorksheet(sheet: Sheet, named: ReadonlyMap<string, string>): readonly WorksheetRow[] {
  const { name, rows } = sheet;
  const [header, ...rest] = rows;
  const names = header?.cells.map(({ value }) => value.trim()) ?? [];
  const place = (column: WorksheetColumn): number => placeOf(column, names, named, name);
  const missing = needed.filter((column) => place(column) === -1);
  if (missing.length > 0) throw new Error(missingColumns(name, missing, names));
  if (place('maximum') === -1 && place('scale') !== -1)
    throw new Error(
      `${name} is for an assignment graded on a scale; change it to points in Moodle, and export the worksheet again`,
    );
  const people = rest.map((row) => rowOf(row, name, (column) => row.cells[place(column)]));
  const seen = new Map<string, number>();
  for (const { identifier, number } of people) {
    const first = seen.get(identifier);
    if (first !== undefined)
      throw new Error(
        `${name}, rows ${first} and ${number} have the same identifier ${identifier}; export it again from Moodle`,
      );
    seen.set(identifier, number);
  }
  return people;
}

function placeOf(
  column: WorksheetColumn,
  names: readonly string[],
  named: ReadonlyMap<string, string>,
  file: string,
): number {
  const given = named.get(column);
  const wanted = (given === undefined ? words[column] : [given]).map((word) => word.toLowerCase());
  const found = names.flatMap((name, index) => (wanted.includes(name.toLowerCase()) ? [index] : []));
  if (found.length > 1)
    throw new Error(`${file} has the column ${names[found[0] ?? 0]} twice; export it again from Moodle`);
  if (found.length === 0 && given !== undefined)
    throw new Error(`${file} has no column ${given}; it has ${names.join(', ')}`);
  return found[0] ?? -1;
}

function rowOf(
  { number, cells }: SheetRow,
  file: string,
  at: (column: WorksheetColumn) => SheetCell | undefined,
): WorksheetRow {
  const grade = at('grade');
  const identifier = at('identifier')?.value.trim() ?? '';
  const participant = /\d+$/.exec(identifier)?.[0];
  if (grade === undefined || participant === undefined)
    throw new Error(
      `${file}, row ${number}: ${JSON.stringify(identifier)} does not end with a participant's number; export it again from Moodle`,
    );
  const changeable = at('changeable')?.value.trim() ?? '';
  const canChange = changeable === '' ? true : isYes(changeable);
  if (canChange === undefined)
    throw new Error(
      `${file}, row ${number}: "${changeable}" is neither yes nor no in a supported language; export it in English`,
    );
  // Without a known column, an email is recognised by its form.
  const email = at('email')?.value ?? cells.find(({ value }) => /^[^\s@]+@[^\s@]+$/.test(value.trim()))?.value ?? '';
  const name = at('name')?.value ?? '';
  // If identities are hidden, only the number is left; otherwise it could be another student's id.
  const isBlind = name === '' && email === '' && at('idNumber') === undefined;
  return {
    number,
    identifier,
    ids: [identifier, isBlind ? participant : (at('idNumber')?.value.trim() ?? '')].filter((id) => id !== ''),
    emails: [email],
    name,
    grade,
    feedback: at('feedback'),
    maximum: at('maximum')?.value ?? '',
    isLocked: !canChange,
  };
}

function missingColumns(file: string, missing: readonly WorksheetColumn[], names: readonly string[]): string {
  const list = missing.map((column) => `${words[column][0]} (--column "${column}=…")`).join(', ');
  return (
    `${file} has no known column for ${list}; it has ${names.join(', ')}; is it Moodle's grading worksheet? ` +
    'If its language is not supported, export it in English, or name the columns'
  );
}
