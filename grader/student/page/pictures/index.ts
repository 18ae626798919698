/** Pictures of handouts, for `grader generate`. */
export type { DrawnPicture, HandoutPicture } from './HandoutPicture';
export { handoutPictures } from './handoutPictures';
