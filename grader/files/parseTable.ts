import { readFile } from 'node:fs/promises';
import { parse } from 'papaparse';

/** A table as in its file: a header, and rows with at most as many cells. */
export interface RawTable {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  /** Line in the file; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Parses a table as spreadsheets write it: separated by commas, semicolons, tabs or bars, with or without byte order
 * mark and Excel's line `sep=;`, in UTF-8 or UTF-16. Empty rows are skipped.
 *
 * @throws in one sentence if the file is missing, is not text, or has malformed rows
 */
export async function parseTable(file: string): Promise<RawTable> {
  const whole = decode(await readBytes(file), file);
  const [separatorLine = '', separator] = /^\uFEFF?sep=(.)\r?\n/i.exec(whole) ?? [];
  const text = whole.slice(separatorLine.length);
  const { data, errors } = parse<string[]>(text, { delimiter: separator ?? delimiterOf(text) });
  const firstLine = separator === undefined ? 1 : 2;
  const [quotes] = errors.filter(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    throw new Error(
      `${file}, row ${(quotes.row ?? 0) + firstLine}: a quotation mark is opened and not closed; write " inside a field as ""`,
    );
  }
  const [header = [], ...rest] = data;
  const rows = rest.flatMap((cells, index): readonly RawRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const line = index + firstLine + 1;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      throw new Error(
        `${file}, row ${line} has ${cells.length} fields, but the header names ${header.length}; quote fields that hold a separator`,
      );
    }
    return [{ line, cells: cells.map((cell) => cell.trim()) }];
  });
  return { header: header.map((name) => name.trim()), rows };
}

/** The most frequent separator in the header: in rows, names and remarks contain commas of their own. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it can't be read (${code})`;
    throw new Error(`${file}: ${reason}`, { cause: error });
  }
}

/** First bytes of Excel's own formats, in hex. */
const workbooks = ['504b0304', 'd0cf11e0'];

/** Spreadsheets write UTF-8 with a byte order mark, or UTF-16 when saving as "Unicode text". */
function decode(bytes: Buffer, file: string): string {
  if (workbooks.includes(bytes.subarray(0, 4).toString('hex')))
    throw new Error(`${file} is an Excel workbook, whatever its name says; open it and save it as "CSV UTF-8"`);
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not in UTF-8 (or UTF-16 with a mark); save it as "CSV UTF-8"`, { cause: error });
  }
}
