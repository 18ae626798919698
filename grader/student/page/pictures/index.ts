/** Pictures of handouts, and the digits of the page: what `grader generate` writes for it. */
export { digitsFile } from './digitsFile';
export type { DrawnPicture, HandoutPicture } from './HandoutPicture';
export { handoutPictures } from './handoutPictures';
