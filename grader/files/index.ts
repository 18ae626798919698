/** What programs and people keep on disk: JSON, tables and archives, read by a schema and written whole or not at all. */
export { jsonText, parseJson, readJson, type Json, type JsonFile } from './json';
export { parseTable, type RawRow, type RawTable } from './parseTable';
export { readTable, type TableColumns, type TableRow } from './readTable';
export { whyNotWritten } from './whyNotWritten';
export { isFree, writeFolderWhole } from './writeFolderWhole';
export { withoutFormula, writeTable, type Cell, type TableOptions } from './writeTable';
export { CannotWrite, writeWhole, type WriteOptions } from './writeWhole';
export { zipOf, type PackedFile } from './zipOf';
