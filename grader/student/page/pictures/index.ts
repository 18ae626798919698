/** Pictures of handouts, and the digits of the page: what `grader generate` writes for it. */
export type { DrawnPicture, HandoutPicture } from './HandoutPicture';
export { handoutPictures } from './handoutPictures';
