/** What a failed check looks like, as data that pages draw. */
export { pictureOf } from './pictureOf';
export { looksEqual } from './errorPattern';
export { pictureSchema, type HeatMap, type Path, type Pattern, type Picture, type Point } from './picture';
