import { indexBy, keyOf, type Grade } from '../roster';

/** A row of a platform's table, with the fields that identify its student. */
export interface PersonRow {
  readonly number: number;
  readonly ids: readonly string[];
  readonly emails: readonly string[];
  readonly name: string;
}

export interface PeopleMatch<Row extends PersonRow> {
  readonly gradeOf: ReadonlyMap<Row, Grade>;
  /** Students with a grade, but without a unique row. */
  readonly unplaced: readonly string[];
  /** Rows without a grade. */
  readonly empty: readonly Row[];
}

/**
 * Finds the row of each grade by id, email and full name. If they contradict, or match two rows, or a row matches two
 * students, there is no match: a guess would show someone another student's grade.
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
      unplaced.push(found.length === 0 ? whoIs(grade) : `${whoIs(grade)} (matches rows ${numbers(found)})`);
  }
  const gradeOf = new Map<Row, Grade>();
  for (const [row, claimants] of claims) {
    const [only] = claimants;
    if (only !== undefined && claimants.length === 1) gradeOf.set(row, only);
    else unplaced.push(`${claimants.map(whoIs).join(' and ')} (both match row ${row.number})`);
  }
  return { gradeOf, unplaced, empty: rows.filter((row) => !gradeOf.has(row)) };
}

/** A person's name in a note. */
export function whoIs({ student, submission }: Grade): string {
  return student?.id ?? submission ?? '';
}

/** The key for comparing names, with the first name first or last. */
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
  // A number can be one person's id here and another's on the platform. A contradiction matches both rows.
  const contradiction = others.find((found) => !found.some((row) => first.includes(row)));
  if (contradiction !== undefined) return [...first, ...contradiction];
  return others.reduce((left, found) => (left.length > 1 ? left.filter((row) => found.includes(row)) : left), first);
}

// Unlike `keyOf`: the ids `a-1` and `a_1` can be two people.
function same(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function numbers(rows: readonly PersonRow[]): string {
  return rows.map(({ number }) => number).join(' and ');
}
