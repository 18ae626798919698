import { fromTextFormula, type Sheet, type SheetCell, type SheetRow } from '../sheet';
import type { PersonRow } from '../people';

/** A student's row of Canvas's gradebook. */
export interface CanvasRow extends PersonRow {
  readonly cells: readonly SheetCell[];
}

export interface CanvasColumn {
  /** The header, such as `Losses (1234)`. */
  readonly title: string;
  readonly index: number;
}

/** A gradebook as Canvas's importer reads it. */
export interface CanvasGradebook {
  readonly rows: readonly CanvasRow[];
  /** All columns after those that identify the student. */
  readonly columns: readonly CanvasColumn[];
  /** The row `Points Possible`, by column; empty if there is none. */
  readonly pointsPossible: readonly SheetCell[];
}

const idColumns = ['ID', 'SIS User ID', 'SIS Login ID', 'Integration ID'];

/**
 * Reads the gradebook by the rules of Canvas's importer.
 *
 * @throws in one sentence if Canvas would refuse it, or a student has two rows
 */
export function readGradebook({ name, rows: [header, ...rest] }: Sheet): CanvasGradebook {
  const names = header?.cells.map(({ value }) => value.trim()) ?? [];
  const indexOf = (column: string): number => names.indexOf(column);
  const isGradebook =
    (indexOf('Student') === 0 && indexOf('ID') === 1) || (indexOf('LastName') === 0 && indexOf('FirstName') === 1);
  const section = indexOf('Section');
  if (!isGradebook || indexOf('ID') === -1 || section === -1)
    throw new Error(
      `${name} is not a Canvas gradebook: it must start with Student and ID (or LastName, FirstName, ID) and contain Section, but has ` +
        `${names.slice(0, 6).join(', ')}; export it again (Grades, Export) and don't change its columns`,
    );
  const students = rest.filter(({ cells }) => !isPointsPossible(cells) && !isPosting(cells));
  const rows = students.map((row) => personOf(row, indexOf));
  refuseDuplicates(rows, name);
  return {
    rows,
    columns: names.map((title, index) => ({ title, index })).slice(section + 1),
    pointsPossible: rest.find(({ cells }) => isPointsPossible(cells))?.cells ?? [],
  };
}

function personOf({ number, cells }: SheetRow, indexOf: (column: string) => number): CanvasRow {
  const at = (column: string): string => fromTextFormula(cells[indexOf(column)]?.value.trim() ?? '');
  const ids = idColumns.map(at).filter((id) => id !== '');
  const name = indexOf('Student') === 0 ? at('Student') : `${at('LastName')}, ${at('FirstName')}`;
  // The login id can be an email.
  return { number, cells, ids, emails: [at('SIS Login ID')], name };
}

function refuseDuplicates(rows: readonly CanvasRow[], name: string): void {
  const seen = new Map<string, number>();
  for (const { ids, number } of rows) {
    const [id] = ids;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first !== undefined)
      throw new Error(`${name}, rows ${first} and ${number} have the same ID ${id}; export it again from Canvas`);
    seen.set(id, number);
  }
}

function isPointsPossible(cells: readonly SheetCell[]): boolean {
  return cells[0]?.value.includes('Points Possible') === true;
}

/** Whether the row marks assignments that are posted by hand. */
function isPosting(cells: readonly SheetCell[]): boolean {
  return cells.every(({ value }) => /^\s*(?:Muted|Manual Posting.*)?\s*$/i.test(value));
}
