/** The course in the browser: the page, and the local server of `npm run play`. */
export { packedIn, pageDocument, readCourseOnPage, readDocument, releasedPage, type PageCourse } from './document';
export { openBrowser, PageServer, WorkFiles } from './server';
