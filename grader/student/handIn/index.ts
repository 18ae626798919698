/** Hand-ins: the graded files of an assignment as a zip, and a receipt. */
export { handInLines, receipt } from './describeHandIn';
export { prepareHandIn, type HandIn } from './prepareHandIn';
export { writeHandIns } from './writeHandIns';
