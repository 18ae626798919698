import { indexBy, keyOf, type Grade } from '../roster';

/** A row of a platform's table, and what it says of whose it is. */
export interface PersonRow {
  readonly number: number;
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly name: string;
}

export interface PeopleMatch<Row extends PersonRow> {
  readonly gradeOf: ReadonlyMap<Row, Grade>;
  /** People with a grade for whom there is no row, or more than one. */
  readonly unplaced: readonly string[];
  /** Rows of no one who was graded. */
  readonly empty: readonly Row[];
}

/**
 * Finds the row of each grade: by id, else by email, else by full name, none of which may speak against another.
 * Whoever fits two rows, and whose row fits somebody else as well, gets none: a guess would give away grades.
 */
export function matchPeople<Row extends PersonRow>(rows: readonly Row[], grades: readonly Grade[]): PeopleMatch<Row> {
  const unplaced: string[] = [];
  const claims = new Map<Row, Grade[]>();
  const index: Index<Row> = {
    ids: indexBy(rows, ({ ids }) => ids.map(same)),
    emails: indexBy(rows, ({ emails }) => emails.map(same)),
    names: indexBy(rows, ({ name }) => [nameKey(name)]),
  };
  for (const grade of grades) {
    const found = grade.status === 'unmatched' ? [] : rowsOf(index, grade);
    const [only] = found;
    if (only !== undefined && found.length === 1) claims.set(only, [...(claims.get(only) ?? []), grade]);
    else if (grade.submission !== undefined || grade.final !== null)
      unplaced.push(found.length === 0 ? whoIs(grade) : `${whoIs(grade)} (fits rows ${numbers(found)})`);
  }
  const gradeOf = new Map<Row, Grade>();
  for (const [row, claimants] of claims) {
    const [only] = claimants;
    if (only !== undefined && claimants.length === 1) gradeOf.set(row, only);
    else unplaced.push(`${claimants.map(whoIs).join(' and ')} (both fit row ${row.number})`);
  }
  return { gradeOf, unplaced, empty: rows.filter((row) => !gradeOf.has(row)) };
}

/** What a person is called in a note. */
export function whoIs({ student, submission }: Grade): string {
  return student?.id ?? submission ?? '';
}

/** Full names are written either way round. */
export function nameKey(name: string): string {
  const [last = '', first] = name.split(',');
  return keyOf(first === undefined ? name : `${first} ${last}`);
}

interface Index<Row> {
  readonly ids: ReadonlyMap<string, readonly Row[]>;
  readonly emails: ReadonlyMap<string, readonly Row[]>;
  readonly names: ReadonlyMap<string, readonly Row[]>;
}

function rowsOf<Row extends PersonRow>(
  { ids, emails, names }: Index<Row>,
  { student, submission = '' }: Grade,
): readonly Row[] {
  const levels = [
    ids.get(same(student?.id ?? submission)),
    emails.get(same(student?.email ?? submission)),
    names.get(nameKey(student?.name ?? submission)),
  ];
  const [first = [], ...others] = levels.flatMap((found) => (found === undefined ? [] : [found]));
  // A number may be one person's id here and another's there: what contradicts itself fits both.
  const contradiction = others.find((found) => !found.some((row) => first.includes(row)));
  if (contradiction !== undefined) return [...first, ...contradiction];
  return others.reduce((left, found) => (left.length > 1 ? left.filter((row) => found.includes(row)) : left), first);
}

// Ids are compared as they are: `a-1` and `a_1` may be two people.
function same(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function numbers(rows: readonly PersonRow[]): string {
  return rows.map(({ number }) => number).join(' and ');
}
