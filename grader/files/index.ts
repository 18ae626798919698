/** Files on disk: JSON, tables and archives, validated by a schema when read and written atomically. */
export { ifAbsent, isAbsence } from './ifAbsent';
export { inParallel } from './inParallel';
export { jsonText, parseJson, readJson } from './json';
export { parseTable, type RawRow } from './parseTable';
export { readDecimal } from './readDecimal';
export { readTable } from './readTable';
export { readYaml } from './readYaml';
export { isFree, writeFolderWhole } from './writeFolderWhole';
export { looksLikeFormula, writeTable, type Cell } from './writeTable';
export { CannotWrite, writeWhole } from './writeWhole';
export { zipOf, type PackedFile } from './zipOf';
