/** The page as one file. */
export { pageDocument, type PageCourse } from './pageDocument';
export { readCourseOnPage } from './readCourseOnPage';
export { readParts } from './readParts';
export type { AssignmentOnPage, CourseOnPage, PageSettings } from './settings';
