/** Worked figures of handouts and docstrings: what they say, and what the functions give. */
export { fillFigures } from './fillFigures';
export { findFigureProblems, refuseUncomputable } from './findFigureProblems';
export { readWorkedFigures, type WorkedFigures } from './WorkedFigures';
