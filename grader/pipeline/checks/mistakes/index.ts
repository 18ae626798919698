/** Records a known mistake: its answers to what a submission is asked, and what the checks find wrong with it. */
export { recordMistake } from './recordMistake';
export { shiftedLosses } from './shiftedLosses';
export { publicOutcomesOf } from './signaturesOf';
