import { nearest } from '../pipeline/words/didYouMean';
import { parseTable } from './parseTable';

/** A row of a table, by column name. */
export interface TableRow<Column extends string> {
  /** Line in the file; the header is line 1. */
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

export interface TableColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional?: readonly Column[];
}

/**
 * Reads a table with a header. Columns are found by name, in any order and case; others are ignored; a missing optional
 * one is empty.
 *
 * @throws in one sentence if it can't be read, or lacks a column
 */
export async function readTable<Column extends string>(
  file: string,
  columns: TableColumns<Column>,
): Promise<readonly TableRow<Column>[]> {
  const { header, rows } = await parseTable(file);
  const places = placeColumns(header, columns, file);
  return rows.map(({ line, cells }) => {
    const fields = Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? '']));
    return { line, fields: fields as Record<Column, string> };
  });
}

function placeColumns<Column extends string>(
  names: readonly string[],
  { required, optional = [] }: TableColumns<Column>,
  file: string,
): readonly (readonly [Column, number])[] {
  const placeOf = (column: Column): number => {
    const found = names.flatMap((name, place) => (name.toLowerCase() === column.toLowerCase() ? [place] : []));
    if (found.length > 1) throw new Error(`${file} names the column ${column} twice; keep one of them`);
    return found[0] ?? -1;
  };
  const missing = required.filter((column) => placeOf(column) === -1);
  if (missing.length > 0) {
    const known: readonly string[] = [...required, ...optional];
    const unknown = names.filter(
      (name) => name !== '' && !known.some((column) => column.toLowerCase() === name.toLowerCase()),
    );
    const guesses = missing.flatMap((column) => {
      const near = nearest(column, unknown);
      return near === undefined ? [] : [`is "${near}" meant as ${column}?`];
    });
    const have = names.some((name) => name !== '') ? `it has ${names.join(', ')}` : 'it is empty';
    throw new Error([`${file} lacks the column ${missing.join(', ')}; ${have}`, ...guesses].join('; '));
  }
  return [...required, ...optional].map((column) => [column, placeOf(column)] as const);
}
