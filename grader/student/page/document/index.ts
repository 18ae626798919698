/** The page as one file. */
export { pageDocument, type PageCourse } from './pageDocument';
export { readCourseOnPage } from './readCourseOnPage';
export { packedIn, readDocument, releasedPage } from './readDocument';
