import { readFile } from 'node:fs/promises';
import { distance } from 'fastest-levenshtein';
import { parse } from 'papaparse';

/** A row of a table, by the names of its columns. */
export interface TableRow<Column extends string> {
  /** Line in the file, the header being the first. */
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

export interface TableColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional?: readonly Column[];
}

/**
 * Reads a table with a header, as spreadsheets write it: separated by commas, semicolons, tabs or bars, with or without byte order mark,
 * in UTF-8 or UTF-16. Columns are known by name in any order and case; others are ignored; an optional one that is not there is empty.
 *
 * @throws in one sentence if the file is missing, is no text, lacks a column or has rows that break its own form
 */
export async function readTable<Column extends string>(file: string, columns: TableColumns<Column>): Promise<readonly TableRow<Column>[]> {
  const text = decode(await readBytes(file), file);
  const { data, errors } = parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [quotes] = errors.filter(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    throw new Error(`${file}, row ${(quotes.row ?? 0) + 1}: a quotation mark is opened and not closed; write " inside a field as ""`);
  }
  const [header = [], ...rows] = data;
  const places = placeColumns(header, columns, file);
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const line = index + 2;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      throw new Error(
        `${file}, row ${line} has ${cells.length} fields, but the header names ${header.length}; quote fields that hold a separator`,
      );
    }
    const fields = Object.fromEntries(places.map(([column, place]) => [column, (cells[place] ?? '').trim()]));
    return [{ line, fields: fields as Record<Column, string> }];
  });
}

/** The one that the header has most of: in rows, names and remarks hold commas of their own. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

function placeColumns<Column extends string>(
  header: readonly string[],
  { required, optional = [] }: TableColumns<Column>,
  file: string,
): readonly (readonly [Column, number])[] {
  const names = header.map((name) => name.trim());
  const placeOf = (column: Column): number => {
    const found = names.flatMap((name, place) => (name.toLowerCase() === column.toLowerCase() ? [place] : []));
    if (found.length > 1) throw new Error(`${file} names the column ${column} twice; keep one of them`);
    return found[0] ?? -1;
  };
  const missing = required.filter((column) => placeOf(column) === -1);
  if (missing.length > 0) {
    const known: readonly string[] = [...required, ...optional];
    const unknown = names.filter((name) => name !== '' && !known.some((column) => column.toLowerCase() === name.toLowerCase()));
    const guesses = missing.flatMap((column) => {
      const near = unknown.find((name) => distance(name.toLowerCase(), column.toLowerCase()) <= 3);
      return near === undefined ? [] : [`is "${near}" meant as ${column}?`];
    });
    const have = names.some((name) => name !== '') ? `it has ${names.join(', ')}` : 'it is empty';
    throw new Error([`${file} lacks the column ${missing.join(', ')}; ${have}`, ...guesses].join('; '));
  }
  return [...required, ...optional].map((column) => [column, placeOf(column)] as const);
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it can't be read (${code})`;
    throw new Error(`${file}: ${reason}`, { cause: error });
  }
}

/** Spreadsheets write UTF-8 with a mark, or UTF-16 where one saves as "Unicode text". */
function decode(bytes: Buffer, file: string): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not in UTF-8 (or UTF-16 with a mark); save it as "CSV UTF-8"`, { cause: error });
  }
}
