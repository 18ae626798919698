/** Tables of platforms: read as they lie, written with nothing changed but what was asked. */
export { asTextFormula, fromTextFormula, refuseFormula } from './formula';
export { decimalSignOf, pointsText, readPoints } from './points';
export { parseSheet, readSheet, type Sheet, type SheetCell, type SheetRow } from './readSheet';
export { replaceCells, writeRows } from './writeSheet';
