/** The engine's own laws, available to any course, and the means to define one. */
import { moments, range, seedsDiffer } from './draws';
import { firstRowIs } from './firstRowIs';
import { sameAgain } from './sameAgain';
import { scalesWith } from './scalesWith';
import { columnsSumTo, rowsSumTo } from './sumsTo';
import { unchangedUnder } from './unchangedUnder';

export { checkLawParameters, defineLaw, lawNamed } from './law';
export type { Law, LawContext, Violation } from '../../types';
export { differingField } from './compareFields';
export { named, theResult } from './places';

export const standardLaws = [
  columnsSumTo,
  firstRowIs,
  moments,
  range,
  rowsSumTo,
  sameAgain,
  scalesWith,
  seedsDiffer,
  unchangedUnder,
] as const;
