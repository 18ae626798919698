/** Pictures of handouts, and the digits of the page, for `grader generate`. */
export type { DrawnPicture, HandoutPicture } from './HandoutPicture';
export { handoutPictures } from './handoutPictures';
