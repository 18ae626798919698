import { parseTable, type RawRow } from '../../files';
import { nearest } from '../../pipeline/words/didYouMean';
import { platformTime } from './platformTime';
import { readInstant } from './readInstant';
import { rosterColumnsOf, type RosterColumn, type RosterColumns } from './rosterColumns';
import { keyOf, type Student, type Times } from './student';

export interface RosterOptions {
  /** The zone of times in a platform's list, which have no offset. */
  readonly timeZone?: string | undefined;
}

/**
 * Reads a class list: `name,id,email,submittedAt,extendedUntil,group,section`, where the last five are optional; or an
 * export of Canvas, Moodle, Gradescope, GitHub Classroom, Autolab or nbgrader.
 *
 * @throws in one sentence if a column is missing, an id is empty, damaged or duplicate, or a time has no offset
 */
export async function readRoster(file: string, { timeZone }: RosterOptions = {}): Promise<readonly Student[]> {
  const { header, rows } = await parseTable(file);
  const columns = rosterColumnsOf(header, file);
  checkColumns(columns, header, file);
  const students = rows
    .filter((row) => isStudent(row, columns))
    .map((row) => studentOf(row, columns, { file, timeZone }));
  if (students.length === 0) throw new Error(`${file} lists no students; add a row for each below the header`);
  const seen = new Map<string, number>();
  for (const { line, student } of students) {
    for (const field of ['id', 'email'] as const) {
      if (student[field] === '') continue;
      const key = `${field} ${keyOf(student[field])}`;
      const first = seen.get(key);
      if (first !== undefined)
        throw new Error(
          `${file}, rows ${first} and ${line} have the same ${field} ${student[field]}; every student has one row`,
        );
      seen.set(key, line);
    }
  }
  return students.map(({ student }) => student);
}

function checkColumns({ places }: RosterColumns, header: readonly string[], file: string): void {
  const missing = [
    ...(places.has('name') || (places.has('firstName') && places.has('lastName')) ? [] : ['name']),
    ...(places.has('id') || places.has('email') ? [] : ['id']),
  ];
  if (missing.length === 0) return;
  const guesses = missing.flatMap((column) => {
    const near = nearest(column, header);
    return near === undefined ? [] : [`is "${near}" meant as ${column}?`];
  });
  const have = header.some((name) => name !== '') ? `it has ${header.join(', ')}` : 'it is empty';
  throw new Error([`${file} lacks the column ${missing.join(', ')}; ${have}`, ...guesses].join('; '));
}

/** Roles of platforms; any other, in any language, is a student's: a student left out would lose the grade. */
const staff =
  /^(?:non-editing )?(?:(?:teach|instruct|lectur|profess|tutor|observ|design|read|grad|manag|admin|owner|staff|course)\p{L}*|tas?|taenrollment)\b/iu;

/** Platforms' lists also contain staff, a test student, and a row of maxima. */
function isStudent(row: RawRow, columns: RosterColumns): boolean {
  const role = fieldOf(row, columns, 'role');
  if (staff.test(role) && !/student|learner/i.test(role)) return false;
  const name = fieldOf(row, columns, 'name');
  return name !== 'Points Possible' && !(name === 'Student, Test' && columns.places.has('account'));
}

function studentOf(
  row: RawRow,
  columns: RosterColumns,
  { file, timeZone }: RosterOptions & { readonly file: string },
): { readonly line: number; readonly student: Student } {
  const { line } = row;
  const place = `${file}, row ${line}`;
  const at = (column: RosterColumn): string => fieldOf(row, columns, column);
  const accounts = (columns.places.get('account') ?? [])
    .flatMap((index) => (row.cells[index] ?? '').split(/\s*;\s*/))
    .filter((account) => account !== '')
    .map(accountOf);
  const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);
  const email = at('email') || ([at('id'), ...accounts].find(isEmail) ?? '');
  const id = at('id') || email || (accounts[0] ?? '');
  if (id === '') throw new Error(`${place} has no id; submissions and grades are matched by id`);
  // Spreadsheets write the sign; 12e5 is an id of letters and digits.
  if (/^\d+(?:[.,]\d+E\+?|E\+)\d+$/i.test(id)) {
    throw new Error(
      `${place}: the id ${id} was rounded by a spreadsheet, and its digits are lost; export the list again and don't open it in a spreadsheet`,
    );
  }
  const modified = platformTime(at('modified'), timeZone);
  const submittedAt =
    readInstant(at('submittedAt'), `${place}: submittedAt`) ??
    (modified.status === 'time' ? modified.instant : undefined);
  const slipDays = at('slipDays');
  if (slipDays !== '' && !/^\d+$/.test(slipDays))
    throw new Error(`${place}: slipDays "${slipDays}" is not a whole number`);
  return {
    line,
    student: {
      name: at('name') || `${at('firstName')} ${at('lastName')}`.trim(),
      id,
      email,
      submittedAt,
      extendedUntil: readInstant(at('extendedUntil'), `${place}: extendedUntil`),
      group: at('group'),
      ...(at('section') === '' ? {} : { section: at('section') }),
      ...(at('late') === '' ? {} : { markedLate: at('late') }),
      ...(accounts.length === 0 ? {} : { accounts }),
      ...(slipDays === '' ? {} : { slipDays: Number(slipDays) }),
      ...(modified.status === 'unclear' && submittedAt === undefined ? { unclearTime: modified.reason } : {}),
      ...timesIn(row, columns, place),
    },
  };
}

function timesIn(
  { cells }: RawRow,
  { times: columns }: RosterColumns,
  place: string,
): { readonly times?: ReadonlyMap<string, Times> } {
  const times = new Map<string, Times>();
  for (const { assignment, column, place: index } of columns) {
    const text = cells[index] ?? '';
    if (text === '') continue;
    const value =
      column === 'late' ? { markedLate: text } : { [column]: readInstant(text, `${place}: ${column}:${assignment}`) };
    times.set(assignment, { ...times.get(assignment), ...value });
  }
  return times.size === 0 ? {} : { times };
}

/** The first non-empty cell of the columns that can contain this field. */
function fieldOf({ cells }: RawRow, { places }: RosterColumns, column: RosterColumn): string {
  return (places.get(column) ?? []).map((place) => cells[place] ?? '').find((cell) => cell !== '') ?? '';
}

/** Moodle's `Participant 123` is its number. */
function accountOf(text: string): string {
  return /^\D+ (\d+)$/.exec(text)?.[1] ?? text;
}
