/** Tables as people and platforms keep them. */
export { parseTable, type RawRow, type RawTable } from './parseTable';
export { readTable, type TableColumns, type TableRow } from './readTable';
export { withoutFormula, writeTable, type Cell, type TableOptions } from './writeTable';
