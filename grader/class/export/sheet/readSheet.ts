import { readFile } from 'node:fs/promises';

/** A field of a table, with its position in the file's text. */
export interface SheetCell {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly isQuoted: boolean;
}

/** A platform's table with its original text, so that cells can be replaced without other changes. */
export interface Sheet {
  readonly name: string;
  readonly text: string;
  readonly delimiter: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** The row's number in a spreadsheet; the header is 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

const byteOrderMark = '\uFEFF';

/**
 * Reads a table that a platform exported.
 *
 * @throws in one sentence if it is missing, not UTF-8, or a row does not fit the header
 */
export async function readSheet(file: string): Promise<Sheet> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'ENOENT' ? 'there is no such file' : error.code === 'EISDIR' ? 'it is a folder' : error.message;
    throw new Error(`${file}: ${reason}; export the table from the platform and name it here`);
  });
  return parseSheet(decode(bytes, file), file);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Error(
      `${file} is not UTF-8, unlike the platform's export; export it again, and don't save it in a spreadsheet`,
      { cause: error },
    );
  }
}

/** Like `readSheet`, from the file's text. */
export function parseSheet(text: string, name: string): Sheet {
  const delimiter = delimiterOf(text);
  const all = [...rowsOf(text, delimiter, name)];
  const rows = all.filter(({ cells }) => cells.some(({ value }) => value.trim() !== ''));
  const [header] = rows;
  if (header === undefined) throw new Error(`${name} is empty; export it again from the platform`);
  for (const { number, cells } of rows) {
    if (cells.length === header.cells.length) continue;
    throw new Error(
      `${name}, row ${number} has ${cells.length} fields, but the header has ${header.cells.length}; export it again from the platform`,
    );
  }
  return { name, text, delimiter, rows };
}

/** The most frequent delimiter in the header. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/** @see RFC 4180 */
function* rowsOf(text: string, delimiter: string, name: string): Generator<SheetRow> {
  let at = text.startsWith(byteOrderMark) ? 1 : 0;
  let number = 0;
  while (at < text.length) {
    const cells: SheetCell[] = [];
    number += 1;
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, name, number) : plainCell(text, at, delimiter);
      cells.push(cell);
      at = cell.end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    const lineEnd = /^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
    if (lineEnd === 0 && at < text.length)
      throw new Error(
        `${name}, row ${number}: a quotation mark is closed inside a field; export it again from the platform`,
      );
    at += lineEnd;
    yield { number, cells };
  }
}

function plainCell(text: string, start: number, delimiter: string): SheetCell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { start, end, value: text.slice(start, end), isQuoted: false };
}

function quotedCell(text: string, start: number, name: string, row: number): SheetCell {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote === -1)
      throw new Error(`${name}, row ${row}: a quotation mark is not closed; export it again from the platform`);
    end = quote + 1;
    if (text[end] !== '"') break;
    end += 1;
  }
  return { start, end, value: text.slice(start + 1, end - 1).replaceAll('""', '"'), isQuoted: true };
}
