/** Worked figures of handouts and docstrings, checked against the functions. */
export { fillFigures } from './fillFigures';
export { findFigureProblems, refuseUncomputable } from './findFigureProblems';
export { readWorkedFigures, type WorkedFigures } from './WorkedFigures';
