/** Pictures of failed checks, as data that pages draw. */
export { looksEqual } from './errorPattern';
export { type HeatMap, type Path, type Pattern, type Picture, type Point } from './picture';
