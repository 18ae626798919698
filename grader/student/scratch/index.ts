/** A student's scratch file, run in double precision: `npm run try -- mine.ts`. */
export { readScratch } from './readScratch';
export { runScratch } from './runScratch';
export { fileLines, thrownLines } from './scratchProblem';
