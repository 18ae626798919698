import { words } from './moodleWords';

/** A field of a student in a class list. */
export type RosterColumn =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'id'
  | 'email'
  | 'group'
  | 'section'
  | 'role'
  | 'account'
  | 'submittedAt'
  | 'extendedUntil'
  | 'late'
  | 'slipDays'
  | 'modified';

export interface RosterColumns {
  /** Positions of the columns for each field, the preferred one first. */
  readonly places: ReadonlyMap<RosterColumn, readonly number[]>;
  /** `submittedAt:03-losses`, by assignment. */
  readonly times: readonly {
    readonly assignment: string;
    readonly column: 'submittedAt' | 'extendedUntil' | 'late';
    readonly place: number;
  }[];
}

/** Our headers and those of the platforms' lists. */
const names: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['name', 'full name', 'student', 'student name', ...words.name],
  firstName: ['firstname', 'first name', 'first_name', 'given name', 'vorname', 'nombre', 'prénom', '名'],
  lastName: [
    'lastname',
    'last name',
    'last_name',
    'surname',
    'family name',
    'nachname',
    'apellido(s)',
    'nom de famille',
    'cognoms',
    '姓',
  ],
  id: [
    'id',
    'sis user id',
    'sid',
    'student id',
    'student_id',
    'matriculation number',
    'matrikelnummer',
    'identifier',
    ...words.idNumber,
  ],
  email: ['email', 'e-mail', ...words.email],
  group: ['group', 'groups', 'team'],
  section: ['section', 'sections'],
  role: ['role'],
  account: ['account', 'github_username', 'github_id', 'sis login id', 'username', 'integration id'],
  submittedAt: ['submittedat'],
  extendedUntil: ['extendeduntil'],
  late: ['late'],
  slipDays: ['slipdays'],
  modified: ['last modified (submission)', 'zuletzt geändert (abgabe)'],
};

/** Finds the columns of a class list, ours or a platform's. @throws in one sentence for a duplicate column */
export function rosterColumnsOf(header: readonly string[], file: string): RosterColumns {
  const keys = header.map((name) => name.toLowerCase());
  const placesOf = (wanted: readonly string[]): readonly number[] =>
    wanted.flatMap((one) => keys.flatMap((key, place) => (key === one.toLowerCase() ? [place] : [])));
  const places = new Map<RosterColumn, readonly number[]>();
  for (const [column, wanted] of Object.entries(names) as [RosterColumn, readonly string[]][]) {
    const found = [...new Set(placesOf(wanted))];
    const twice = found.find((place) => keys.indexOf(keys[place] ?? '') !== place);
    if (twice !== undefined) throw new Error(`${file} names the column ${header[twice] ?? ''} twice; keep one of them`);
    if (found.length > 0) places.set(column, found);
  }
  // If the list has an id of the institution, Canvas's and Moodle's own ids are accounts.
  const ids = places.get('id') ?? [];
  const isOwn = (place: number): boolean => keys[place] === 'id' || keys[place] === 'identifier';
  if (ids.some((place) => !isOwn(place))) {
    places.set('account', [...(places.get('account') ?? []), ...ids.filter(isOwn)]);
    places.set('id', [...ids.filter((place) => !isOwn(place)), ...ids.filter(isOwn)]);
  }
  const times = header.flatMap((name, place) => {
    const [, column = '', assignment = ''] = /^(submittedAt|extendedUntil|late)\s*:\s*(\S+)$/i.exec(name) ?? [];
    const known = (['submittedAt', 'extendedUntil', 'late'] as const).find(
      (one) => one.toLowerCase() === column.toLowerCase(),
    );
    return known === undefined ? [] : [{ assignment, column: known, place }];
  });
  return { places, times };
}
