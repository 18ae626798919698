/** Tables of platforms, written back without other changes. */
export { asTextFormula, fromTextFormula, refuseFormula } from './formula';
export { decimalSignOf, pointsText, readPoints } from './points';
export { parseSheet, readSheet, type Sheet, type SheetCell, type SheetRow } from './readSheet';
export { replaceCells, writeRows } from './writeSheet';
